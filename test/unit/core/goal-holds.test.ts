import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Goal } from '../../../src/core/goal.ts'
import { checkGoal, type GoalEvidence, ownedItems } from '../../../src/core/goal-holds.ts'
import type { Percept } from '../../../src/core/percept.ts'
import { examplePercept } from '../../support/examples.ts'

const EQUIPMENT = {
  hand: 'stick',
  offHand: 'shield',
  head: 'iron_helmet',
  torso: null,
  legs: null,
  feet: null,
}
const TALLY = { killed: { cow: 5 }, consumed: { bread: 2 }, crafted: {}, mined: {}, deaths: 0 }
const PERCEPT = examplePercept({
  inventory: { stick: 2, iron_helmet: 1 },
  equipment: EQUIPMENT,
  tally: TALLY,
})

const check = (goal: Goal, fields: Partial<GoalEvidence> = {}) =>
  checkGoal(goal, {
    percept: PERCEPT,
    baseline: { killed: { cow: 3 }, consumed: {}, crafted: {}, mined: {}, deaths: 0 },
    blockAt: async ({ x }) => (x === 1 ? 'chest' : null),
    runCode: async (source) => source === 'return true',
    ...fields,
  })

const at = (x: number) => ({ x, y: 64, z: 0 })

test.each<[Goal, boolean, string]>([
  [{ type: 'have', item: 'stick', count: 2 }, true, ''],
  [{ type: 'have', item: 'stick', count: 3 }, false, 'have stick: 2 of 3'],
  [{ type: 'have', item: 'iron_helmet', count: 2 }, true, ''],
  [{ type: 'have', item: 'shield', count: 1 }, true, ''],
  [{ type: 'have', item: 'constructor', count: 1 }, false, 'have constructor: 0 of 1'],
  [{ type: 'killed', mob: 'cow', count: 2 }, true, ''],
  [{ type: 'killed', mob: 'cow', count: 3 }, false, 'killed cow: 2 of 3'],
  [{ type: 'killed', mob: 'pig', count: 1 }, false, 'killed pig: 0 of 1'],
  [{ type: 'consumed', item: 'bread', count: 2 }, true, ''],
  [{ type: 'consumed', item: 'bread', count: 3 }, false, 'consumed bread: 2 of 3'],
  [{ type: 'equipped', item: 'shield' }, true, ''],
  [{ type: 'equipped', item: 'stick' }, true, ''],
  [{ type: 'equipped', item: 'bow' }, false, 'bow is neither worn nor held'],
  [{ type: 'at', position: at(3), radius: 3 }, true, ''],
  [{ type: 'at', position: at(3), radius: 2.9 }, false, '3.0 blocks away from (3, 64, 0)'],
  [{ type: 'block-at', block: 'chest', position: at(1) }, true, ''],
  [{ type: 'block-at', block: 'stone', position: at(1) }, false, 'chest at (1, 64, 0), not stone'],
  [
    { type: 'block-at', block: 'stone', position: at(2) },
    false,
    'nothing that can be seen at (2, 64, 0), not stone',
  ],
  [{ type: 'code', source: 'return true' }, true, ''],
  [{ type: 'code', source: 'return 1' }, false, "the goal's code did not return true"],
  [{ type: 'all-of', goals: [] }, true, ''],
  [{ type: 'any-of', goals: [] }, false, ''],
])('checkGoal(%j) is %s', async (goal, holds, missing) => {
  expect(await check(goal)).toEqual({ holds, missing })
})

test('checkGoal() of several goals says what is missing of all of them', async () => {
  const goals: Goal[] = [
    { type: 'have', item: 'stick', count: 1 },
    { type: 'have', item: 'bow', count: 1 },
    { type: 'equipped', item: 'bow' },
  ]
  expect(await check({ type: 'all-of', goals })).toEqual({
    holds: false,
    missing: 'have bow: 0 of 1; bow is neither worn nor held',
  })
  expect(await check({ type: 'any-of', goals })).toEqual({ holds: true, missing: '' })
  expect(await check({ type: 'any-of', goals: goals.slice(1) })).toEqual({
    holds: false,
    missing: 'have bow: 0 of 1 and bow is neither worn nor held',
  })
})

test('checkGoal() throws for a goal that still has references', async () => {
  await expect(check({ type: 'have', item: 'stick', count: '$count' })).rejects.toThrow(
    '"$count": bind it first',
  )
  await expect(check({ type: 'at', position: '$place', radius: 1 })).rejects.toThrow('bind it first')
})

test('ownedItems() counts what is worn and held in the off hand with the inventory, the hand once', () => {
  expect(ownedItems(PERCEPT)).toEqual({ stick: 2, iron_helmet: 2, shield: 1 })
})

test('owning more never makes a have goal false', async () => {
  const counts = fc.dictionary(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 5 }))
  await fc.assert(
    fc.asyncProperty(counts, counts, fc.integer({ min: 1, max: 9 }), async (inventory, more, count) => {
      const goal: Goal = { type: 'have', item: 'a', count }
      const owning = (items: Percept['inventory']) =>
        check(goal, { percept: examplePercept({ inventory: items }) })
      const sum = { ...more, a: (inventory.a ?? 0) + (more.a ?? 0) }
      if ((await owning(inventory)).holds) expect((await owning(sum)).holds).toBe(true)
    }),
  )
})
