import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BlockProperties } from '../../../server/data/block-kind.ts'
import { dropsOf } from '../../../server/data/loot/block-loot.ts'
import { itemStack } from '../../../server/inventory/item-stack.ts'
import { createRandom } from '../../../src/core/random.ts'
import { registryOf, VERSIONS } from './registries.ts'

const DRAWS = 4000

type SingleDrop = [block: string, tool: string | null, item: string, properties?: BlockProperties]
const SINGLE_DROPS: SingleDrop[] = [
  ['dirt', null, 'dirt'],
  ['grass_block', null, 'dirt'],
  ['oak_log', null, 'oak_log'],
  ['sand', null, 'sand'],
  ['stone', 'wooden_pickaxe', 'cobblestone'],
  ['deepslate', 'wooden_pickaxe', 'cobbled_deepslate'],
  ['coal_ore', 'wooden_pickaxe', 'coal'],
  ['iron_ore', 'stone_pickaxe', 'raw_iron'],
  ['deepslate_iron_ore', 'stone_pickaxe', 'raw_iron'],
  ['diamond_ore', 'iron_pickaxe', 'diamond'],
  ['obsidian', 'diamond_pickaxe', 'obsidian'],
  ['crafting_table', null, 'crafting_table'],
  ['furnace', 'wooden_pickaxe', 'furnace'],
  ['wall_torch', null, 'torch'],
  ['white_bed', null, 'white_bed', { part: 'head' }],
  ['oak_door', null, 'oak_door', { half: 'lower' }],
  ['farmland', null, 'dirt'],
  ['oak_leaves', 'shears', 'oak_leaves'],
  ['vine', 'shears', 'vine'],
  ['cobweb', 'iron_sword', 'string'],
  ['cobweb', 'shears', 'cobweb'],
  ['wheat', null, 'wheat_seeds', { age: '3' }],
]

type MultipleDrop = [
  block: string,
  tool: string | null,
  item: string,
  count: number,
  properties?: BlockProperties,
]
const MULTIPLE_DROPS: MultipleDrop[] = [
  ['clay', null, 'clay_ball', 4],
  ['snow_block', 'wooden_shovel', 'snowball', 4],
  ['bookshelf', null, 'book', 3],
  ['ender_chest', 'wooden_pickaxe', 'obsidian', 8],
  ['oak_slab', null, 'oak_slab', 2, { type: 'double' }],
  ['snow', 'wooden_shovel', 'snowball', 3, { layers: '3' }],
  ['candle', null, 'candle', 4, { candles: '4' }],
  ['cocoa', null, 'cocoa_beans', 3, { age: '2' }],
]

describe.each(VERSIONS)('dropsOf() in %s', (version) => {
  const registry = registryOf(version)
  const shortGrass = version === '1.21.4' ? 'short_grass' : 'grass'

  /** How often each number of each item came, over many draws: `{ flint: { 1: 400 }, … }`. */
  function countsOf(block: string, tool: string | null, properties: BlockProperties = {}) {
    const random = createRandom(`${block}/${tool}`)
    const counts: Record<string, Record<number, number>> = {}
    for (let draw = 0; draw < DRAWS; draw++) {
      for (const stack of dropsOf(registry, registry.state(block, properties), held(tool), random)) {
        const ofItem = counts[stack.name] ?? {}
        counts[stack.name] = { ...ofItem, [stack.count]: (ofItem[stack.count] ?? 0) + 1 }
      }
    }
    return counts
  }

  function expectAlways(block: string, tool: string | null, item: string, count: number, properties = {}) {
    expect(countsOf(block, tool, properties)).toEqual({ [item]: { [count]: DRAWS } })
  }

  test.each(SINGLE_DROPS)('%s dug with %s always drops one %s', (block, tool, item, properties = {}) => {
    expectAlways(block, tool, item, 1, properties)
  })

  test.each(MULTIPLE_DROPS)(
    '%s dug with %s always drops %s ×%i',
    (block, tool, item, count, properties = {}) => {
      expectAlways(block, tool, item, count, properties)
    },
  )

  test.each([
    ['stone', null],
    ['stone', 'wooden_axe'],
    ['coal_ore', null],
    ['iron_ore', 'wooden_pickaxe'],
    ['iron_ore', 'golden_pickaxe'],
    ['diamond_ore', 'stone_pickaxe'],
    ['obsidian', 'iron_pickaxe'],
    ['furnace', null],
    ['snow', null],
    ['cobweb', null],
    ['glass', null],
    ['ice', 'iron_pickaxe'],
    ['vine', null],
    ['water', null],
    ['air', null],
  ])('%s dug with %s drops nothing', (block, tool) => {
    expect(countsOf(block, tool)).toEqual({})
  })

  test('upper halves of doors and feet of beds drop nothing', () => {
    expect(countsOf('oak_door', null, { half: 'upper' })).toEqual({})
    expect(countsOf('white_bed', null, { part: 'foot' })).toEqual({})
  })

  test.each([
    ['copper_ore', 'stone_pickaxe', 'raw_copper', [2, 3, 4, 5]],
    ['redstone_ore', 'iron_pickaxe', 'redstone', [4, 5]],
    ['lapis_ore', 'stone_pickaxe', 'lapis_lazuli', [4, 5, 6, 7, 8, 9]],
    ['nether_gold_ore', 'wooden_pickaxe', 'gold_nugget', [2, 3, 4, 5, 6]],
    ['glowstone', null, 'glowstone_dust', [2, 3, 4]],
    ['melon', null, 'melon_slice', [3, 4, 5, 6, 7]],
  ])('%s drops each number of %s%s in %j about equally often', (block, tool, item, counts) => {
    const drawn = countsOf(block, tool)
    expect(Object.keys(drawn)).toEqual([item])
    expect(Object.keys(drawn[item] ?? {}).map(Number)).toEqual(counts)
    for (const times of Object.values(drawn[item] ?? {})) {
      expect(times).toBeGreaterThan((0.85 * DRAWS) / counts.length)
      expect(times).toBeLessThan((1.15 * DRAWS) / counts.length)
    }
  })

  test('gravel drops flint one time in ten and itself otherwise, never both', () => {
    const { flint, gravel } = countsOf('gravel', null)
    expectShare(flint, 0.1)
    expectShare(gravel, 0.9)
    expect((flint?.[1] ?? 0) + (gravel?.[1] ?? 0)).toBe(DRAWS)
  })

  test('oak leaves drop saplings, sticks and apples, each rarely, and never themselves', () => {
    const drawn = countsOf('oak_leaves', null)
    expect(Object.keys(drawn).sort()).toEqual(['apple', 'oak_sapling', 'stick'])
    expectShare(drawn.oak_sapling, 0.05)
    expectShare(drawn.stick, 0.02)
    expectShare(drawn.apple, 0.005)
  })

  test('grass drops seeds one time in eight, and itself to shears', () => {
    const drawn = countsOf(shortGrass, null)
    expect(Object.keys(drawn)).toEqual(['wheat_seeds'])
    expectShare(drawn.wheat_seeds, 0.125)
    expectAlways(shortGrass, 'shears', shortGrass, 1)
    expectAlways('tall_grass', 'shears', shortGrass, 2, { half: 'lower' })
  })

  test('ripe wheat drops one wheat and one to four seeds', () => {
    const drawn = countsOf('wheat', null, { age: '7' })
    expect(drawn.wheat).toEqual({ 1: DRAWS })
    expect(Object.keys(drawn.wheat_seeds ?? {})).toEqual(['1', '2', '3', '4'])
  })

  test('ripe carrots and potatoes drop two to five', () => {
    expect(Object.keys(countsOf('carrots', null, { age: '7' }).carrot ?? {})).toEqual(['2', '3', '4', '5'])
    expect(Object.keys(countsOf('potatoes', null, { age: '7' }).potato ?? {})).toEqual(['2', '3', '4', '5'])
  })

  test('every state drops items of this version in counts that fit a slot, with any tool', () => {
    const tools = fc.constantFrom(null, 'shears', 'iron_sword', 'diamond_pickaxe', 'diamond_shovel')
    const states = fc
      .constantFrom(...registry.blocks)
      .chain((kind) => fc.integer({ min: kind.minState, max: kind.maxState }))
    fc.assert(
      fc.property(states, tools, fc.integer(), (state, tool, seed) => {
        for (const stack of dropsOf(registry, state, held(tool), createRandom(seed))) {
          expect(registry.item(stack.name).stackSize).toBeGreaterThanOrEqual(stack.count)
          expect(stack.count).toBeGreaterThan(0)
        }
      }),
      { numRuns: 3000 },
    )
  })
})

function held(tool: string | null) {
  return tool === null ? null : itemStack(tool)
}

function expectShare(counts: Readonly<Record<number, number>> | undefined, share: number): void {
  const times = Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0)
  expect(times / DRAWS).toBeGreaterThan(share * 0.5)
  expect(times / DRAWS).toBeLessThan(share * 1.5)
}
