import { VectorRows } from './vector-rows.ts'

/**
 * One bit per dimension of many vectors: whether the number lies above the average. Vectors whose bits differ little from a
 * query's lie near it.
 */
export class SignBits {
  readonly #average: Int8Array
  readonly #rows: VectorRows
  #distances = new Uint16Array(0)

  /** @param average by dimension */
  constructor(average: Int8Array) {
    this.#average = average
    this.#rows = new VectorRows(Math.ceil(average.length / 8))
  }

  set(slot: number, bytes: Int8Array): void {
    this.#rows.set(slot, this.#bitsOf(bytes))
  }

  /**
   * Slots below `length` whose bits differ least from the query's: about `wanted` of them, more where many differ alike, and
   * in their order.
   */
  nearest(query: Int8Array, length: number, wanted: number): readonly number[] {
    if (this.#distances.length < length) this.#distances = new Uint16Array(length * 2)
    const distances = this.#distances.subarray(0, length)
    this.#rows.ask(this.#bitsOf(query))
    this.#rows.measure(distances)
    return closest(distances, wanted, this.#average.length)
  }

  #bitsOf(bytes: Int8Array): Int8Array {
    const average = this.#average
    const bits = new Int8Array(Math.ceil(average.length / 8))
    for (let index = 0; index < average.length; index++) {
      if ((bytes[index] as number) <= (average[index] as number)) continue
      bits[index >> 3] = (bits[index >> 3] as number) | (1 << (index & 7))
    }
    return bits
  }
}

/** Places with the smallest distances: at least `wanted`, where there are so many. */
function closest(distances: Uint16Array, wanted: number, bits: number): number[] {
  const most = bound(distances, wanted, bits)
  const places: number[] = []
  for (let place = 0; place < distances.length; place++) {
    if ((distances[place] as number) <= most) places.push(place)
  }
  return places
}

/** The least distance that `wanted` of them do not exceed. */
function bound(distances: Uint16Array, wanted: number, bits: number): number {
  const counts = new Uint32Array(bits + 1)
  for (let place = 0; place < distances.length; place++) {
    const distance = distances[place] as number
    counts[distance] = (counts[distance] as number) + 1
  }
  let reached = 0
  return counts.findIndex((count) => {
    reached += count
    return reached >= wanted || reached === distances.length
  })
}
