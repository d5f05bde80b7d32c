import type { LongWords } from '../packed-longs.ts'
import { SECTION_COUNT } from '../world-bounds.ts'
import type { ColumnLight } from './column-light.ts'
import type { LightLayer } from './light-layer.ts'

/** The light fields of the `map_chunk` and `update_light` packets. */
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
 * Light in the network's form, whose bytes prismarine-chunk, and so Mineflayer, reads in the wrong order: bots see pairs of
 * places mirrored within each row of a column, as they do on any server (https://minecraft.wiki/w/Java_Edition_protocol/Chunk_format#Light_data). Of the sections
 * in full daylight only the lowest one above the land is sent; clients take the rest for granted.
 */
export function encodeLight(light: ColumnLight): LightPayload {
  const openSky = openFrom(light.sky)
  const sky = encodeLevels(light.sky, Math.min(SECTION_COUNT, openSky + 1))
  const block = encodeLevels(light.block, SECTION_COUNT)
  return payloadOf(sky, block)
}

interface EncodedLayer {
  readonly lit: LongWords
  readonly dark: LongWords
  readonly arrays: readonly Uint8Array[]
}

function payloadOf(sky: EncodedLayer, block: EncodedLayer): LightPayload {
  return {
    skyLightMask: [sky.lit],
    emptySkyLightMask: [sky.dark],
    blockLightMask: [block.lit],
    emptyBlockLightMask: [block.dark],
    skyLight: sky.arrays,
    blockLight: block.arrays,
  }
}

/** The lowest section from which upwards everything is in full daylight. */
function openFrom(levels: LightLayer): number {
  let first = SECTION_COUNT
  while (first > 0 && levels.sections[first - 1] === 15) first--
  return first
}

/** The sections of the light that are marked as changed, in the network's form. */
export function encodeLightChanges({ sky, block }: ColumnLight): LightPayload {
  return payloadOf(encodeChanged(sky), encodeChanged(block))
}

function encodeLevels(layer: LightLayer, end: number): EncodedLayer {
  const { lit, dark, arrays } = encodeSections(layer, (1 << end) - 1)
  const isDarkAbove = end === SECTION_COUNT && layer.sections[SECTION_COUNT - 1] === 0
  return { lit, dark: [0, dark[1] | 1 | (isDarkAbove ? 1 << (LIGHT_SECTIONS - 1) : 0)], arrays }
}

function encodeChanged(layer: LightLayer): EncodedLayer {
  return encodeSections(layer, layer.changed)
}

/** @param which bits of the sections, the lowest first */
function encodeSections(layer: LightLayer, which: number): EncodedLayer {
  const arrays: Uint8Array[] = []
  let lit = 0
  let dark = 0
  for (const [index, section] of layer.sections.entries()) {
    if ((which & (1 << index)) === 0) continue
    if (section === 0) {
      dark |= 1 << (index + 1)
      continue
    }
    lit |= 1 << (index + 1)
    arrays.push(packed(section))
  }
  return { lit: [0, lit], dark: [0, dark], arrays }
}

/** Two levels a byte, the first in the lower half. */
function packed(section: number | Uint8Array): Uint8Array {
  if (typeof section === 'number')
    return section === 15 ? FULL_LIGHT : new Uint8Array(2048).fill(section * 17)
  const bytes = new Uint8Array(2048)
  for (let index = 0; index < bytes.length; index++) {
    bytes[index] = (section[2 * index] ?? 0) | ((section[2 * index + 1] ?? 0) << 4)
  }
  return bytes
}
