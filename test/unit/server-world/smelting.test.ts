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

  test.each(VERSIONS)('all names are items of %s, later additions aside', (version) => {
    const registry = registryOf(version)
    const names = [...allSmeltings()].flatMap(([from, { item }]) => [from, item])
    const unknown = names.filter((name) => registry.findItem(name) === null)
    expect(unknown.filter((name) => version === '1.21.4' || !NEW_IN_1_21_4.test(name))).toEqual([])
  })
})
