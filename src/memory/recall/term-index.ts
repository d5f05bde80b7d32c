import { bestOf, type Scored } from './best.ts'

/**
 * Finds entries by the terms that they share with a query (BM25, Robertson and Zaragoza, 2009), in memory: a term counts the
 * more the fewer entries have it, and entries with few terms count more than those with many. Reads the lists of the
 * query's terms and nothing else, so that 100,000 entries take about a millisecond.
 */
export class TermIndex {
  readonly #postings = new Map<string, Posting>()
  /** By slot; nothing where the entry was removed. */
  readonly #terms: (readonly Posting[] | undefined)[] = []
  /** By slot; 0 where the entry was removed. */
  #lengths = new Uint16Array(64)
  #scores = new Float32Array(64)
  #count = 0
  #length = 0

  /** @param slot of the entry; not in use */
  add(slot: number, terms: readonly string[]): void {
    const postings = [...new Set(terms)].map((term) => this.#postingOf(term))
    this.#terms[slot] = postings
    this.#setLength(slot, postings.length)
    for (const posting of postings) {
      posting.slots.push(slot)
      posting.alive++
    }
    this.#count++
    this.#length += postings.length
  }

  /** Lists are cleaned up once half of what they name is gone, so that removing many entries takes no long. */
  remove(slot: number): void {
    const postings = this.#terms[slot]
    if (postings === undefined) return
    this.#terms[slot] = undefined
    this.#setLength(slot, 0)
    for (const posting of postings) {
      posting.alive--
      if (posting.alive * 2 > posting.slots.length) continue
      posting.slots = posting.slots.filter((other) => this.#terms[other] !== undefined)
      if (posting.alive === 0) this.#postings.delete(posting.term)
    }
    this.#count--
    this.#length -= postings.length
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
    const weighted = this.#weighted(terms)
    for (const { posting, weight } of weighted) posting.weight = weight
    const average = this.#length / Math.max(1, this.#count)
    const scores = new Map<number, number>()
    for (const slot of slots) {
      const own = this.#terms[slot] ?? []
      let weight = 0
      for (const posting of own) weight += posting.weight
      if (weight > 0) scores.set(slot, weight * share(own.length, average))
    }
    for (const { posting } of weighted) posting.weight = 0
    return scores
  }

  /** The query's terms that tell entries apart, the rarest first. */
  #weighted(terms: readonly string[]): readonly WeightedTerm[] {
    const known = [...new Set(terms)].flatMap((term): readonly WeightedTerm[] => {
      const posting = this.#postings.get(term)
      // What most entries have tells none apart and would take the most time.
      if (posting === undefined || (posting.alive * 2 > this.#count && this.#count > SMALL)) return []
      const weight = Math.log(1 + (this.#count - posting.alive + 0.5) / (posting.alive + 0.5))
      return [{ posting, weight }]
    })
    return known.sort((a, b) => b.weight - a.weight || (a.posting.term < b.posting.term ? -1 : 1))
  }

  #postingOf(term: string): Posting {
    const known = this.#postings.get(term)
    if (known !== undefined) return known
    const posting = { term, slots: [], alive: 0, weight: 0 }
    this.#postings.set(term, posting)
    return posting
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
  readonly term: string
  slots: number[]
  /** How many of the slots are in use. */
  alive: number
  /** What it counts in the search under way; 0 for terms that it does not ask for. */
  weight: number
}

/** Places that one search looks at, beyond those of its rarest term. */
const MOST_VISITS = 60_000

/** Up to so many entries every term counts. */
const SMALL = 200

/** How little a term counts in a long entry (the usual `k1`). */
const SATURATION = 1.2

/** How much of that depends on the length (the usual `b`). */
const LENGTH_SHARE = 0.5
