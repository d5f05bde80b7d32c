import { type Episode, episodeSchema } from '../core/episode.ts'
import type { EpisodicMemory } from '../core/memory.ts'
import { type Message, messageSchema } from '../core/message.ts'
import type { MemoryDatabase } from './memory-database.ts'
import type { EpisodeOutline } from './recall/memory-entries.ts'
import { forgetWords, indexWords, matchExpression } from './word-index.ts'

const outlineSchema = episodeSchema.pick({
  id: true,
  task: true,
  summary: true,
  tick: true,
  circumstances: true,
})

/** What happened to one agent, in its SQLite file. An episode or message that comes again under its id changes nothing. */
export class SqliteEpisodes implements EpisodicMemory {
  readonly #database: MemoryDatabase

  constructor(database: MemoryDatabase) {
    this.#database = database
  }

  count(): number {
    return this.#database.number('SELECT count(*) FROM episodes') ?? 0
  }

  search(query: string, limit: number): readonly Episode[] {
    const expression = matchExpression(query)
    if (expression === null) return []
    return this.#database.records(
      episodeSchema,
      `SELECT record FROM episodes_words JOIN episodes ON number = episodes_words.rowid
       WHERE episodes_words MATCH ? ORDER BY bm25(episodes_words), number DESC LIMIT ?`,
      expression,
      limit,
    )
  }

  outlines(): readonly EpisodeOutline[] {
    return this.#database.records(
      outlineSchema,
      `SELECT json_object('id', id, 'task', record ->> 'task', 'summary', record ->> 'summary', 'tick', record ->> 'tick',
         'circumstances', record -> 'circumstances') AS record FROM episodes ORDER BY number`,
    )
  }

  find(id: string): Episode | null {
    const sql = 'SELECT record FROM episodes WHERE id = ?'
    return this.#database.records(episodeSchema, sql, id)[0] ?? null
  }

  recent(limit: number): readonly Episode[] {
    const sql = 'SELECT record FROM episodes ORDER BY number DESC LIMIT ?'
    return this.#database.records(episodeSchema, sql, limit)
  }

  messages(limit: number): readonly Message[] {
    const sql = 'SELECT record FROM messages ORDER BY number DESC LIMIT ?'
    return this.#database.records(messageSchema, sql, limit)
  }

  messageCount(): number {
    return this.#database.number('SELECT count(*) FROM messages') ?? 0
  }

  add(episode: Episode): void {
    if (this.#numberOf(episode.id) === null) this.set(episode)
  }

  set(episode: Episode): void {
    const number = this.#database.number(
      `INSERT INTO episodes (id, record) VALUES (?, ?)
       ON CONFLICT (id) DO UPDATE SET record = excluded.record RETURNING number`,
      episode.id,
      JSON.stringify(episode),
    )
    indexWords(this.#database, 'episodes', number ?? 0, [episode.task, episode.summary])
  }

  forget(id: string): void {
    const number = this.#numberOf(id)
    if (number === null) return
    forgetWords(this.#database, 'episodes', number)
    this.#database.run('DELETE FROM episodes WHERE number = ?', number)
  }

  forgetMessage(id: string): void {
    this.#database.run('DELETE FROM messages WHERE id = ?', id)
  }

  note(message: Message): void {
    const sql = 'INSERT INTO messages (id, record) VALUES (?, ?) ON CONFLICT (id) DO NOTHING'
    this.#database.run(sql, message.id, JSON.stringify(message))
  }

  #numberOf(id: string): number | null {
    return this.#database.number('SELECT number FROM episodes WHERE id = ?', id)
  }
}
