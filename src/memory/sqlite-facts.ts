import { type Belief, beliefSchema } from '../core/belief.ts'
import type { SemanticMemory } from '../core/memory.ts'
import type { MemoryDatabase } from './memory-database.ts'
import { indexWords, matchExpression } from './word-index.ts'

/** What one agent holds true, in its SQLite file. A belief that is set again keeps its place in the order. */
export class SqliteFacts implements SemanticMemory {
  readonly #database: MemoryDatabase
  /** An expert holds thousands of beliefs and every view of its mind lists them. */
  #all: readonly Belief[] | null = null

  constructor(database: MemoryDatabase) {
    this.#database = database
  }

  all(): readonly Belief[] {
    this.#all ??= this.#database.records(beliefSchema, 'SELECT record FROM beliefs ORDER BY number')
    return this.#all
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
    this.#database.run(
      `INSERT INTO beliefs (id, record) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET record = excluded.record`,
      belief.id,
      JSON.stringify(belief),
    )
    const number = this.#database.number('SELECT number FROM beliefs WHERE id = ?', belief.id) ?? 0
    indexWords(this.#database, 'beliefs', number, [belief.sentence])
  }

  forgetCache(): void {
    this.#all = null
  }
}
