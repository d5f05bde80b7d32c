import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InputError } from '../../../src/core/errors.ts'
import { type Goal, goalSchema } from '../../../src/core/goal.ts'
import { bindArguments, bindGoal } from '../../../src/core/goal-binding.ts'
import type { SkillParameter } from '../../../src/core/skill.ts'
import { anyGoal } from '../../support/memory-arbitraries.ts'

const parameter = (name: string, fallback: SkillParameter['default'] = null): SkillParameter => {
  return { name, type: 'text', description: '', default: fallback }
}

test('bindArguments() names values in order and fills in defaults', () => {
  const parameters = [parameter('item'), parameter('count', 1), parameter('place')]
  expect(bindArguments(parameters, ['oak_log'])).toEqual({ item: 'oak_log', count: 1, place: null })
  expect(bindArguments(parameters, ['oak_log', 4, null, 'too many'])).toEqual({
    item: 'oak_log',
    count: 4,
    place: null,
  })
  expect(bindArguments(parameters, ['oak_log', null])).toMatchObject({ count: 1 })
})

test('bindGoal() replaces every kind of reference, at any depth', () => {
  const place = { x: 1, y: 2, z: 3 }
  const goal: Goal = {
    type: 'all-of',
    goals: [
      { type: 'have', item: '$item', count: '$count' },
      { type: 'consumed', item: '$item', count: 2 },
      { type: 'killed', mob: '$mob', count: '$count' },
      { type: 'equipped', item: '$item' },
      { type: 'any-of', goals: [{ type: 'at', position: '$place', radius: 2 }] },
      { type: 'block-at', block: '$item', position: '$place' },
      { type: 'code', source: 'return "$item"' },
    ],
  }
  expect(bindGoal(goal, { item: 'bread', count: 3, mob: 'cow', place })).toEqual({
    type: 'all-of',
    goals: [
      { type: 'have', item: 'bread', count: 3 },
      { type: 'consumed', item: 'bread', count: 2 },
      { type: 'killed', mob: 'cow', count: 3 },
      { type: 'equipped', item: 'bread' },
      { type: 'any-of', goals: [{ type: 'at', position: place, radius: 2 }] },
      { type: 'block-at', block: 'bread', position: place },
      { type: 'code', source: 'return "$item"' },
    ],
  })
})

test.each([
  [
    { type: 'have', item: '$item', count: 1 },
    { item: 3 },
    '"$item" needs a name, but the skill was called with 3',
  ],
  [
    { type: 'have', item: 'a', count: '$count' },
    { count: 'x' },
    '"$count" needs a number, but the skill was called with "x"',
  ],
  [{ type: 'equipped', item: '$item' }, {}, '"$item" needs a name'],
  [
    { type: 'at', position: '$place', radius: 1 },
    { place: { x: 1 } },
    '"$place" needs a position {x, y, z}, but the skill was called with {"x":1}',
  ],
  [{ type: 'equipped', item: '$constructor' }, {}, '"$constructor" needs a name'],
] as const)('bindGoal(%j) refuses %j', (goal, values, message) => {
  expect(() => bindGoal(goal, values)).toThrow(InputError)
  expect(() => bindGoal(goal, values)).toThrow(message)
})

test('bindGoal() leaves a goal of the same form that is a goal still', () => {
  const values = { count: 3, place: { x: 1, y: 2, z: 3 } }
  fc.assert(
    fc.property(anyGoal, (goal) => {
      fc.pre(
        !/"\$(?!count"|place")/.test(JSON.stringify(goal)) &&
          !/"(item|mob|block)":"\$/.test(JSON.stringify(goal)),
      )
      const bound = bindGoal(goal, values)
      expect(goalSchema.parse(bound)).toEqual(bound)
      expect(JSON.stringify(bound)).not.toMatch(/"(count|position)":"\$/)
      expect(bindGoal(bound, {})).toEqual(bound)
    }),
  )
})
