import { closeSync, openSync, readSync } from 'node:fs'
import { InputError } from '../core/errors.ts'
import { JOURNAL_VERSION, type JournalEntry, journalEntrySchema } from '../core/journal.ts'

/** A line of a journal file that holds an entry. */
export interface JournalLine {
  readonly entry: JournalEntry
  /** Size of the file up to the end of this line, in bytes. */
  readonly end: number
}

/**
 * Reads a journal file line by line and checks every line. Stops before a torn last line: one that a write left
 * incomplete, which no committed step can depend on. Throws an InputError that names the file, the line and the fix for
 * any other line that is no entry.
 *
 * @param end where to stop, in bytes; the size that a writer has reached, so that a line in the making is not seen
 */
export function* readJournalLines(path: string, end = Number.POSITIVE_INFINITY): Generator<JournalLine> {
  let number = 0
  let torn: InputError | null = null
  for (const { text, end: lineEnd } of readLines(path, end)) {
    if (torn !== null) throw torn
    const value = parseJson(text)
    if (value === undefined) torn = damagedLine(path, number, 'it is not JSON')
    else yield { entry: checkedEntry(value, path, number), end: lineEnd }
    number++
  }
}

const CHUNK_BYTES = 256 * 1024
const NEWLINE = 10

/** The complete lines of a file, without their line ends; what follows the last line end is left out. */
function* readLines(path: string, limit: number): Generator<{ text: string; end: number }> {
  const file = openSync(path, 'r')
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES)
    let rest: Buffer[] = []
    let position = 0
    while (position < limit) {
      const read = readSync(file, chunk, 0, Math.min(CHUNK_BYTES, limit - position), position)
      if (read === 0) return
      let start = 0
      for (let at = chunk.indexOf(NEWLINE); at >= 0 && at < read; at = chunk.indexOf(NEWLINE, start)) {
        yield {
          text: Buffer.concat([...rest, chunk.subarray(start, at)]).toString('utf8'),
          end: position + at + 1,
        }
        rest = []
        start = at + 1
      }
      rest.push(Buffer.from(chunk.subarray(start, read)))
      position += read
    }
  } finally {
    closeSync(file)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function checkedEntry(value: unknown, path: string, number: number): JournalEntry {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : null
  if (typeof version === 'number' && version !== JOURNAL_VERSION) throw otherVersion(path, version)
  const checked = journalEntrySchema.safeParse(value)
  if (!checked.success) {
    const [issue] = checked.error.issues
    throw damagedLine(path, number, `"${issue?.path.join('.')}": ${issue?.message}`)
  }
  if (checked.data.sequence !== number) {
    throw damagedLine(path, number, `its sequence number is ${checked.data.sequence}, not ${number}`)
  }
  return checked.data
}

function damagedLine(path: string, number: number, reason: string): InputError {
  return new InputError(
    `The journal "${path}" is damaged at line ${number + 1}: ${reason}. Restore the file from a copy, or keep only the ` +
      `lines before it (head -n ${number}) and delete the run's "memory" folder, which is rebuilt from them.`,
  )
}

function otherVersion(path: string, version: number): InputError {
  return new InputError(
    `The journal "${path}" has the format ${version}, and this Kithcraft reads format ${JOURNAL_VERSION}. ` +
      'Use the version of Kithcraft that wrote it.',
  )
}
