/** A 64-bit number as its upper and lower half, each a signed 32-bit integer, as prismarine-nbt takes it. */
export type LongWords = readonly [upper: number, lower: number]

/** Packs values into longs; see `forEachLong`. */
export function packLongs(values: ArrayLike<number>, bits: number): readonly LongWords[] {
  const longs: LongWords[] = []
  forEachLong(values, bits, (upper, lower) => longs.push([upper, lower]))
  return longs
}

/**
 * Packs values into longs from the lowest bit, and calls back with the halves of each; no value spans two longs
 * (https://minecraft.wiki/w/Chunk_format#Block_format).
 */
export function forEachLong(
  values: ArrayLike<number>,
  bits: number,
  visit: (upper: number, lower: number) => void,
): void {
  const perLong = Math.floor(64 / bits)
  for (let start = 0; start < values.length; start += perLong) {
    let lower = 0
    let upper = 0
    const end = Math.min(start + perLong, values.length)
    for (let index = start, shift = 0; index < end; index++, shift += bits) {
      const value = values[index] ?? 0
      if (shift < 32) lower |= value << shift
      if (shift >= 32) upper |= value << (shift - 32)
      else if (shift + bits > 32) upper |= value >>> (32 - shift)
    }
    visit(upper, lower)
  }
}

/** Reads `count` packed values back. Throws where there are fewer. */
export function unpackLongs(longs: readonly LongWords[], bits: number, count: number): Uint16Array {
  const perLong = Math.floor(64 / bits)
  if (longs.length !== Math.ceil(count / perLong)) {
    throw new Error(`${longs.length} longs do not hold ${count} values of ${bits} bits`)
  }
  const values = new Uint16Array(count)
  const mask = 2 ** bits - 1
  for (let index = 0; index < count; index++) {
    const [upper, lower] = longs[Math.floor(index / perLong)] ?? [0, 0]
    const shift = (index % perLong) * bits
    values[index] = wordAt(upper, lower, shift) & mask
  }
  return values
}

/** The bits from `shift` upwards; at least the lowest 32 of them are right. */
function wordAt(upper: number, lower: number, shift: number): number {
  if (shift >= 32) return upper >>> (shift - 32)
  return shift === 0 ? lower : (lower >>> shift) | (upper << (32 - shift))
}
