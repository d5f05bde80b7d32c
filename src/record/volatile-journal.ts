import { JOURNAL_VERSION, type Journal, type JournalEntry, journalEntrySchema } from '../core/journal.ts'
import { EntryListeners } from './entry-listeners.ts'

/** A journal that is gone with the process: for tests, and for trials that nobody wants to keep. */
export class VolatileJournal implements Journal {
  readonly #entries: JournalEntry[] = []
  readonly #listeners = new EntryListeners()
  #closed = false

  append(
    event: JournalEntry['event'],
    agent: string | null,
    tick: number,
    wall: JournalEntry['wall'] = {},
  ): JournalEntry {
    if (this.#closed) throw new Error('The journal is closed.')
    const fields = { version: JOURNAL_VERSION, sequence: this.#entries.length, tick, agent, event, wall }
    const entry = journalEntrySchema.parse(fields)
    this.#entries.push(entry)
    this.#listeners.deliver(entry)
    return entry
  }

  *entries(): Generator<JournalEntry> {
    yield* this.#entries.slice()
  }

  onEntry(listener: (entry: JournalEntry) => void): () => void {
    return this.#listeners.add(listener)
  }

  close(): void {
    this.#closed = true
  }
}
