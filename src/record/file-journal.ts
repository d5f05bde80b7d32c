import { closeSync, existsSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { errorMessage, InfrastructureError, InputError } from '../core/errors.ts'
import { JOURNAL_VERSION, type Journal, type JournalEntry, journalEntrySchema } from '../core/journal.ts'
import type { RunEvent } from '../core/run-event.ts'
import { EntryListeners } from './entry-listeners.ts'
import { readJournalLines } from './journal-lines.ts'
import { acquireWriteLock } from './write-lock.ts'

/**
 * Opens a journal file for writing, and creates it when there is none. Every line is checked; a torn last line is cut.
 * Throws an InputError for a file that is damaged elsewhere, an InfrastructureError when another process writes to it.
 *
 * @param path of the file; `<path>.lock` keeps other writers out
 */
export function openFileJournal(path: string): FileJournal {
  const unlock = acquireWriteLock(`${path}.lock`, `the journal "${path}"`)
  try {
    return new FileJournal(path, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

/**
 * The entries of a journal file, for readers: needs no lock, changes nothing, and may be used while a run writes. Throws
 * an InputError when there is no such file or it is damaged.
 */
export function* readFileJournal(path: string): Generator<JournalEntry> {
  if (!existsSync(path)) {
    throw new InputError(
      `There is no journal "${path}". Give the path of a run directory, such as "runs/<run>".`,
    )
  }
  for (const { entry } of readJournalLines(path)) yield entry
}

/**
 * A journal in a file, one JSON line per entry. When `append` returns, the line survives the end of the process; a
 * `step-committed` line, and all before it, also a power cut.
 */
export class FileJournal implements Journal {
  /** How many bytes of a torn last line were cut when the file was opened; 0 for a file that was whole. */
  readonly tornBytes: number
  /** The latest tick of any entry that was there when the file was opened; 0 for a new file. */
  readonly lastTick: number
  readonly #path: string
  readonly #file: number
  readonly #unlock: () => void
  readonly #listeners = new EntryListeners()
  #size = 0
  #sequence = 0
  #closed = false

  constructor(path: string, unlock: () => void) {
    this.#path = path
    this.#unlock = unlock
    this.#file = this.#explained('open', () => openSync(path, 'a+'))
    try {
      let lastTick = 0
      for (const { end, entry } of readJournalLines(path)) {
        lastTick = Math.max(lastTick, entry.tick)
        this.#size = end
        this.#sequence++
      }
      this.lastTick = lastTick
      this.tornBytes = fstatSync(this.#file).size - this.#size
      if (this.tornBytes > 0) this.#cutBack()
    } catch (error) {
      closeSync(this.#file)
      throw error
    }
  }

  append(event: RunEvent, agent: string | null, tick: number, wall: JournalEntry['wall'] = {}): JournalEntry {
    if (this.#closed) throw new Error(`The journal "${this.#path}" is closed.`)
    const fields = { version: JOURNAL_VERSION, sequence: this.#sequence, tick, agent, event, wall }
    const entry = journalEntrySchema.parse(fields)
    this.#explained('write to', () =>
      this.#write(`${JSON.stringify(entry)}\n`, event.type === 'step-committed'),
    )
    this.#sequence++
    this.#listeners.deliver(entry)
    return entry
  }

  *entries(): Generator<JournalEntry> {
    for (const { entry } of readJournalLines(this.#path, this.#size)) yield entry
  }

  onEntry(listener: (entry: JournalEntry) => void): () => void {
    return this.#listeners.add(listener)
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#explained('close', () => {
      fdatasyncSync(this.#file)
      closeSync(this.#file)
    })
    this.#unlock()
  }

  #write(line: string, flush: boolean): void {
    const bytes = Buffer.from(line)
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(this.#file, bytes, written)
      if (flush) fdatasyncSync(this.#file)
      this.#size += bytes.length
    } catch (error) {
      this.#cutBack()
      throw error
    }
  }

  /** Removes what a failed write left behind the last whole line. */
  #cutBack(): void {
    ftruncateSync(this.#file, this.#size)
    fdatasyncSync(this.#file)
  }

  #explained<Result>(doing: string, work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      throw new InfrastructureError(
        `Cannot ${doing} the journal "${this.#path}": ${errorMessage(error)}. Check that the disk has space and that ` +
          'the folder can be written; the run can be resumed from what was written.',
        { cause: error },
      )
    }
  }
}
