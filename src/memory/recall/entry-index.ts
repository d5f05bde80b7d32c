import { keywordsOf } from '../keywords.ts'
import { fuse, type RankedEntry } from './fuse.ts'
import { TermIndex } from './term-index.ts'
import type { VectorCode } from './vector-codes.ts'
import { VectorIndex } from './vector-index.ts'

/** What a memory is found by. */
export interface MemoryEntry {
  readonly key: string
  /** What its words are taken from. */
  readonly text: string
  /** What its vector is made of: memories that differ in a number or a place only share one. */
  readonly meaning: string
  /** Marks of the circumstances. */
  readonly marks: readonly string[]
  /** When it was new. */
  readonly tick: number
}

/** What entries are looked up for. */
export interface EntryQuery {
  readonly text: string
  /** Null to do without meaning. */
  readonly vector: VectorCode | null
  readonly marks: readonly string[]
  /** When they are looked up. */
  readonly tick: number
}

/**
 * Finds the memories of one kind by words, meaning, circumstances and recency together, in memory. What it finds depends on
 * the entries that it holds and not on how they came there.
 */
export class EntryIndex {
  readonly #slots = new Map<string, number>()
  readonly #entries: (MemoryEntry | undefined)[] = []
  readonly #words = new TermIndex()
  readonly #marks = new TermIndex()
  readonly #meanings = new Meanings()

  get size(): number {
    return this.#slots.size
  }

  keys(): IterableIterator<string> {
    return this.#slots.keys()
  }

  set(entry: MemoryEntry): void {
    const slot = this.#slots.get(entry.key)
    const known = slot === undefined ? undefined : this.#entries[slot]
    if (slot !== undefined && known !== undefined && isFoundAlike(known, entry)) {
      this.#entries[slot] = entry
      return
    }
    this.remove(entry.key)
    const free = this.#entries.length
    this.#slots.set(entry.key, free)
    this.#entries.push(entry)
    this.#words.add(free, keywordsOf(entry.text))
    this.#marks.add(free, entry.marks)
    this.#meanings.add(free, entry.meaning)
  }

  remove(key: string): void {
    const slot = this.#slots.get(key)
    const entry = slot === undefined ? undefined : this.#entries[slot]
    if (slot === undefined || entry === undefined) return
    this.#slots.delete(key)
    this.#entries[slot] = undefined
    this.#words.remove(slot)
    this.#marks.remove(slot)
    this.#meanings.remove(slot, entry.meaning)
  }

  /** Meanings whose vectors it lacks. */
  missing(): readonly string[] {
    return this.#meanings.missing()
  }

  learn(meaning: string, vector: VectorCode): void {
    this.#meanings.learn(meaning, vector)
  }

  /** Keys of the best entries, best first. */
  search({ text, vector, marks, tick }: EntryQuery, limit: number): readonly string[] {
    const candidates = Math.max(MOST_CANDIDATES, limit)
    const cosines = vector === null ? new Map<number, number>() : this.#meanings.search(vector, candidates)
    const terms = keywordsOf(text)
    const slots = new Set([
      ...cosines.keys(),
      ...this.#words.search(terms, candidates).map(({ slot }) => slot),
      ...this.#marks.search(marks, candidates).map(({ slot }) => slot),
    ])
    const wordScores = this.#words.scoresOf(terms, slots)
    const markScores = this.#marks.scoresOf(marks, slots)
    const ranked = [...slots].flatMap((slot): readonly RankedEntry[] => {
      const entry = this.#entries[slot]
      if (entry === undefined) return []
      return [
        {
          key: entry.key,
          tick: entry.tick,
          words: wordScores.get(slot) ?? 0,
          meaning: cosines.get(slot) ?? 0,
          marks: markScores.get(slot) ?? 0,
        },
      ]
    })
    return fuse(ranked, tick, limit)
  }
}

/** Entries of each list that are compared with all others. */
const MOST_CANDIDATES = 50

function isFoundAlike(one: MemoryEntry, other: MemoryEntry): boolean {
  return (
    one.text === other.text &&
    one.meaning === other.meaning &&
    one.marks.length === other.marks.length &&
    one.marks.every((mark, index) => mark === other.marks[index])
  )
}

/** The vectors of all meanings, and the slots of the entries that share each. */
class Meanings {
  readonly #slots = new Map<string, Set<number>>()
  readonly #rows = new Map<string, number>()
  readonly #byRow: string[] = []
  readonly #missing = new Set<string>()
  #vectors: VectorIndex | null = null

  add(slot: number, meaning: string): void {
    const slots = this.#slots.get(meaning) ?? new Set()
    this.#slots.set(meaning, slots.add(slot))
    if (!this.#rows.has(meaning)) this.#missing.add(meaning)
  }

  remove(slot: number, meaning: string): void {
    const slots = this.#slots.get(meaning)
    slots?.delete(slot)
    if (slots?.size !== 0) return
    this.#slots.delete(meaning)
    this.#missing.delete(meaning)
  }

  missing(): readonly string[] {
    return [...this.#missing]
  }

  learn(meaning: string, vector: VectorCode): void {
    if (!this.#missing.delete(meaning)) return
    this.#vectors ??= new VectorIndex(vector.bytes.length)
    const row = this.#vectors.add(vector)
    this.#rows.set(meaning, row)
    this.#byRow[row] = meaning
  }

  /** Cosines by slot: those of the nearest meanings that are in use. */
  search(query: VectorCode, limit: number): ReadonlyMap<number, number> {
    const found = new Map<number, number>()
    for (const { slot: row, score } of this.#vectors?.search(query, limit) ?? []) {
      const slots = [...(this.#slots.get(this.#byRow[row] ?? '') ?? [])]
      // Of many that mean the same the newest are likely to matter.
      for (const slot of slots.slice(-MOST_ALIKE)) found.set(slot, score)
    }
    return found
  }
}

/** Entries that mean the same and are looked at. */
const MOST_ALIKE = 20
