import { type LongWords, packLongs } from './packed-longs.ts'
import { MIN_Y } from './world-bounds.ts'

const BITS = 9

/**
 * Packs heights into longs of seven 9-bit values (https://minecraft.wiki/w/Java_Edition_protocol/Chunk_format#Heightmaps).
 *
 * @param heights of the highest block for each of 16×16 places, x fastest; one below the world where there is none
 */
export function encodeHeightmap(heights: Int16Array): readonly LongWords[] {
  return packLongs(
    heights.map((height) => height - MIN_Y + 1),
    BITS,
  )
}
