import { bestOf, type Scored } from './best.ts'
import { SignBits } from './sign-bits.ts'
import type { VectorCode } from './vector-codes.ts'
import { VectorRows } from './vector-rows.ts'

/**
 * Finds the vectors nearest to one, by angle. Few vectors are compared one by one. Among many, one bit per dimension (whether
 * it lies above the average) picks candidates first, and only these are compared: of the ten nearest more than 95 % are
 * found (`npm run bench -- memory` measures it).
 */
export class VectorIndex {
  readonly #dimensions: number
  readonly #rows: VectorRows
  #steps = new Float32Array(64)
  /** Null while every vector is compared. */
  #signs: SignBits | null = null
  /** How many vectors there were when their average was taken. */
  #averagedAt = 0
  #length = 0

  constructor(dimensions: number) {
    this.#dimensions = dimensions
    this.#rows = new VectorRows(dimensions)
  }

  get length(): number {
    return this.#length
  }

  /** @returns its slot; they count from 0 */
  add({ bytes, step }: VectorCode): number {
    if (bytes.length !== this.#dimensions) throw new Error(`A vector has ${bytes.length} numbers.`)
    const slot = this.#length++
    if (slot >= this.#steps.length) this.#steps = extended(this.#steps)
    this.#rows.set(slot, bytes)
    this.#steps[slot] = step
    this.#signs?.set(slot, bytes)
    return slot
  }

  /** The nearest slots, best first; the score is the cosine of the angle. */
  search({ bytes, step }: VectorCode, limit: number): readonly Scored[] {
    const candidates = this.#candidates(bytes, Math.max(CANDIDATES, limit * 20))
    this.#rows.ask(bytes)
    const scores = Float32Array.from(
      candidates,
      (slot) => this.#rows.innerProduct(slot) * step * (this.#steps[slot] ?? 0),
    )
    return bestOf(scores, scores.length, limit).map(({ slot, score }) => ({
      slot: candidates[slot] ?? 0,
      score,
    }))
  }

  #candidates(query: Int8Array, wanted: number): readonly number[] {
    if (this.#length <= COMPARE_ALL) return Array.from({ length: this.#length }, (_, slot) => slot)
    if (this.#signs === null || this.#length > this.#averagedAt * 2) this.#signs = this.#signed()
    return this.#signs.nearest(query, this.#length, wanted)
  }

  /** The bits of all vectors against what they are on average now. */
  #signed(): SignBits {
    const sums = new Float64Array(this.#dimensions)
    for (let slot = 0; slot < this.#length; slot++) addTo(sums, this.#rows.row(slot))
    const average = Int8Array.from(sums, (sum) => Math.round(sum / this.#length))
    const signs = new SignBits(average)
    for (let slot = 0; slot < this.#length; slot++) signs.set(slot, this.#rows.row(slot))
    this.#averagedAt = this.#length
    return signs
  }
}

/** Up to so many vectors are compared one by one. */
const COMPARE_ALL = 2048

/** So many of the vectors whose bits are most alike are compared. */
const CANDIDATES = 800

function addTo(sums: Float64Array, row: Int8Array): void {
  for (let index = 0; index < sums.length; index++) {
    sums[index] = (sums[index] as number) + (row[index] as number)
  }
}

function extended(old: Float32Array): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(old.length * 2)
  larger.set(old)
  return larger
}
