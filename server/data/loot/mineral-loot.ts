import { drop, type LootRule, nothing, withChance } from './loot-rule.ts'

const ORE_DROPS: Readonly<Record<string, LootRule>> = {
  coal: drop('coal'),
  iron: drop('raw_iron'),
  copper: drop('raw_copper', 2, 5),
  gold: drop('raw_gold'),
  redstone: drop('redstone', 4, 5),
  lapis: drop('lapis_lazuli', 4, 9),
  diamond: drop('diamond'),
  emerald: drop('emerald'),
}

/** Drops of stones, ores, earths and what is made of them, where they are not the block itself. */
export const MINERAL_LOOT: Readonly<Record<string, LootRule>> = {
  ...Object.fromEntries(
    Object.entries(ORE_DROPS).flatMap(([ore, rule]) => [
      [`${ore}_ore`, rule],
      [`deepslate_${ore}_ore`, rule],
    ]),
  ),
  nether_gold_ore: drop('gold_nugget', 2, 6),
  nether_quartz_ore: drop('quartz'),
  gravel: withChance(0.1, drop('flint'), drop('gravel')),
  gilded_blackstone: withChance(0.1, drop('gold_nugget', 2, 5), drop('gilded_blackstone')),
  clay: drop('clay_ball', 4),
  glowstone: drop('glowstone_dust', 2, 4),
  sea_lantern: drop('prismarine_crystals', 2, 3),
  amethyst_cluster: (draw) => drop('amethyst_shard', draw.tool?.endsWith('_pickaxe') === true ? 4 : 2)(draw),
  creaking_heart: drop('resin_clump', 1, 3),
  snow_block: drop('snowball', 4),
  bookshelf: drop('book', 3),
  ender_chest: drop('obsidian', 8),
  campfire: drop('charcoal', 2),
  budding_amethyst: nothing,
}
