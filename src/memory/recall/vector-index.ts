import { bestOf, type Scored } from './best.ts'
import type { VectorCode } from './vector-codes.ts'

/**
 * Finds the vectors nearest to one, by angle. Few vectors are compared one by one. Among many, one bit per dimension (whether
 * it lies above the average) picks candidates first, which takes a sixteenth of the reading, and only these are compared: of
 * the ten nearest more than 95 % are found (`npm run bench -- memory` measures it).
 */
export class VectorIndex {
  readonly #dimensions: number
  readonly #words: number
  #bytes: Int8Array
  #steps: Float32Array
  #signs: Int32Array
  #scores = new Float64Array(0)
  #distances = new Uint16Array(0)
  /** By dimension, in steps; null while every vector is compared. */
  #average: Int8Array | null = null
  #averagedAt = 0
  #length = 0

  constructor(dimensions: number) {
    this.#dimensions = dimensions
    this.#words = Math.ceil(dimensions / 32)
    this.#bytes = new Int8Array(dimensions * 64)
    this.#steps = new Float32Array(64)
    this.#signs = new Int32Array(this.#words * 64)
  }

  get length(): number {
    return this.#length
  }

  /** @returns its slot; they count from 0 */
  add({ bytes, step }: VectorCode): number {
    if (bytes.length !== this.#dimensions) throw new Error(`A vector has ${bytes.length} numbers.`)
    const slot = this.#length++
    this.#grow()
    this.#bytes.set(bytes, slot * this.#dimensions)
    this.#steps[slot] = step
    if (this.#average !== null) this.#sign(slot, this.#average)
    return slot
  }

  /** The nearest slots, best first; the score is the cosine of the angle. */
  search(query: VectorCode, limit: number): readonly Scored[] {
    if (this.#length <= COMPARE_ALL) return this.#compareAll(query, limit)
    if (this.#average === null || this.#length > this.#averagedAt * 2) this.#takeAverage()
    const candidates = this.#candidates(query, Math.max(CANDIDATES, limit * 20))
    const scores = Float64Array.from(candidates, (slot) => this.#cosine(query, slot))
    return bestOf(scores, scores.length, limit).map(({ slot, score }) => ({
      slot: candidates[slot] ?? 0,
      score,
    }))
  }

  /** Every vector compared, however many there are: what the quick search is measured against. */
  #compareAll(query: VectorCode, limit: number): readonly Scored[] {
    if (this.#scores.length < this.#length) this.#scores = new Float64Array(this.#length * 2)
    for (let slot = 0; slot < this.#length; slot++) this.#scores[slot] = this.#cosine(query, slot)
    return bestOf(this.#scores, this.#length, limit)
  }

  #cosine({ bytes, step }: VectorCode, slot: number): number {
    return innerProduct(bytes, this.#bytes, slot * this.#dimensions) * step * (this.#steps[slot] ?? 0)
  }

  /** Slots whose bits differ least from the query's: about `wanted` of them, more where many differ alike. */
  #candidates(query: VectorCode, wanted: number): readonly number[] {
    const bits = new Int32Array(this.#words)
    setSigns(query.bytes, 0, this.#average ?? new Int8Array(this.#dimensions), bits, 0)
    const counts = this.#measureDistances(bits)
    let most = 0
    for (let reached = 0; most < counts.length; most++) {
      reached += counts[most] ?? 0
      if (reached >= wanted) break
    }
    const slots: number[] = []
    for (let slot = 0; slot < this.#length; slot++) {
      if ((this.#distances[slot] as number) <= most) slots.push(slot)
    }
    return slots
  }

  /** Fills in by how many bits each vector differs, and counts how many differ by how much. */
  #measureDistances(bits: Int32Array): Uint32Array {
    if (this.#distances.length < this.#length) this.#distances = new Uint16Array(this.#length * 2)
    const counts = new Uint32Array(this.#words * 32 + 1)
    fillDistances(this.#signs, bits, this.#distances.subarray(0, this.#length), counts)
    return counts
  }

  #takeAverage(): void {
    const sums = new Float64Array(this.#dimensions)
    for (let slot = 0, at = 0; slot < this.#length; slot++) {
      for (let index = 0; index < this.#dimensions; index++, at++) {
        sums[index] = (sums[index] as number) + (this.#bytes[at] as number)
      }
    }
    const average = Int8Array.from(sums, (sum) => Math.round(sum / this.#length))
    this.#average = average
    this.#averagedAt = this.#length
    for (let slot = 0; slot < this.#length; slot++) this.#sign(slot, average)
  }

  #sign(slot: number, average: Int8Array): void {
    setSigns(this.#bytes, slot * this.#dimensions, average, this.#signs, slot * this.#words)
  }

  #grow(): void {
    if (this.#length <= this.#steps.length) return
    const capacity = this.#steps.length * 2
    this.#bytes = extended(this.#bytes, new Int8Array(capacity * this.#dimensions))
    this.#steps = extended(this.#steps, new Float32Array(capacity))
    this.#signs = extended(this.#signs, new Int32Array(capacity * this.#words))
  }
}

/** Up to so many vectors, comparing each takes a few milliseconds. */
const COMPARE_ALL = 8192

/** So many of the vectors whose bits are most alike are compared. */
const CANDIDATES = 1000

/** How many bits are set in each number of 16 bits. */
const BITS = Uint8Array.from({ length: 65_536 }, (_, value) => {
  let bits = 0
  for (let rest = value; rest > 0; rest >>= 1) bits += rest & 1
  return bits
})

// Both loops run over millions of numbers and touch nothing but local variables, which is what makes them quick.

function innerProduct(one: Int8Array, all: Int8Array, start: number): number {
  const { length } = one
  let sum = 0
  for (let index = 0; index < length; index++) {
    sum += (one[index] as number) * (all[start + index] as number)
  }
  return sum
}

function fillDistances(
  signs: Int32Array,
  bits: Int32Array,
  distances: Uint16Array,
  counts: Uint32Array,
): void {
  const words = bits.length
  const table = BITS
  for (let slot = 0, at = 0; slot < distances.length; slot++) {
    let distance = 0
    for (let word = 0; word < words; word++, at++) {
      const difference = (signs[at] as number) ^ (bits[word] as number)
      distance += (table[difference & 0xffff] as number) + (table[difference >>> 16] as number)
    }
    distances[slot] = distance
    counts[distance] = (counts[distance] as number) + 1
  }
}

function setSigns(bytes: Int8Array, start: number, average: Int8Array, signs: Int32Array, at: number): void {
  for (let index = 0; index < average.length; index++) {
    const word = at + (index >> 5)
    if (index % 32 === 0) signs[word] = 0
    if ((bytes[start + index] as number) > (average[index] as number)) {
      signs[word] = (signs[word] as number) | (1 << (index & 31))
    }
  }
}

function extended<Values extends Int8Array | Float32Array | Int32Array>(old: Values, larger: Values): Values {
  larger.set(old)
  return larger
}
