import { bestOf, type Scored } from './best.ts'

/**
 * Finds entries by the terms that they share with a query (BM25, Robertson and Zaragoza, 2009), in memory: a term counts the
 * more the fewer entries have it, and entries with few terms count more than those with many. Reads the lists of the
 * query's terms and nothing else, so that 100,000 entries take about a millisecond.
 */
export class TermIndex {
  readonly #postings = new Map<string, Posting>()
  /** By slot; nothing where the entry was removed. */
  readonly #terms: (readonly string[] | undefined)[] = []
  #scores = new Float32Array(64)
  #count = 0
  #length = 0

  /** @param slot of the entry; not in use */
  add(slot: number, terms: readonly string[]): void {
    const distinct = [...new Set(terms)]
    this.#terms[slot] = distinct
    for (const term of distinct) {
      const posting = this.#postings.get(term) ?? { slots: [], alive: 0 }
      posting.slots.push(slot)
      posting.alive++
      this.#postings.set(term, posting)
    }
    this.#count++
    this.#length += distinct.length
  }

  /** Lists are cleaned up once half of what they name is gone, so that removing many entries takes no long. */
  remove(slot: number): void {
    const terms = this.#terms[slot]
    if (terms === undefined) return
    this.#terms[slot] = undefined
    for (const term of terms) {
      const posting = this.#postings.get(term)
      if (posting === undefined) continue
      posting.alive--
      if (posting.alive * 2 > posting.slots.length) continue
      posting.slots = posting.slots.filter((other) => this.#terms[other] !== undefined)
      if (posting.alive === 0) this.#postings.delete(term)
    }
    this.#count--
    this.#length -= terms.length
  }

  search(terms: readonly string[], limit: number): readonly Scored[] {
    const scores = this.#cleared()
    const average = this.#length / Math.max(1, this.#count)
    for (const term of new Set(terms)) {
      const posting = this.#postings.get(term)
      // What most entries have tells none apart and would take the most time.
      if (posting === undefined || (posting.alive * 2 > this.#count && this.#count > SMALL)) continue
      const weight = Math.log(1 + (this.#count - posting.alive + 0.5) / (posting.alive + 0.5))
      for (const slot of posting.slots) {
        const length = this.#terms[slot]?.length
        if (length === undefined) continue
        const share = 1 / (1 + SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / average))
        scores[slot] = (scores[slot] ?? 0) + weight * share
      }
    }
    return bestOf(scores, this.#terms.length, limit)
  }

  /** What the last search gave the slot. */
  scoreOf(slot: number): number {
    return this.#scores[slot] ?? 0
  }

  #cleared(): Float32Array {
    if (this.#scores.length < this.#terms.length) this.#scores = new Float32Array(this.#terms.length * 2)
    else this.#scores.fill(0, 0, this.#terms.length)
    return this.#scores
  }
}

interface Posting {
  slots: number[]
  /** How many of the slots are in use. */
  alive: number
}

/** Up to so many entries every term counts. */
const SMALL = 200

/** How little a term counts in a long entry (the usual `k1`). */
const SATURATION = 1.2

/** How much of that depends on the length (the usual `b`). */
const LENGTH_SHARE = 0.5
