import { type Belief, beliefSchema } from '../core/belief.ts'
import type { SemanticMemory } from '../core/memory.ts'
import type { MemoryDatabase } from './memory-database.ts'
import { forgetWords, indexWords, matchExpression } from './word-index.ts'

/** What one agent holds true, in its SQLite file. A belief that is set again keeps its place in the order. */
export class SqliteFacts implements SemanticMemory {
  readonly #database: MemoryDatabase
  /** An expert holds thousands of beliefs and every view of its mind lists them. */
  #known: Map<string, Belief> | null = null
  #all: readonly Belief[] | null = null

  constructor(database: MemoryDatabase) {
    this.#database = database
  }

  all(): readonly Belief[] {
    this.#all ??= [...this.#cache().values()]
    return this.#all
  }

  find(id: string): Belief | null {
    return this.#cache().get(id) ?? null
  }

  issued(): number {
    return this.#database.number('SELECT issued FROM memory_state') ?? 0
  }

  search(query: string, limit: number): readonly Belief[] {
    const expression = matchExpression(query)
    if (expression === null) return []
    return this.#database.records(
      beliefSchema,
      `SELECT record FROM beliefs_words JOIN beliefs ON number = beliefs_words.rowid
       WHERE beliefs_words MATCH ? ORDER BY bm25(beliefs_words), number DESC LIMIT ?`,
      expression,
      limit,
    )
  }

  set(belief: Belief): void {
    const cache = this.#cache()
    const record = JSON.stringify(belief)
    const known = cache.get(belief.id)
    const number = this.#database.number(
      `INSERT INTO beliefs (id, record) VALUES (?, ?)
       ON CONFLICT (id) DO UPDATE SET record = excluded.record RETURNING number`,
      belief.id,
      record,
    )
    if (known === undefined) this.#database.run('UPDATE memory_state SET issued = issued + 1')
    if (known?.sentence !== belief.sentence)
      indexWords(this.#database, 'beliefs', number ?? 0, [belief.sentence])
    cache.set(belief.id, beliefSchema.parse(JSON.parse(record)))
    this.#all = null
  }

  forget(id: string): void {
    const number = this.#database.number('SELECT number FROM beliefs WHERE id = ?', id)
    if (number === null) return
    forgetWords(this.#database, 'beliefs', number)
    this.#database.run('DELETE FROM beliefs WHERE number = ?', number)
    this.#cache().delete(id)
    this.#all = null
  }

  /** After changes that were taken back. */
  forgetCache(): void {
    this.#known = null
    this.#all = null
  }

  #cache(): Map<string, Belief> {
    if (this.#known === null) {
      const beliefs = this.#database.records(beliefSchema, 'SELECT record FROM beliefs ORDER BY number')
      this.#known = new Map(beliefs.map((belief) => [belief.id, belief]))
    }
    return this.#known
  }
}
