import { createNoise2D } from 'simplex-noise'
import type { Random } from '../../../src/core/random.ts'
import type { TerrainSettings } from '../world-definition.ts'

/** Highest layer of still water. */
export const SEA_LEVEL = 62
/** Highest ground that is still a beach. */
const BEACH_TOP = SEA_LEVEL + 1
const OUTCROP_RISE = 3

/** What the ground is made of at its top. */
export type Cover = 'grass' | 'sand' | 'rock' | 'bottom'

/** The shape of the land, as functions of the place. */
export interface HeightField {
  /** Height of the highest ground block, water aside. */
  groundY(x: number, z: number): number
  cover(x: number, z: number, groundY: number): Cover
  isGrove(x: number, z: number): boolean
}

export function createHeightField(settings: TerrainSettings, random: Random): HeightField {
  const hills = createNoise2D(random.fork('hills').float)
  const outcrops = createNoise2D(random.fork('outcrops').float)
  const groves = createNoise2D(random.fork('groves').float)
  const outcropThreshold = settings.outcrops === 0 ? 1 : 0.95 - 0.9 * settings.outcrops
  const groveThreshold = 1 - 2 * settings.groves
  /** 0 outside of rocks, up to 1 in their middle. */
  const rockiness = (x: number, z: number) =>
    Math.max(0, (outcrops(x / 28, z / 28) - outcropThreshold) / (1 - outcropThreshold || 1))
  return {
    groundY: (x, z) => {
      const hill =
        0.65 * hills(x / 180, z / 180) +
        0.25 * hills(x / 60 + 1000, z / 60) +
        0.1 * hills(x / 24, z / 24 + 1000)
      return Math.floor(settings.groundHeight + settings.hills * hill + OUTCROP_RISE * rockiness(x, z))
    },
    cover: (x, z, groundY) => {
      if (groundY < SEA_LEVEL - 1) return 'bottom'
      if (rockiness(x, z) > 0) return 'rock'
      return groundY <= BEACH_TOP ? 'sand' : 'grass'
    },
    isGrove: (x, z) => groves(x / 60, z / 60) > groveThreshold,
  }
}
