import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/core/errors.ts'
import { goalSchema } from '../../../src/core/goal.ts'
import { GOAL_FORMS, parseGoalText } from '../../../src/core/goal-text.ts'

describe('parseGoalText()', () => {
  it.each([
    ['have 3 oak_log', { type: 'have', item: 'oak_log', count: 3 }],
    ['have minecraft:oak_log', { type: 'have', item: 'oak_log', count: 1 }],
    ['killed 2 zombie', { type: 'killed', mob: 'zombie', count: 2 }],
    ['given 3 oak_log to Ada', { type: 'given', to: 'Ada', item: 'oak_log', count: 3 }],
    ['given 3 oak_log to Ada by chest', { type: 'given', to: 'Ada', item: 'oak_log', count: 3, by: 'chest' }],
    ['consumed bread', { type: 'consumed', item: 'bread', count: 1 }],
    ['equipped iron_helmet', { type: 'equipped', item: 'iron_helmet' }],
    ['at 10 64 -3 within 2.5', { type: 'at', position: { x: 10, y: 64, z: -3 }, radius: 2.5 }],
    ['at 10 64 -3', { type: 'at', position: { x: 10, y: 64, z: -3 }, radius: 1 }],
    ['block-at 1 2 3 furnace', { type: 'block-at', block: 'furnace', position: { x: 1, y: 2, z: 3 } }],
  ])('reads "%s"', (text, goal) => {
    expect(parseGoalText(text)).toEqual(goal)
    expect(goalSchema.parse(goal)).toEqual(goal)
  })

  it('binds "and" closer than "or"', () => {
    const stick = { type: 'have', item: 'stick', count: 1 }
    const torch = { type: 'have', item: 'torch', count: 2 }
    expect(parseGoalText('have stick and have 2 torch or equipped torch')).toEqual({
      type: 'any-of',
      goals: [
        { type: 'all-of', goals: [stick, torch] },
        { type: 'equipped', item: 'torch' },
      ],
    })
  })

  it('reads its own examples', () => {
    for (const example of Object.values(GOAL_FORMS))
      expect(goalSchema.safeParse(parseGoalText(example)).success).toBe(true)
  })

  it.each([
    ['', 'is empty'],
    ['hav 1 stick', 'Did you mean "have"?'],
    ['dance', 'Known goals: have, killed'],
    ['have', 'A Minecraft name is missing'],
    ['have 0 stick', '"0" is not a whole number above 0'],
    ['have 1.5 stick', '"1.5" is not a whole number above 0'],
    ['have 1 Stone Pickaxe', '"Stone" is no Minecraft name'],
    ['have 1 stone pickaxe', '"pickaxe" is too much'],
    ['at 1 2', 'Three coordinates are needed'],
    ['at 1 2 3 near 4', 'only "within" and a number of blocks may follow'],
    ['have stick and', 'Known goals:'],
  ])('refuses "%s" with an example', (text, reason) => {
    expect(() => parseGoalText(text)).toThrow(InputError)
    expect(() => parseGoalText(text)).toThrow(reason)
    expect(() => parseGoalText(text)).toThrow(/Write/)
  })
})
