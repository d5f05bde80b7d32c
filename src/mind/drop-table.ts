/**
 * What blocks and mobs give where minecraft-data is silent or wrong: it leaves out what falls only sometimes, and wool.
 * What falls most often comes first; `air` stands for nothing.
 */
export function extraDrops(block: string): readonly string[] {
  if (block.endsWith('_leaves')) return leafDrops(block.slice(0, -'_leaves'.length))
  return BLOCK_DROPS[block] ?? []
}

export const MOB_DROPS: Readonly<Record<string, readonly string[]>> = {
  sheep: ['white_wool', 'mutton'],
  cow: ['beef', 'leather'],
  chicken: ['chicken', 'feather'],
}

const BLOCK_DROPS: Readonly<Record<string, readonly string[]>> = {
  gravel: ['gravel', 'flint'],
  short_grass: ['air', 'wheat_seeds'],
  grass: ['air', 'wheat_seeds'],
  tall_grass: ['air', 'wheat_seeds'],
  fern: ['air', 'wheat_seeds'],
  wheat: ['wheat', 'wheat_seeds'],
  sweet_berry_bush: ['sweet_berries'],
}

const SAPLING_OF: Readonly<Record<string, string>> = {
  mangrove: 'mangrove_propagule',
  azalea: 'azalea',
  flowering_azalea: 'flowering_azalea',
}

function leafDrops(tree: string): readonly string[] {
  const sapling = SAPLING_OF[tree] ?? `${tree}_sapling`
  return tree.endsWith('oak') && tree !== 'pale_oak'
    ? ['air', sapling, 'stick', 'apple']
    : ['air', sapling, 'stick']
}
