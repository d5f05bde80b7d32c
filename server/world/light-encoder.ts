import type { LongWords } from './heightmap-encoder.ts'
import { MIN_Y, SECTION_COUNT, SECTION_SIZE } from './world-bounds.ts'

/** The light fields of the `map_chunk` packet. */
export interface LightPayload {
  readonly skyLightMask: readonly LongWords[]
  readonly blockLightMask: readonly LongWords[]
  readonly emptySkyLightMask: readonly LongWords[]
  readonly emptyBlockLightMask: readonly LongWords[]
  readonly skyLight: readonly Uint8Array[]
  readonly blockLight: readonly Uint8Array[]
}

const FULL_LIGHT = new Uint8Array(2048).fill(0xff)
/** The packet counts one more section below the world and one above it. */
const LIGHT_SECTIONS = SECTION_COUNT + 2

/**
 * Sky light by whole sections: full from the section of the lowest surface up to the one above the highest, none below.
 * Caves deep down are dark, everything near the surface is bright; there are no shadows.
 */
export function encodeLight(surface: Int16Array): LightPayload {
  let lowest = Number.POSITIVE_INFINITY
  let highest = Number.NEGATIVE_INFINITY
  for (const height of surface) {
    lowest = Math.min(lowest, height)
    highest = Math.max(highest, height)
  }
  const first = lightSection(lowest)
  const last = Math.min(lightSection(highest) + 1, LIGHT_SECTIONS - 1)
  return {
    skyLightMask: [maskOf(first, last)],
    emptySkyLightMask: [maskOf(0, first - 1)],
    blockLightMask: [[0, 0]],
    emptyBlockLightMask: [maskOf(0, LIGHT_SECTIONS - 1)],
    skyLight: new Array<Uint8Array>(last - first + 1).fill(FULL_LIGHT),
    blockLight: [],
  }
}

function lightSection(y: number): number {
  return Math.floor((y - MIN_Y) / SECTION_SIZE) + 1
}

function maskOf(first: number, last: number): LongWords {
  let mask = 0
  for (let section = first; section <= last; section++) mask |= 1 << section
  return [0, mask]
}
