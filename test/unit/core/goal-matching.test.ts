import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Goal } from '../../../src/core/goal.ts'
import { bindArguments, bindGoal } from '../../../src/core/goal-binding.ts'
import { checkGoal } from '../../../src/core/goal-holds.ts'
import { matchPostcondition } from '../../../src/core/goal-matching.ts'
import type { Json } from '../../../src/core/json.ts'
import type { Percept } from '../../../src/core/percept.ts'
import type { SkillParameter } from '../../../src/core/skill.ts'
import { examplePercept } from '../../support/examples.ts'

const PARAMETERS: readonly SkillParameter[] = [
  { name: 'item', type: 'item', description: '', default: 'oak_log' },
  { name: 'count', type: 'count', description: '', default: 1 },
  { name: 'place', type: 'position', description: '', default: { x: 0, y: 0, z: 0 } },
]
const ORIGIN = { x: 0, y: 0, z: 0 }
const HERE = { x: 1, y: 2, z: 3 }

const match = (postcondition: Goal | null, goal: Goal, parameters = PARAMETERS) =>
  matchPostcondition({ parameters, postcondition }, goal)
const have = (item: string, count: number | string): Goal => ({ type: 'have', item, count })

test.each<[string, Goal, Goal, readonly Json[] | null]>([
  ['binds name and count', have('$item', '$count'), have('stick', 4), ['stick', 4, ORIGIN]],
  [
    'takes defaults for what the goal leaves open',
    have('stick', 4),
    have('stick', 4),
    ['oak_log', 1, ORIGIN],
  ],
  ['is content with more than is wanted', have('stick', 4), have('stick', 3), ['oak_log', 1, ORIGIN]],
  ['wants no less', have('stick', 4), have('stick', 5), null],
  ['wants the same item', have('stick', '$count'), have('bow', 1), null],
  ['wants the same kind of goal', have('$item', 1), { type: 'consumed', item: 'bread', count: 1 }, null],
  [
    'takes what goes into a chest for nothing that is handed over',
    { type: 'given', to: 'Ada', item: '$item', count: '$count', by: 'chest' },
    { type: 'given', to: 'Ada', item: 'bread', count: 2 },
    null,
  ],
  [
    'binds what is put into a chest, and where',
    { type: 'given', to: 'Ada', item: '$item', count: '$count', at: '$place', by: 'chest' },
    { type: 'given', to: 'Ada', item: 'bread', count: 2, at: HERE, by: 'chest' },
    ['bread', 2, HERE],
  ],
  [
    'binds what is eaten',
    { type: 'consumed', item: '$item', count: '$count' },
    { type: 'consumed', item: 'bread', count: 2 },
    ['bread', 2, ORIGIN],
  ],
  [
    'binds what is killed',
    { type: 'killed', mob: '$item', count: '$count' },
    { type: 'killed', mob: 'cow', count: 2 },
    ['cow', 2, ORIGIN],
  ],
  [
    'binds what is worn',
    { type: 'equipped', item: '$item' },
    { type: 'equipped', item: 'bow' },
    ['bow', 1, ORIGIN],
  ],
  [
    'binds a place',
    { type: 'at', position: '$place', radius: 2 },
    { type: 'at', position: HERE, radius: 3 },
    ['oak_log', 1, HERE],
  ],
  [
    'wants to come as near',
    { type: 'at', position: '$place', radius: 2 },
    { type: 'at', position: HERE, radius: 1 },
    null,
  ],
  [
    'compares a fixed place',
    { type: 'at', position: ORIGIN, radius: 2 },
    { type: 'at', position: HERE, radius: 2 },
    null,
  ],
  [
    'binds a block and its place',
    { type: 'block-at', block: '$item', position: '$place' },
    { type: 'block-at', block: 'chest', position: HERE },
    ['chest', 1, HERE],
  ],
  [
    'compares code as text',
    { type: 'code', source: 'a' },
    { type: 'code', source: 'a' },
    ['oak_log', 1, ORIGIN],
  ],
  ['tells code apart', { type: 'code', source: 'a' }, { type: 'code', source: 'b' }, null],
  ['never reaches a goal with references', have('$item', '$count'), have('stick', '$count'), null],
])('matchPostcondition() %s', (_what, postcondition, goal, values) => {
  expect(match(postcondition, goal)).toEqual(values)
})

test('matchPostcondition() of a skill without a postcondition is null', () => {
  expect(match(null, have('stick', 1))).toBeNull()
})

test('matchPostcondition() wants every part of an all-of goal, from one call', () => {
  const both: Goal = { type: 'all-of', goals: [have('stick', 2), have('torch', 5)] }
  const promise: Goal = { type: 'all-of', goals: [have('stick', '$count'), have('torch', '$count')] }
  expect(match(promise, both)).toEqual(['oak_log', 5, ORIGIN])
  expect(match(have('stick', '$count'), both)).toBeNull()
  const same: Goal = { type: 'all-of', goals: [have('$item', 1), { type: 'equipped', item: '$item' }] }
  expect(match(same, { type: 'all-of', goals: [have('bow', 1), { type: 'equipped', item: 'bow' }] })).toEqual(
    ['bow', 1, ORIGIN],
  )
  expect(
    match(same, { type: 'all-of', goals: [have('bow', 1), { type: 'equipped', item: 'axe' }] }),
  ).toBeNull()
})

test('matchPostcondition() takes back a choice that does not work out', () => {
  const promise: Goal = { type: 'all-of', goals: [have('$item', 1), have('stick', 1)] }
  expect(match(promise, { type: 'all-of', goals: [have('stick', 1), have('bow', 1)] })).toEqual([
    'bow',
    1,
    ORIGIN,
  ])
})

test('matchPostcondition() is content with any part of an any-of goal, and counts an any-of promise for little', () => {
  const either: Goal = { type: 'any-of', goals: [have('stick', 2), have('torch', 5)] }
  expect(match(have('torch', 9), either)).toEqual(['oak_log', 1, ORIGIN])
  expect(match(either, have('torch', 5))).toBeNull()
  expect(match(either, either)).toEqual(['oak_log', 1, ORIGIN])
  expect(match({ type: 'any-of', goals: [] }, have('torch', 1))).toBeNull()
})

test('matchPostcondition() is null when a parameter has neither binding nor default, or the wrong type', () => {
  const needed: readonly SkillParameter[] = [{ name: 'item', type: 'item', description: '', default: null }]
  expect(match(have('stick', 1), have('stick', 1), needed)).toBeNull()
  expect(match(have('$item', 1), have('stick', 1), needed)).toEqual(['stick'])
  expect(match(have('$other', 1), have('stick', 1), needed)).toBeNull()
  const counted: readonly SkillParameter[] = [{ name: 'item', type: 'count', description: '', default: 1 }]
  expect(match(have('$item', 1), have('stick', 1), counted)).toBeNull()
})

test('whatever makes the bound postcondition true makes the goal true', async () => {
  const names = fc.constantFrom('a', 'b', '$item')
  const counts = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant('$count'))
  const goals = (item: fc.Arbitrary<string>, count: fc.Arbitrary<number | string>) =>
    fc.letrec<{ goal: Goal }>((tie) => ({
      goal: fc.oneof(
        { maxDepth: 2, depthSize: 'small' },
        fc.record({ type: fc.constant('have'), item, count }),
        fc.record({
          type: fc.constantFrom('all-of', 'any-of'),
          goals: fc.array(tie('goal'), { minLength: 1, maxLength: 3 }),
        }),
      ) as fc.Arbitrary<Goal>,
    })).goal
  const percepts = fc
    .dictionary(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 4 }))
    .map((inventory) => examplePercept({ inventory }))
  let matched = 0
  await fc.assert(
    fc.asyncProperty(
      goals(names, counts),
      goals(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 3 })),
      percepts,
      async (postcondition, goal, percept) => {
        const values = match(postcondition, goal)
        if (values === null) return
        const promise = bindGoal(postcondition, bindArguments(PARAMETERS, values))
        if (!(await holds(promise, percept))) return
        matched++
        expect(await holds(goal, percept)).toBe(true)
      },
    ),
    { numRuns: 3000 },
  )
  expect(matched).toBeGreaterThan(50)
})

async function holds(goal: Goal, percept: Percept): Promise<boolean> {
  const evidence = { percept, baseline: percept.tally, blockAt: async () => null, runCode: async () => false }
  return (await checkGoal(goal, evidence)).holds
}
