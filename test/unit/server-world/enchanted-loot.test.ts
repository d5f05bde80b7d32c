import { describe, expect, test } from 'vitest'
import type { BlockProperties } from '../../../server/data/block-kind.ts'
import { dropsOf } from '../../../server/data/loot/block-loot.ts'
import { itemData } from '../../../server/inventory/item-data.ts'
import { itemStack } from '../../../server/inventory/item-stack.ts'
import { createRandom } from '../../../src/core/random.ts'
import { registryOf, VERSIONS } from './registries.ts'

const DRAWS = 20_000

/** A block, an item, its mean count without Fortune and by each level of it, and the block's properties. */
type Case = [block: string, item: string, means: number[], properties?: BlockProperties]

// Means of Minecraft Wiki: Fortune.
const MEANS: Case[] = [
  ['diamond_ore', 'diamond', [1, 4 / 3, 1.75, 2.2]],
  ['lapis_ore', 'lapis_lazuli', [6.5, 6.5 * (4 / 3), 6.5 * 1.75, 14.3]],
  ['redstone_ore', 'redstone', [4.5, 5, 5.5, 6]],
  ['nether_quartz_ore', 'quartz', [1, 4 / 3, 1.75, 2.2]],
  ['gravel', 'flint', [0.1, 1 / 7, 0.25, 1]],
  ['carrots', 'carrot', [26 / 7, 30 / 7, 34 / 7, 38 / 7], { age: '7' }],
  ['sweet_berry_bush', 'sweet_berries', [2.5, 3, 3.5, 4], { age: '3' }],
  ['oak_leaves', 'oak_sapling', [1 / 20, 1 / 16, 1 / 12, 1 / 10]],
  ['glowstone', 'glowstone_dust', [3, 10 / 3, 32 / 9, 11 / 3]],
  ['stone', 'cobblestone', [1, 1, 1, 1]],
]

describe.each(VERSIONS)('enchanted tools in %s', (version) => {
  const registry = registryOf(version)

  function draw(block: string, enchantments: Record<string, number>, properties: BlockProperties = {}) {
    const tool = itemStack('netherite_pickaxe', 1, 0, itemData({ enchantments }))
    const random = createRandom(block)
    const state = registry.state(block, properties)
    return () => dropsOf(registry, state, tool, random)
  }

  function mean(block: string, item: string, fortune: number, properties: BlockProperties = {}): number {
    const drops = draw(block, { fortune }, properties)
    let sum = 0
    for (let time = 0; time < DRAWS; time++) {
      for (const stack of drops()) if (stack.name === item) sum += stack.count
    }
    return sum / DRAWS
  }

  test.each(MEANS)('%s gives %s by Fortune', (block, item, means, properties = {}) => {
    for (const [level, expected] of means.entries()) {
      const actual = mean(block, item, level, properties)
      expect(Math.abs(actual / expected - 1), `${item} at level ${level}: ${actual}`).toBeLessThan(0.15)
      if (expected >= 1) expect(Math.abs(actual / expected - 1)).toBeLessThan(0.03)
    }
  })

  test('silk touch takes blocks as they are, and each as an item of the version', () => {
    const kept = (block: string) => draw(block, { silk_touch: 1, fortune: 3 })()
    for (const block of ['stone', 'diamond_ore', 'oak_leaves', 'glass', 'gravel', 'ice', 'grass_block']) {
      expect(kept(block)).toEqual([itemStack(block)])
    }
    expect(kept('infested_stone')).toEqual([itemStack('stone')])
    expect(draw('wheat', { silk_touch: 1 }, { age: '0' })()).toEqual([itemStack('wheat_seeds')])
    for (const block of registry.blocks) {
      for (const stack of kept(block.name)) expect(registry.findItem(stack.name), block.name).not.toBeNull()
    }
  })
})
