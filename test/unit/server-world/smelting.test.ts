import { describe, expect, test } from 'vitest'
import { allSmeltings, smeltingOf } from '../../../server/data/smelting.ts'
import { registryOf, VERSIONS } from './registries.ts'

/** Things that only the later version has. */
const NEW_IN_1_21_4 = /^(stripped_)?pale_oak|^resin/

describe('smeltingOf()', () => {
  test.each([
    ['raw_iron', 'iron_ingot', 0.7],
    ['iron_ore', 'iron_ingot', 0.7],
    ['deepslate_gold_ore', 'gold_ingot', 1],
    ['raw_copper', 'copper_ingot', 0.7],
    ['sand', 'glass', 0.1],
    ['cobblestone', 'stone', 0.1],
    ['stone', 'smooth_stone', 0.1],
    ['oak_log', 'charcoal', 0.15],
    ['stripped_birch_wood', 'charcoal', 0.15],
    ['beef', 'cooked_beef', 0.35],
    ['potato', 'baked_potato', 0.35],
    ['clay_ball', 'brick', 0.3],
    ['ancient_debris', 'netherite_scrap', 2],
    ['red_terracotta', 'red_glazed_terracotta', 0.1],
    ['golden_helmet', 'gold_nugget', 0.1],
    ['chainmail_boots', 'iron_nugget', 0.1],
  ])('%s becomes %s', (from, item, experience) => {
    expect(smeltingOf(from)).toEqual({ item, experience })
  })

  test.each(['oak_planks', 'crimson_stem', 'dirt', 'iron_ingot', 'glass', 'netherite_sword'])(
    '%s cannot be smelted',
    (item) => {
      expect(smeltingOf(item)).toBeNull()
    },
  )

  test.each([
    [
      'blast_furnace',
      ['iron_ore', 'raw_gold', 'nether_quartz_ore', 'ancient_debris', 'iron_pickaxe', 'chainmail_boots'],
    ],
    ['smoker', ['beef', 'cod', 'potato', 'kelp']],
    ['campfire', ['rabbit', 'salmon', 'potato', 'kelp']],
  ] as const)('%s takes part of what a furnace takes', (station, items) => {
    expect(items.map((item) => smeltingOf(item, station))).toEqual(items.map((item) => smeltingOf(item)))
  })

  test.each([
    ['blast_furnace', ['beef', 'sand', 'cobblestone', 'oak_log', 'clay_ball', 'cactus', 'wet_sponge']],
    ['smoker', ['iron_ore', 'sand', 'oak_log', 'chorus_fruit', 'cactus']],
    ['campfire', ['iron_ore', 'chorus_fruit']],
  ] as const)('%s does not take what belongs into a furnace', (station, items) => {
    expect(items.filter((item) => smeltingOf(item, station) !== null)).toEqual([])
    expect(items.filter((item) => smeltingOf(item) === null)).toEqual([])
  })

  test.each(VERSIONS)('every ore, raw metal, meat, colour and log of %s can be smelted', (version) => {
    const names = registryOf(version).items.map((item) => item.name)
    const expected = names.filter(
      (name) =>
        /_ore$|^raw_(iron|gold|copper)$|_terracotta$|^(stripped_)?.*_(log|wood)$/.test(name) &&
        !/glazed_terracotta$/.test(name),
    )
    expect(expected.length).toBeGreaterThan(60)
    expect(expected.filter((name) => smeltingOf(name) === null)).toEqual([])
    const foods = names
      .filter((name) => name.startsWith('cooked_'))
      .map((name) => name.slice('cooked_'.length))
    expect(foods.map((name) => smeltingOf(name, 'smoker')?.item)).toEqual(
      foods.map((name) => `cooked_${name}`),
    )
  })

  test.each(VERSIONS)('all names are items of %s, later additions aside', (version) => {
    const registry = registryOf(version)
    const names = [...allSmeltings()].flatMap(([from, { item }]) => [from, item])
    const unknown = names.filter((name) => registry.findItem(name) === null)
    expect(unknown.filter((name) => version === '1.21.4' || !NEW_IN_1_21_4.test(name))).toEqual([])
  })
})
