import type { BlockKind } from './block-kind.ts'

/** How readily a block catches fire from beside, and how fast it burns away (https://minecraft.wiki/w/Fire#Burning_blocks). */
export interface Flammability {
  readonly catches: number
  readonly burns: number
}

const kinds: readonly (readonly [names: RegExp, catches: number, burns: number])[] = [
  [/^(crimson|warped|stripped_crimson|stripped_warped)_|^nether_wart/, 0, 0],
  [/^(stripped_)?[a-z_]+_(log|wood)$|^(stripped_)?bamboo_block$/, 5, 5],
  [/_planks$|^bamboo_mosaic(_slab|_stairs)?$/, 5, 20],
  [
    /^(oak|spruce|birch|jungle|acacia|dark_oak|cherry|mangrove|bamboo|pale_oak)_(slab|stairs|fence|fence_gate)$/,
    5,
    20,
  ],
  [/_leaves$|^(vine|cave_vines(_plant)?|glow_lichen)$/, 30, 60],
  [/^(bookshelf|lectern|beehive|bee_nest|composter)$/, 30, 20],
  [/_wool$/, 30, 60],
  [/_carpet$/, 60, 20],
  [/^tnt$/, 15, 100],
  [/^(coal_block|target)$/, 5, 5],
  [/^(hay_block|dried_kelp_block)$/, 60, 20],
  [
    /^(short_grass|grass|fern|dead_bush|sweet_berry_bush|hanging_roots|spore_blossom|big_dripleaf(_stem)?|small_dripleaf)$/,
    60,
    100,
  ],
  [/^(tall_grass|large_fern|sunflower|lilac|rose_bush|peony|pitcher_plant)$/, 60, 100],
  [
    /^(dandelion|poppy|blue_orchid|allium|azure_bluet|oxeye_daisy|cornflower|lily_of_the_valley|torchflower|wither_rose)$|_tulip$/,
    60,
    100,
  ],
  [/^(bamboo|scaffolding|mangrove_roots|azalea|flowering_azalea)$/, 60, 60],
]

const NONE: Flammability = { catches: 0, burns: 0 }
const known = new WeakMap<BlockKind, Flammability>()

export function flammabilityOf(kind: BlockKind): Flammability {
  const found = known.get(kind) ?? look(kind.name)
  known.set(kind, found)
  return found
}

function look(block: string): Flammability {
  const entry = kinds.find(([names]) => names.test(block))
  return entry === undefined ? NONE : { catches: entry[1], burns: entry[2] }
}
