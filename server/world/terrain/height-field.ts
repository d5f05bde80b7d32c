import { createNoise2D } from 'simplex-noise'
import type { Random } from '../../../src/core/random.ts'
import type { TerrainSettings } from '../world-definition.ts'

/** Highest layer of still water. */
export const SEA_LEVEL = 62
/** Highest ground that is still a beach. */
const BEACH_TOP = SEA_LEVEL + 1
const OUTCROP_RISE = 3
/** Ponds lie only where the land is low already, so that their banks are not steep. */
const POND_BOTTOM = SEA_LEVEL - 3
const POND_LAND_TOP = SEA_LEVEL + 9

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
  const hillAt = createHills(random)
  const rockinessAt = createPatches(random.fork('outcrops'), 28, 0.95 - 0.9 * settings.outcrops)
  const wetnessAt = createPatches(random.fork('ponds'), 48, 0.95 - 0.6 * settings.ponds)
  const groveAt = createNoise2D(random.fork('groves').float)
  const groveThreshold = 1 - 2 * settings.groves
  return {
    groundY: (x, z) => {
      const land = settings.groundHeight + settings.hills * hillAt(x, z)
      const sunken = settings.ponds === 0 ? land : sink(land, wetnessAt(x, z))
      return Math.floor(sunken + (settings.outcrops === 0 ? 0 : OUTCROP_RISE * rockinessAt(x, z)))
    },
    cover: (x, z, groundY) => {
      if (groundY < SEA_LEVEL - 1) return 'bottom'
      if (settings.outcrops > 0 && rockinessAt(x, z) > 0) return 'rock'
      return groundY <= BEACH_TOP ? 'sand' : 'grass'
    },
    isGrove: (x, z) => groveAt(x / 60, z / 60) > groveThreshold,
  }
}

/** Hills and valleys between -1 and 1: wide ones with smaller ones on top. */
function createHills(random: Random): (x: number, z: number) => number {
  const noise = createNoise2D(random.fork('hills').float)
  return (x, z) =>
    0.65 * noise(x / 180, z / 180) + 0.25 * noise(x / 60 + 1000, z / 60) + 0.1 * noise(x / 24, z / 24 + 1000)
}

/** Patches of some size: 0 outside of them, rising to 1 in their middle. */
function createPatches(random: Random, size: number, threshold: number): (x: number, z: number) => number {
  const noise = createNoise2D(random.float)
  return (x, z) => Math.max(0, (noise(x / size, z / size) - threshold) / (1 - threshold))
}

/** Lowers land towards the bottom of a pond, the more the wetter and the lower it is. */
function sink(land: number, wetness: number): number {
  const lowness = Math.min(1, Math.max(0, (POND_LAND_TOP - land) / 4))
  return land - Math.min(1, 2 * wetness) * lowness * Math.max(0, land - POND_BOTTOM)
}
