import { expect, test } from 'vitest'
import type { Claim } from '../../../src/core/claim.ts'
import type { Json } from '../../../src/core/json.ts'
import type { PrimitiveResult } from '../../../src/core/primitive-result.ts'
import { attemptBeliefs } from '../../../src/mind/attempt-beliefs.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { exampleOutcome } from '../../support/examples.ts'

/** What one act shows to someone who believes the claims, as pairs of a claim and whether it was seen to be true. */
function shown(name: string, given: Json[], result: PrimitiveResult, believed: readonly Claim[] = []) {
  const trace = [{ type: 'act' as const, tick: 1, name, arguments: given, result }]
  const knowledge = createKnowledge(believed, [])
  const drafts = attemptBeliefs({ knowledge }, { outcome: { ...exampleOutcome(), trace } })
  return drafts.map(({ claim, confidence }) => [claim, confidence > 0])
}

const ok = (value: Json): PrimitiveResult => ({ ok: true, message: '', value })
const failed = (message: string): PrimitiveResult => ({ ok: false, code: 'failed', message })
const stick: Claim = {
  type: 'recipe',
  item: 'stick',
  makes: 4,
  ingredients: { coal: 1, oak_planks: 2 },
  table: true,
}

test('mining shows which tool works, and which does not', () => {
  const mined = (tool: string | null) => ok({ mined: 1, gained: { cobblestone: 1 }, tool })
  const tool = (tools: string[]): Claim => ({ type: 'tool', block: 'stone', tools })
  expect(shown('mineBlock', ['stone', 1], mined('stick'), [tool(['a_pickaxe'])])).toContainEqual([
    tool([]),
    true,
  ])
  expect(shown('mineBlock', ['stone', 1], mined(null))).toContainEqual([tool([]), true])
  expect(shown('mineBlock', ['stone', 1], mined('wooden_pickaxe'))).toContainEqual([
    tool(['wooden_pickaxe']),
    true,
  ])
  const useless: PrimitiveResult = {
    ok: false,
    code: 'nothing-dropped',
    message: 'The stone broke under the wooden_axe in hand, and nothing dropped.',
  }
  expect(shown('mineBlock', ['stone', 1], useless)).toEqual([
    [tool([]), false],
    [tool(['wooden_axe']), false],
  ])
})

test('crafting shows that a recipe works, how much it makes, or that it makes nothing', () => {
  const made = ok({ gained: { stick: 6 }, ingredients: { oak_planks: 2, coal: 1 } })
  expect(shown('craftItem', ['stick', 2], made, [stick])).toEqual([[{ ...stick, makes: 3 }, true]])
  const nothing = failed('Putting 1 coal and 2 oak_planks on the crafting_table made nothing.')
  expect(shown('craftItem', ['stick', 1], nothing, [stick])).toEqual([[stick, false]])
  const other = failed('Putting 1 oak_planks in the inventory grid made nothing.')
  expect(shown('craftItem', ['stick', 1], other, [stick])).toEqual([])
})

test('a furnace shows what comes out, and what does not burn', () => {
  const glass: Claim = { type: 'smelting', item: 'glass', from: 'gravel' }
  const fuel: Claim = { type: 'fuel', item: 'flint', smelts: 2 }
  const smelt = (result: PrimitiveResult) => shown('smeltItem', ['gravel', 'flint', 1], result, [glass, fuel])
  expect(smelt(ok({ gained: { brick: 1 } }))).toEqual([
    [{ type: 'smelting', item: 'brick', from: 'gravel' }, true],
    [fuel, true],
  ])
  expect(smelt(failed('The furnace does not take flint as fuel.'))).toEqual([[fuel, false]])
  expect(smelt(failed('Nothing came out of the furnace.'))).toEqual([[glass, false]])
  expect(smelt(failed('Opening the furnace took more than 120 ticks.'))).toEqual([])
})

test('killing a mob shows what it drops, and nothing by dropping nothing', () => {
  const wool: Claim = { type: 'mob-drop', mob: 'cow', items: ['string', 'leather'] }
  const kill = (gained: Record<string, number>) => shown('killMob', ['cow'], ok({ gained }), [wool])
  expect(kill({ leather: 1, beef: 2 })).toEqual([[wool, true]])
  expect(kill({ beef: 1 })).toEqual([[{ type: 'mob-drop', mob: 'cow', items: ['beef'] }, true]])
  expect(kill({})).toEqual([])
})

test('a chest that is not there is not believed in any more', () => {
  const chest = (x: number): Claim => ({ type: 'place', what: 'chest', position: { x, y: 2, z: 3 } })
  const gone: PrimitiveResult = {
    ok: false,
    code: 'not-found',
    message: 'There is no chest at (1, 2, 3) but air.',
  }
  expect(shown('checkItemInsideChest', [{ x: 1, y: 2, z: 3 }], gone, [chest(1), chest(9)])).toEqual([
    [chest(1), false],
  ])
})
