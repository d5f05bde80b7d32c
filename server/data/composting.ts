/** Share of tries in which one of the item raises the level, by item (Minecraft Wiki, "Composter"). */
const chances: readonly (readonly [chance: number, items: RegExp])[] = [
  [1, /^(cake|pumpkin_pie)$/],
  [
    0.85,
    /^(baked_potato|bread|cookie|flowering_azalea|hay_block|(brown|red)_mushroom_block|nether_wart_block|warped_wart_block|pitcher_plant|torchflower)$/,
  ],
  [
    0.5,
    /^(cactus|dried_kelp_block|flowering_azalea_leaves|glow_lichen|melon_slice|nether_sprouts|sugar_cane|tall_grass|vine|(twisting|weeping)_vines)$/,
  ],
  [
    0.3,
    /_leaves$|_sapling$|_seeds$|^(dried_kelp|short_grass|grass|kelp|seagrass|sweet_berries|glow_berries|moss_carpet|pale_moss_carpet|pale_hanging_moss|pink_petals|small_dripleaf|hanging_roots|mangrove_propagule|mangrove_roots|pitcher_pod)$/,
  ],
  [
    0.65,
    /_tulip$|^(apple|azalea|beetroot|big_dripleaf|carrot|cocoa_beans|(crimson|warped)_(fungus|roots)|fern|large_fern|lily_pad|melon|moss_block|pale_moss_block|mushroom_stem|nether_wart|potato|pumpkin|carved_pumpkin|(red|brown)_mushroom|sea_pickle|shroomlight|spore_blossom|wheat)$/,
  ],
  [
    0.65,
    /^(dandelion|poppy|blue_orchid|allium|azure_bluet|oxeye_daisy|cornflower|lily_of_the_valley|wither_rose|sunflower|lilac|rose_bush|peony|open_eyeblossom|closed_eyeblossom)$/,
  ],
]

/** Chance from 0 to 1 that one of the item raises a composter's level; null for what does not rot. */
export function compostChance(item: string): number | null {
  return chances.find(([, items]) => items.test(item))?.[0] ?? null
}
