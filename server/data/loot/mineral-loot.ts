import { bonusDrop, oreDrop, withFortunateChance } from './fortune.ts'
import { drop, type LootRule, nothing } from './loot-rule.ts'

const ORE_DROPS: Readonly<Record<string, LootRule>> = {
  coal: oreDrop('coal'),
  iron: oreDrop('raw_iron'),
  copper: oreDrop('raw_copper', 2, 5),
  gold: oreDrop('raw_gold'),
  redstone: bonusDrop('redstone', 4, 5),
  lapis: oreDrop('lapis_lazuli', 4, 9),
  diamond: oreDrop('diamond'),
  emerald: oreDrop('emerald'),
}

const BREAKS_POTS = /_(sword|pickaxe|axe|shovel|hoe)$/

/** Drops of stones, ores, earths and what is made of them, where they are not the block itself. */
export const MINERAL_LOOT: Readonly<Record<string, LootRule>> = {
  ...Object.fromEntries(
    Object.entries(ORE_DROPS).flatMap(([ore, rule]) => [
      [`${ore}_ore`, rule],
      [`deepslate_${ore}_ore`, rule],
    ]),
  ),
  nether_gold_ore: oreDrop('gold_nugget', 2, 6),
  nether_quartz_ore: oreDrop('quartz'),
  gravel: withFortunateChance([0.1, 1 / 7, 0.25, 1], drop('flint'), drop('gravel')),
  gilded_blackstone: withFortunateChance(
    [0.1, 1 / 7, 0.25, 1],
    drop('gold_nugget', 2, 5),
    drop('gilded_blackstone'),
  ),
  clay: drop('clay_ball', 4),
  glowstone: bonusDrop('glowstone_dust', 2, 4, { limit: 4 }),
  sea_lantern: bonusDrop('prismarine_crystals', 2, 3, { limit: 5 }),
  amethyst_cluster: (draw) =>
    (draw.tool?.endsWith('_pickaxe') === true ? oreDrop('amethyst_shard', 4) : drop('amethyst_shard', 2))(
      draw,
    ),
  creaking_heart: drop('resin_clump', 1, 3),
  snow_block: drop('snowball', 4),
  bookshelf: drop('book', 3),
  ender_chest: drop('obsidian', 8),
  campfire: drop('charcoal', 2),
  budding_amethyst: nothing,
  /** Whatever has an edge breaks it to pieces; a hand takes it up whole. */
  decorated_pot: (draw) =>
    (BREAKS_POTS.test(draw.tool ?? '') ? drop('brick', 4) : drop('decorated_pot'))(draw),
}
