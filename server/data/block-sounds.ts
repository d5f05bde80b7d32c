/** What a block sounds like: the part of its sounds' names behind `block.`, for example `grass` in `block.grass.step`. */
export type BlockSound = string

/** The first rule that fits decides. Source: Minecraft Wiki, "Sounds.json/Java Edition values" and the blocks' pages. */
const rules: readonly (readonly [RegExp, BlockSound])[] = [
  [/_wool$|_carpet$/, 'wool'],
  [/^(moss_block|pale_moss_block)$/, 'moss'],
  [/^cobweb$/, 'cobweb'],
  [/glass|^(ice|packed_ice|blue_ice|frosted_ice|glowstone|sea_lantern|beacon|redstone_lamp)$/, 'glass'],
  [/^(sand|red_sand|.*_concrete_powder)$/, 'sand'],
  [/^suspicious_(sand|gravel)$/, 'suspicious_sand'],
  [/^(gravel|dirt|coarse_dirt|clay|farmland)$/, 'gravel'],
  [/^rooted_dirt$/, 'rooted_dirt'],
  [/^(snow|snow_block)$/, 'snow'],
  [/^soul_sand$/, 'soul_sand'],
  [/^soul_soil$/, 'soul_soil'],
  [/^(cherry_leaves)$/, 'cherry_leaves'],
  [/^(azalea_leaves|flowering_azalea_leaves)$/, 'azalea_leaves'],
  [/_leaves$|_sapling$|^(tnt|hay_block|target|sponge|grass_block|podzol|mycelium|dirt_path)$/, 'grass'],
  [/^sweet_berry_bush$/, 'sweet_berry_bush'],
  [/^(vine|glow_lichen)$/, 'vine'],
  [/^scaffolding$/, 'scaffolding'],
  [/^ladder$/, 'ladder'],
  [/^lily_pad$/, 'lily_pad'],
  [/^(cherry)_/, 'cherry_wood'],
  [
    /^(bamboo)_(planks|block|door|trapdoor|fence|fence_gate|stairs|slab|mosaic.*|button|sign)$/,
    'bamboo_wood',
  ],
  [/^(crimson|warped)_(planks|door|trapdoor|fence|fence_gate|stairs|slab|button|sign)$/, 'nether_wood'],
  [/anvil$/, 'anvil'],
  [/lantern$/, 'lantern'],
  [/^(chain)$/, 'chain'],
  [/copper/, 'copper'],
  [
    /^(iron_block|gold_block|diamond_block|emerald_block|lapis_block|redstone_block|iron_(door|trapdoor|bars)|hopper|brewing_stand|.*rail|cauldron)$/,
    'metal',
  ],
  [/^netherite_block$/, 'netherite_block'],
  [/^deepslate$|^deepslate_.*_ore$|^cobbled_deepslate/, 'deepslate'],
  [/^polished_deepslate/, 'polished_deepslate'],
  [/^deepslate_brick/, 'deepslate_bricks'],
  [/^deepslate_tile/, 'deepslate_tiles'],
  [/^nether_(gold|quartz)_ore$/, 'nether_ore'],
  [/^(netherrack|magma_block|nether_brick.*)$/, 'netherrack'],
  [/^(basalt|polished_basalt|smooth_basalt)$/, 'basalt'],
  [/^tuff/, 'tuff'],
  [/^calcite$/, 'calcite'],
  [/^(dripstone_block|pointed_dripstone)$/, 'dripstone_block'],
  [/^amethyst|_amethyst_bud$/, 'amethyst_block'],
  [/^(slime_block)$/, 'slime_block'],
  [/^(honey_block)$/, 'honey_block'],
  [/^powder_snow$/, 'powder_snow'],
  [/^mud$/, 'mud'],
  [/candle$/, 'candle'],
  [
    /_bed$|^(chest|trapped_chest|barrel|crafting_table|torch|wall_torch|redstone_torch|redstone_wall_torch)$/,
    'wood',
  ],
]

/** Sounds of what minecraft-data counts among one class of tools. */
const soundOfMaterial: readonly (readonly [RegExp, BlockSound])[] = [
  [/leaves|plant|vine/, 'grass'],
  [/wool/, 'wool'],
  [/axe$/, 'wood'],
  [/shovel/, 'gravel'],
]

/** What the block sounds like; stone where nothing else is known of it. */
export function blockSound({
  name,
  material,
}: {
  readonly name: string
  readonly material: string
}): BlockSound {
  const named = rules.find(([pattern]) => pattern.test(name))?.[1]
  if (named !== undefined) return named
  if (material === 'mineable/pickaxe') return 'stone'
  return soundOfMaterial.find(([pattern]) => pattern.test(material))?.[1] ?? 'stone'
}
