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
  /** By slot; 0 where the entry was removed. */
  #lengths = new Uint16Array(64)
  #scores = new Float32Array(64)
  #count = 0
  #length = 0

  /** @param slot of the entry; not in use */
  add(slot: number, terms: readonly string[]): void {
    const distinct = [...new Set(terms)]
    this.#terms[slot] = distinct
    this.#setLength(slot, distinct.length)
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
    this.#setLength(slot, 0)
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

  /**
   * The slots that share the most with the query, best first, by the rarer of its terms: of an index with many entries the
   * common terms are left out once `MOST_VISITS` places have been looked at, so that the time has a bound.
   */
  search(terms: readonly string[], limit: number): readonly Scored[] {
    const scores = this.#cleared()
    const average = this.#length / Math.max(1, this.#count)
    const lengths = this.#lengths
    let visits = 0
    for (const { posting, weight } of this.#weighted(terms)) {
      visits += posting.slots.length
      if (visits > MOST_VISITS && visits > posting.slots.length) break
      addScores(posting.slots, { scores, lengths, average, weight })
    }
    return bestOf(scores, this.#terms.length, limit)
  }

  /** What each of the slots shares with the query, by all of its terms; those that share nothing are left out. */
  scoresOf(terms: readonly string[], slots: Iterable<number>): ReadonlyMap<number, number> {
    const weights = new Map(this.#weighted(terms).map(({ term, weight }) => [term, weight]))
    const average = this.#length / Math.max(1, this.#count)
    const scores = new Map<number, number>()
    for (const slot of slots) {
      const own = this.#terms[slot] ?? []
      const weight = own.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0)
      if (weight > 0) scores.set(slot, weight * share(own.length, average))
    }
    return scores
  }

  /** The query's terms that tell entries apart, the rarest first. */
  #weighted(terms: readonly string[]): readonly WeightedTerm[] {
    const known = [...new Set(terms)].flatMap((term): readonly WeightedTerm[] => {
      const posting = this.#postings.get(term)
      // What most entries have tells none apart and would take the most time.
      if (posting === undefined || (posting.alive * 2 > this.#count && this.#count > SMALL)) return []
      const weight = Math.log(1 + (this.#count - posting.alive + 0.5) / (posting.alive + 0.5))
      return [{ term, posting, weight }]
    })
    return known.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
  }

  #cleared(): Float32Array {
    if (this.#scores.length < this.#terms.length) this.#scores = new Float32Array(this.#terms.length * 2)
    else this.#scores.fill(0, 0, this.#terms.length)
    return this.#scores
  }

  #setLength(slot: number, length: number): void {
    if (slot >= this.#lengths.length) {
      const larger = new Uint16Array(Math.max(slot + 1, this.#lengths.length * 2))
      larger.set(this.#lengths)
      this.#lengths = larger
    }
    this.#lengths[slot] = Math.min(length, 0xffff)
  }
}

interface WeightedTerm {
  readonly term: string
  readonly posting: Posting
  readonly weight: number
}

interface Scoring {
  readonly scores: Float32Array
  readonly lengths: Uint16Array
  readonly average: number
  readonly weight: number
}

function addScores(slots: readonly number[], { scores, lengths, average, weight }: Scoring): void {
  for (const slot of slots) {
    const length = lengths[slot] as number
    if (length > 0) scores[slot] = (scores[slot] as number) + weight * share(length, average)
  }
}

/** How much a shared term counts in an entry with so many terms. */
function share(length: number, average: number): number {
  return 1 / (1 + SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / average))
}

interface Posting {
  slots: number[]
  /** How many of the slots are in use. */
  alive: number
}

/** Places that one search looks at, beyond those of its rarest term. */
const MOST_VISITS = 60_000

/** Up to so many entries every term counts. */
const SMALL = 200

/** How little a term counts in a long entry (the usual `k1`). */
const SATURATION = 1.2

/** How much of that depends on the length (the usual `b`). */
const LENGTH_SHARE = 0.5
