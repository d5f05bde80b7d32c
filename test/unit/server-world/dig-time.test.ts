import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digTicks, ORDINARY_CONDITIONS } from '../../../server/data/dig-time.ts'
import { registryOf, VERSIONS } from './registries.ts'

/** Breaking times in seconds from https://minecraft.wiki/w/Breaking#Blocks_by_hardness. */
const WIKI_SECONDS: readonly (readonly [block: string, tool: string | null, seconds: number])[] = [
  ['stone', null, 7.5],
  ['stone', 'wooden_pickaxe', 1.15],
  ['stone', 'stone_pickaxe', 0.6],
  ['stone', 'iron_pickaxe', 0.4],
  ['stone', 'diamond_pickaxe', 0.3],
  ['stone', 'golden_pickaxe', 0.2],
  ['cobblestone', null, 10],
  ['cobblestone', 'wooden_pickaxe', 1.5],
  ['oak_log', null, 3],
  ['oak_log', 'wooden_axe', 1.5],
  ['oak_log', 'stone_axe', 0.75],
  ['oak_planks', null, 3],
  ['dirt', null, 0.75],
  ['dirt', 'wooden_shovel', 0.4],
  ['grass_block', null, 0.9],
  ['sand', null, 0.75],
  ['gravel', null, 0.9],
  ['crafting_table', null, 3.75],
  ['furnace', null, 17.5],
  ['furnace', 'wooden_pickaxe', 2.65],
  ['chest', null, 3.75],
  ['coal_ore', null, 15],
  ['coal_ore', 'wooden_pickaxe', 2.25],
  ['iron_ore', 'wooden_pickaxe', 7.5],
  ['iron_ore', 'stone_pickaxe', 1.15],
  ['diamond_ore', 'stone_pickaxe', 3.75],
  ['diamond_ore', 'iron_pickaxe', 0.75],
  ['obsidian', null, 250],
  ['obsidian', 'diamond_pickaxe', 9.4],
  ['oak_leaves', null, 0.3],
  ['oak_leaves', 'shears', 0],
  ['white_wool', null, 1.2],
  ['white_wool', 'shears', 0.25],
  ['cobweb', null, 20],
  ['cobweb', 'iron_sword', 0.4],
  ['torch', null, 0],
  ['poppy', null, 0],
]

describe.each(VERSIONS)('digTicks() in %s', (version) => {
  const registry = registryOf(version)

  test.each(WIKI_SECONDS)('%s with %s takes %s s', (block, tool, seconds) => {
    expect(digTicks(registry.block(block), tool)).toBe(Math.round(seconds * 20))
  })

  test.each(['bedrock', 'water', 'air', 'barrier'])('%s never breaks', (block) => {
    expect(digTicks(registry.block(block), 'diamond_pickaxe')).toBe(Number.POSITIVE_INFINITY)
  })

  test('an eye under water and feet in the air make it five times slower each', () => {
    const stone = registry.block('stone')
    expect(digTicks(stone, null, { ...ORDINARY_CONDITIONS, headInWater: true })).toBe(750)
    expect(digTicks(stone, null, { ...ORDINARY_CONDITIONS, onGround: false })).toBe(750)
    expect(digTicks(stone, null, { ...ORDINARY_CONDITIONS, headInWater: true, onGround: false })).toBe(3750)
  })

  test('haste, fatigue and efficiency follow the formula', () => {
    const stone = registry.block('stone')
    expect(digTicks(stone, null, { ...ORDINARY_CONDITIONS, haste: 2 })).toBe(108)
    expect(digTicks(stone, null, { ...ORDINARY_CONDITIONS, miningFatigue: 1 })).toBe(500)
    expect(digTicks(stone, 'iron_pickaxe', { ...ORDINARY_CONDITIONS, efficiency: 2 })).toBe(5)
    expect(digTicks(stone, null, { ...ORDINARY_CONDITIONS, efficiency: 5 })).toBe(150)
  })

  test('no tool is slower than a hand, whatever the block', () => {
    const tools = registry.items.filter((item) => /_(pickaxe|axe|shovel|hoe|sword)$|^shears$/.test(item.name))
    fc.assert(
      fc.property(fc.constantFrom(...registry.blocks), fc.constantFrom(...tools), (block, tool) => {
        expect(digTicks(block, tool.name)).toBeLessThanOrEqual(digTicks(block, null))
      }),
    )
  })
})
