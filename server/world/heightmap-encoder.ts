import { MIN_Y } from './world-bounds.ts'

/** A 64-bit number as its upper and lower half, each a signed 32-bit integer, as prismarine-nbt takes it. */
export type LongWords = readonly [upper: number, lower: number]

const BITS = 9
const VALUES_PER_LONG = 7

/**
 * Packs heights into longs of seven 9-bit values (https://minecraft.wiki/w/Java_Edition_protocol/Chunk_format#Heightmaps).
 *
 * @param heights of the highest block for each of 16×16 places, x fastest; one below the world where there is none
 */
export function encodeHeightmap(heights: Int16Array): readonly LongWords[] {
  const longs: LongWords[] = []
  for (let start = 0; start < heights.length; start += VALUES_PER_LONG) {
    let long = 0n
    for (let index = Math.min(start + VALUES_PER_LONG, heights.length) - 1; index >= start; index--) {
      long = (long << BigInt(BITS)) | BigInt((heights[index] ?? 0) - MIN_Y + 1)
    }
    longs.push([Number(BigInt.asIntN(32, long >> 32n)), Number(BigInt.asIntN(32, long))])
  }
  return longs
}
