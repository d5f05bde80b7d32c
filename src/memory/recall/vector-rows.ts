import { createVectorKernels, type VectorKernels } from './vector-kernels.ts'

/**
 * Many rows of bytes that one query after another is compared with, in memory that only grows: the query first, then a
 * place for results, then the rows.
 */
export class VectorRows {
  readonly #kernels: VectorKernels
  readonly #blocks: number
  readonly #results: number
  readonly #start: number
  #bytes: Int8Array

  /** @param width bytes of a row */
  constructor(width: number) {
    this.#kernels = createVectorKernels()
    this.#blocks = Math.ceil(width / BLOCK)
    this.#results = this.#blocks * BLOCK
    this.#start = this.#results + CHUNK * 2
    this.#bytes = new Int8Array(this.#kernels.memory.buffer)
  }

  set(slot: number, row: Int8Array): void {
    const at = this.#at(slot)
    this.#grow(at + this.#blocks * BLOCK)
    this.#bytes.set(row, at)
  }

  /** The bytes of a row, to be read before the next one is set. */
  row(slot: number): Int8Array {
    const at = this.#at(slot)
    return this.#bytes.subarray(at, at + this.#blocks * BLOCK)
  }

  /** Sets what rows are compared with. */
  ask(query: Int8Array): void {
    this.#grow(this.#start)
    this.#bytes.set(query, 0)
  }

  innerProduct(slot: number): number {
    return this.#kernels.innerProduct(this.#at(slot), this.#blocks)
  }

  /** Fills in by how many bits each of the first rows differs from the query. */
  measure(distances: Uint16Array): void {
    const { memory, distances: measureRows } = this.#kernels
    const results = new Uint16Array(memory.buffer, this.#results, CHUNK)
    for (let first = 0; first < distances.length; first += CHUNK) {
      const count = Math.min(CHUNK, distances.length - first)
      measureRows(this.#at(first), this.#blocks, count, this.#results)
      distances.set(results.subarray(0, count), first)
    }
  }

  #at(slot: number): number {
    return this.#start + slot * this.#blocks * BLOCK
  }

  #grow(end: number): void {
    if (end <= this.#bytes.length) return
    const wanted = Math.max(end, this.#bytes.length * 2) - this.#bytes.length
    this.#kernels.memory.grow(Math.ceil(wanted / PAGE))
    this.#bytes = new Int8Array(this.#kernels.memory.buffer)
  }
}

/** Bytes that are compared at once. */
const BLOCK = 16

/** Rows whose distances are measured in one call. */
const CHUNK = 1024

/** Memory grows by so many bytes. */
const PAGE = 65_536
