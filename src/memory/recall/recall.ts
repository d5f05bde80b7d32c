import type { Recollection } from '../../core/brain.ts'
import type { Embedder } from '../../core/embedder.ts'
import { errorMessage } from '../../core/errors.ts'
import type { Cue } from '../../core/memory.ts'
import type { MemoryChange } from '../../core/memory-change.ts'
import type { VectorCache } from '../vector-cache.ts'
import { EntryIndex, type EntryQuery } from './entry-index.ts'
import { episodeEntry, factEntry, inWords, marksOf, skillEntry } from './memory-entries.ts'
import type { RecalledStores } from './recalled-stores.ts'
import { encodeVector, type VectorCode } from './vector-codes.ts'

/** What compares memories by meaning; without it, words, circumstances and recency decide. */
export interface Meaning {
  readonly embedder: Embedder
  /** Told once when the embedder cannot be used; recall goes on by words then. */
  readonly onFailure: (reason: string) => void
}

/**
 * Brings memories to mind. It reads the stores when it is first asked, and then follows their changes. Vectors that are
 * missing are computed before anything is compared, so that equal memories bring up the same, however fast the embedder is.
 */
export class Recall {
  readonly #stores: RecalledStores
  readonly #vectors: VectorCache
  #meaning: Meaning | null
  readonly #episodes = new EntryIndex()
  readonly #facts = new EntryIndex()
  readonly #skills = new EntryIndex()
  readonly #changedEpisodes = new Set<string>()
  readonly #changedFacts = new Set<string>()
  #isRead = false

  constructor(stores: RecalledStores, vectors: VectorCache, meaning: Meaning | null) {
    this.#stores = stores
    this.#vectors = vectors
    this.#meaning = meaning
  }

  /** Takes note that the stores have changed. */
  follow(changes: readonly MemoryChange[]): void {
    for (const change of changes) {
      if (change.type === 'episode-added' || change.type === 'episode-set') {
        this.#changedEpisodes.add(change.episode.id)
      }
      if (change.type === 'episode-forgotten') this.#changedEpisodes.add(change.id)
      if (change.type === 'belief-set') this.#changedFacts.add(change.belief.id)
      if (change.type === 'belief-forgotten') this.#changedFacts.add(change.id)
    }
  }

  async recall(cue: Cue, limit: number): Promise<Recollection> {
    this.#catchUp()
    const vector = await this.#vectorOf(cue.text)
    const marks = cue.circumstances === null ? [] : marksOf(cue.circumstances)
    const query: EntryQuery = { text: cue.text, vector, marks, tick: cue.tick }
    const { episodes, facts, skills } = this.#stores
    return {
      skills: this.#skills.search(query, limit).flatMap((name) => skills.find(name) ?? []),
      episodes: this.#episodes.search(query, limit).flatMap((id) => episodes.find(id) ?? []),
      facts: this.#facts.search(query, limit).flatMap((id) => facts.find(id) ?? []),
    }
  }

  #catchUp(): void {
    const { episodes, facts, skills } = this.#stores
    if (!this.#isRead) {
      for (const outline of episodes.outlines()) this.#episodes.set(episodeEntry(outline))
      for (const belief of facts.all()) this.#facts.set(factEntry(belief))
      this.#isRead = true
    }
    for (const id of this.#changedEpisodes) {
      const episode = episodes.find(id)
      if (episode === null) this.#episodes.remove(id)
      else this.#episodes.set(episodeEntry(episode))
    }
    for (const id of this.#changedFacts) {
      const belief = facts.find(id)
      if (belief === null) this.#facts.remove(id)
      else this.#facts.set(factEntry(belief))
    }
    this.#changedEpisodes.clear()
    this.#changedFacts.clear()
    const usable = new Map(skills.usable().map((skill) => [skill.name, skill]))
    for (const name of [...this.#skills.keys()]) if (!usable.has(name)) this.#skills.remove(name)
    for (const skill of usable.values()) this.#skills.set(skillEntry(skill))
  }

  /** The vector of the text, once every memory has its own; null where meaning cannot be compared. */
  async #vectorOf(text: string): Promise<VectorCode | null> {
    const meaning = this.#meaning
    const wanted = inWords(text)
    if (meaning === null || wanted === '') return null
    const indexes = [this.#episodes, this.#facts, this.#skills]
    try {
      const missing = new Set([wanted, ...indexes.flatMap((index) => index.missing())])
      const vectors = await this.#embed(meaning.embedder, [...missing])
      for (const index of indexes) {
        for (const text of index.missing()) {
          const vector = vectors.get(text)
          if (vector !== undefined) index.learn(text, vector)
        }
      }
      return vectors.get(wanted) ?? null
    } catch (error) {
      this.#meaning = null
      meaning.onFailure(errorMessage(error))
      return null
    }
  }

  async #embed(embedder: Embedder, texts: readonly string[]): Promise<ReadonlyMap<string, VectorCode>> {
    const known = this.#vectors.find(embedder.model, texts)
    const lacking = texts.filter((text) => !known.has(text))
    if (lacking.length === 0) return known
    const vectors = await embedder.embed(lacking)
    const computed = new Map(
      lacking.flatMap((text, index) => {
        const vector = vectors[index]
        return vector === undefined ? [] : [[text, encodeVector(vector)] as const]
      }),
    )
    this.#vectors.keep(embedder.model, computed)
    return new Map([...known, ...computed])
  }
}
