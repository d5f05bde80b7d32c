import * as z from 'zod'
import { jsonSchema } from './json.ts'
import { runEventSchema } from './run-event.ts'

export const JOURNAL_VERSION = 1

/** One line of a run's journal. */
export const journalEntrySchema = z.strictObject({
  version: z.literal(JOURNAL_VERSION),
  /** Counts the run's entries from 0, without gaps. */
  sequence: z.number().int().nonnegative(),
  tick: z.number().int(),
  /** Null for events of the team as a whole. */
  agent: z.string().nullable(),
  event: runEventSchema,
  /** Everything that is no function of seed and input: durations, pids, ports, paths, memory. */
  wall: z.record(z.string(), jsonSchema),
})

export type JournalEntry = Readonly<z.infer<typeof journalEntrySchema>>

/** The append-only truth of a run. */
export interface Journal {
  /** Writes the event as the next entry. When it returns, the entry is on disk and has been given to all listeners. */
  append(
    event: JournalEntry['event'],
    agent: string | null,
    tick: number,
    wall?: JournalEntry['wall'],
  ): JournalEntry
  /** All entries, from the start. */
  entries(): Iterable<JournalEntry>
  onEntry(listener: (entry: JournalEntry) => void): () => void
  close(): void
}
