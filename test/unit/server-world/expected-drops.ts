import type { MinecraftVersion } from '../../../server/data/minecraft-version.ts'

/** Items with the least and the most of each that come at a time, where they come. */
export type ExpectedDrops = readonly (readonly [item: string, least: number, most: number])[]

/** Drops that minecraft-data's plain list does not give: it knows neither counts nor chances nor shears. */
export interface UnlistedDrops {
  readonly blocks: RegExp
  /** Of which tools it is true, `hand` for none; null for all that harvest the block. */
  readonly tools: RegExp | null
  readonly drops: (block: string) => ExpectedDrops
  /** Versions that have such blocks. */
  readonly versions: readonly MinecraftVersion[]
}

const BOTH: readonly MinecraftVersion[] = ['1.21.4', '1.20.1']
const SHEARS = /^shears$/

/** The first that fits holds. Sources: the pages of the blocks on https://minecraft.wiki. */
export const UNLISTED_DROPS: readonly UnlistedDrops[] = [
  // Shears take up what other tools destroy.
  entry(
    /_leaves$|^(short_grass|grass|fern|dead_bush|vine|glow_lichen|seagrass|hanging_roots|nether_sprouts|small_dripleaf|pale_hanging_moss|cobweb)$/,
    (name) => [[name, 1, 1]],
    SHEARS,
  ),
  entry(/^tall_seagrass$/, () => [['seagrass', 2, 2]], SHEARS),
  entry(/^large_fern$/, () => [['fern', 2, 2]], SHEARS),
  entry(/^tall_grass$/, () => [['short_grass', 2, 2]], SHEARS, ['1.21.4']),
  entry(/^tall_grass$/, () => [['grass', 2, 2]], SHEARS, ['1.20.1']),
  entry(/^(weeping|twisting)_vines(_plant)?$/, (name) => [[name.replace('_plant', ''), 1, 1]], SHEARS),
  // Chances.
  entry(/^(oak|dark_oak)_leaves$/, (name) => [
    [name.replace('leaves', 'sapling'), 1, 1],
    ['stick', 1, 2],
    ['apple', 1, 1],
  ]),
  entry(/^mangrove_leaves$/, () => [['stick', 1, 2]]),
  entry(/azalea_leaves$/, (name) => [
    [name.replace('_leaves', ''), 1, 1],
    ['stick', 1, 2],
  ]),
  entry(/_leaves$/, (name) => [
    [name.replace('leaves', 'sapling'), 1, 1],
    ['stick', 1, 2],
  ]),
  entry(/^(short_grass|grass|tall_grass|fern|large_fern)$/, () => [['wheat_seeds', 1, 1]]),
  entry(/^dead_bush$/, () => [['stick', 1, 2]]),
  entry(/^(weeping|twisting)_vines(_plant)?$/, (name) => [[name.replace('_plant', ''), 1, 1]]),
  entry(/^gravel$/, () => [
    ['gravel', 1, 1],
    ['flint', 1, 1],
  ]),
  entry(/^gilded_blackstone$/, () => [
    ['gilded_blackstone', 1, 1],
    ['gold_nugget', 2, 5],
  ]),
  entry(/^(brown|red)_mushroom_block$/, (name) => [[name.replace('_block', ''), 1, 2]]),
  entry(/^chorus_plant$/, () => [['chorus_fruit', 1, 1]]),
  entry(/^attached_(pumpkin|melon)_stem$/, (name) => [
    [name.replace('attached_', '').replace('stem', 'seeds'), 1, 3],
  ]),
  entry(/^(pumpkin|melon)_stem$/, (name) => [[name.replace('stem', 'seeds'), 1, 3]]),
  // Counts.
  entry(/copper_ore$/, () => [['raw_copper', 2, 5]]),
  entry(/redstone_ore$/, () => [['redstone', 4, 5]]),
  entry(/lapis_ore$/, () => [['lapis_lazuli', 4, 9]]),
  entry(/^nether_gold_ore$/, () => [['gold_nugget', 2, 6]]),
  entry(/^clay$/, () => [['clay_ball', 4, 4]]),
  entry(/^glowstone$/, () => [['glowstone_dust', 2, 4]]),
  entry(/^sea_lantern$/, () => [['prismarine_crystals', 2, 3]]),
  entry(/^melon$/, () => [['melon_slice', 3, 7]]),
  entry(/^snow_block$/, () => [['snowball', 4, 4]]),
  entry(/^snow$/, () => [['snowball', 1, 1]]),
  entry(/^bookshelf$/, () => [['book', 3, 3]]),
  entry(/^ender_chest$/, () => [['obsidian', 8, 8]]),
  entry(/^campfire$/, () => [['charcoal', 2, 2]]),
  entry(/^creaking_heart$/, () => [['resin_clump', 1, 3]], null, ['1.21.4']),
  entry(/^amethyst_cluster$/, () => [['amethyst_shard', 4, 4]], /_pickaxe$/),
  entry(/^amethyst_cluster$/, () => [['amethyst_shard', 2, 2]]),
  entry(/^decorated_pot$/, () => [['brick', 4, 4]], /_(sword|pickaxe|axe|shovel|hoe)$/),
  // Missing from the list.
  entry(/^(mangrove_propagule|chorus_flower)$/, (name) => [[name, 1, 1]]),
  entry(/^resin_clump$/, (name) => [[name, 1, 1]], null, ['1.21.4']),
]

function entry(
  blocks: RegExp,
  drops: UnlistedDrops['drops'],
  tools: RegExp | null = null,
  versions = BOTH,
): UnlistedDrops {
  return { blocks, tools, drops, versions }
}
