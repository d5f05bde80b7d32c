import { createNoise2D } from 'simplex-noise'
import type { Random } from '../../../src/core/random.ts'
import { SEA_LEVEL } from '../terrain/height-field.ts'
import type { ContinentsSettings } from '../world-definition.ts'
import type { BiomeName } from './biomes.ts'
import { chooseBiome } from './choose-biome.ts'
import { blend, type Climate, createClimate, smooth } from './climate.ts'

/** One place of the land. */
export interface Land {
  /** Height of the highest ground block, water aside. */
  readonly groundY: number
  readonly biome: BiomeName
}

/** The shape of the land and its biomes, as functions of the place. */
export interface LandField {
  landAt(x: number, z: number): Land
  /** Whether tunnels may break through the surface here. */
  isCaveMouth(x: number, z: number, land: Land): boolean
}

/** Height of the ground by how far inland a place lies. */
const COAST: readonly (readonly [continent: number, height: number])[] = [
  [-1, 34],
  [-0.45, 42],
  [-0.15, 55],
  [-0.03, 61],
  [0.05, 64.5],
  [0.3, 69],
  [1, 80],
]
const RIVER_BED = 57
const RIVER_BANK = 0.045
const RIVER_VALLEY = 0.16
const MOUNTAIN_HEIGHT = 42
const RIDGE_HEIGHT = 58
/** Mouths open well above the water, so that no cave drains a river. */
const LOWEST_MOUTH = SEA_LEVEL + 5

export function createLandField(settings: ContinentsSettings, random: Random): LandField {
  const climateAt = createClimate(settings, random)
  const mouths = createNoise2D(random.fork('mouths').float)
  return {
    landAt: (x, z) => {
      const climate = climateAt(x, z)
      const groundY = Math.floor(heightOf(climate))
      return { groundY, biome: chooseBiome(climate, groundY) }
    },
    isCaveMouth: (x, z, land) => land.groundY >= LOWEST_MOUTH && mouths(x / 44, z / 44) > 0.45,
  }
}

function heightOf(climate: Climate): number {
  const { continent, mountain, hills, ridge } = climate
  const inland = smooth((continent + 0.1) / 0.3)
  const rising = mountain * (MOUNTAIN_HEIGHT + RIDGE_HEIGHT * ridge * ridge * mountain)
  const land = coastHeight(continent) + (1 + 4 * inland) * hills + rising
  return inland === 0 ? land : cutRiver(land, climate.river, inland)
}

function coastHeight(continent: number): number {
  for (let index = 1; index < COAST.length; index++) {
    const [end, high] = COAST[index] ?? [1, 80]
    if (continent > end) continue
    const [start, low] = COAST[index - 1] ?? [-1, 34]
    return blend(low, high, (continent - start) / (end - start))
  }
  return 80
}

/** Lowers the land to a valley beside a river and to its bed in the middle. */
function cutRiver(land: number, river: number, inland: number): number {
  if (river >= RIVER_VALLEY || land <= RIVER_BED) return land
  const valley = smooth((RIVER_VALLEY - river) / (RIVER_VALLEY - RIVER_BANK))
  const lowered = blend(land, Math.min(land, SEA_LEVEL + 2), valley * 0.9 * inland)
  return river >= RIVER_BANK
    ? lowered
    : blend(lowered, RIVER_BED, smooth(1.6 * (1 - river / RIVER_BANK)) * inland)
}
