import type { Wood } from './biomes.ts'

/** One flat layer of leaves around a trunk. */
export interface CrownLayer {
  /** Height above the highest log; 0 and less are beside the trunk. */
  readonly rise: number
  /** In blocks to each side. */
  readonly radius: number
  readonly corners: 'none' | 'some' | 'all'
}

/** Widest radius of all crowns. */
export const WIDEST_CROWN = 3

const ROUND: readonly CrownLayer[] = [
  { rise: -2, radius: 2, corners: 'some' },
  { rise: -1, radius: 2, corners: 'some' },
  { rise: 0, radius: 1, corners: 'some' },
  { rise: 1, radius: 1, corners: 'none' },
]
const FLAT: readonly CrownLayer[] = [
  { rise: 0, radius: 3, corners: 'none' },
  { rise: 1, radius: 1, corners: 'all' },
]

/** The leaves of a tree (https://minecraft.wiki/w/Tree): round for most, flat for acacias, a cone for spruces. */
export function crownOf(wood: Wood, height: number): readonly CrownLayer[] {
  if (wood === 'acacia') return FLAT
  if (wood === 'spruce') return cone(height)
  return ROUND
}

/** Wide and narrow layers in turn, down to two blocks above the ground. */
function cone(height: number): readonly CrownLayer[] {
  const layers: CrownLayer[] = [{ rise: 1, radius: 0, corners: 'none' }]
  for (let depth = 0; depth < height - 2; depth++) {
    layers.push({ rise: -depth, radius: depth === 0 || depth % 2 === 1 ? 1 : 2, corners: 'none' })
  }
  return layers
}
