import { keywordsOf } from './keywords.ts'
import type { MemoryDatabase } from './memory-database.ts'

type IndexedTable = 'episodes' | 'beliefs' | 'skills'

/** Files the texts under the number of the row that they belong to, in place of what was filed there before. */
export function indexWords(
  database: MemoryDatabase,
  table: IndexedTable,
  number: number,
  texts: readonly string[],
) {
  const words = texts.flatMap(keywordsOf).join(' ')
  database.run(`INSERT OR REPLACE INTO ${table}_words (rowid, words) VALUES (?, ?)`, number, words)
}

export function forgetWords(database: MemoryDatabase, table: IndexedTable, number: number): void {
  database.run(`DELETE FROM ${table}_words WHERE rowid = ?`, number)
}

/** More words than this make a search slow without making it better. */
const MAXIMUM_WORDS = 64

/**
 * An FTS5 expression that matches rows with any of the query's words; null when it has none. Nothing in the query is
 * taken as search syntax.
 */
export function matchExpression(query: string): string | null {
  const words = [...new Set(keywordsOf(query))].slice(0, MAXIMUM_WORDS)
  return words.length === 0 ? null : words.map((word) => `"${word}"`).join(' OR ')
}
