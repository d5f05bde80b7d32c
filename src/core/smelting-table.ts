/** What a furnace makes of what, as item from source; minecraft-data has no such table. */
export const SMELTING: readonly (readonly [item: string, from: string])[] = [
  ['stone', 'cobblestone'],
  ['smooth_stone', 'stone'],
  ['deepslate', 'cobbled_deepslate'],
  ['glass', 'sand'],
  ['glass', 'red_sand'],
  ['iron_ingot', 'raw_iron'],
  ['iron_ingot', 'iron_ore'],
  ['iron_ingot', 'deepslate_iron_ore'],
  ['gold_ingot', 'raw_gold'],
  ['gold_ingot', 'gold_ore'],
  ['gold_ingot', 'deepslate_gold_ore'],
  ['copper_ingot', 'raw_copper'],
  ['copper_ingot', 'copper_ore'],
  ['copper_ingot', 'deepslate_copper_ore'],
  ['netherite_scrap', 'ancient_debris'],
  ['brick', 'clay_ball'],
  ['terracotta', 'clay'],
  ['nether_brick', 'netherrack'],
  ['smooth_sandstone', 'sandstone'],
  ['smooth_red_sandstone', 'red_sandstone'],
  ['smooth_quartz', 'quartz_block'],
  ['smooth_basalt', 'basalt'],
  ['cracked_stone_bricks', 'stone_bricks'],
  ['cracked_deepslate_bricks', 'deepslate_bricks'],
  ['cracked_deepslate_tiles', 'deepslate_tiles'],
  ['cracked_nether_bricks', 'nether_bricks'],
  ['sponge', 'wet_sponge'],
  ['green_dye', 'cactus'],
  ['lime_dye', 'sea_pickle'],
  ['popped_chorus_fruit', 'chorus_fruit'],
  ['cooked_beef', 'beef'],
  ['cooked_porkchop', 'porkchop'],
  ['cooked_chicken', 'chicken'],
  ['cooked_mutton', 'mutton'],
  ['cooked_rabbit', 'rabbit'],
  ['cooked_cod', 'cod'],
  ['cooked_salmon', 'salmon'],
  ['baked_potato', 'potato'],
  ['dried_kelp', 'kelp'],
  ['charcoal', 'oak_log'],
  ['charcoal', 'spruce_log'],
  ['charcoal', 'birch_log'],
  ['charcoal', 'jungle_log'],
  ['charcoal', 'acacia_log'],
  ['charcoal', 'dark_oak_log'],
  ['charcoal', 'mangrove_log'],
  ['charcoal', 'cherry_log'],
  ['charcoal', 'pale_oak_log'],
]

/** How many items one fuel item smelts, of the fuels that come to mind. Burn times in ticks divided by 200. */
export function fuelValue(item: string): number | null {
  const exact = FUELS[item]
  if (exact !== undefined) return exact
  if (/^(crimson|warped)_/.test(item)) return null
  if (/_(log|wood|planks)$/.test(item)) return 1.5
  return item.endsWith('_sapling') ? 0.5 : null
}

const FUELS: Readonly<Record<string, number>> = {
  coal: 8,
  charcoal: 8,
  coal_block: 80,
  blaze_rod: 12,
  lava_bucket: 100,
  dried_kelp_block: 20,
  stick: 0.5,
  bamboo: 0.25,
}
