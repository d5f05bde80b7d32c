import { existsSync, statSync } from 'node:fs'
import { InputError } from '../../core/errors.ts'
import type { JournalEntry } from '../../core/journal.ts'
import { readFileJournal } from '../../record/file-journal.ts'
import { firstDifference, type JournalDifference } from '../../record/journal-diff.ts'
import { runDirectoryAt } from '../../record/run-directory.ts'
import type { CommandIo } from '../command-io.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'

/** Shows where two runs part, durations and paths left aside: 0 when they tell the same, 1 when they differ. */
export function diffJournalsCommand(first: string, second: string, json: boolean, io: CommandIo): ExitCode {
  const difference = firstDifference(readFileJournal(journalAt(first)), readFileJournal(journalAt(second)))
  if (json) io.out(JSON.stringify(difference))
  else io.out(difference === null ? 'The journals tell the same.' : describe(difference, first, second))
  return difference === null ? EXIT.reached : EXIT.missed
}

/** The journal of a run directory, or the file itself. */
function journalAt(path: string): string {
  if (!existsSync(path)) throw new InputError(`There is no run and no journal at "${path}".`)
  return statSync(path).isDirectory() ? runDirectoryAt(path).journal : path
}

function describe(
  { sequence, first, second, path }: JournalDifference,
  firstName: string,
  secondName: string,
): string {
  if (first === null)
    return `${firstName} ends before entry ${sequence}; ${secondName} goes on:\n${line(second)}`
  if (second === null)
    return `${secondName} ends before entry ${sequence}; ${firstName} goes on:\n${line(first)}`
  return [
    `The journals part at entry ${sequence}, in "${path}".`,
    `  ${firstName}: ${value(first, path)}`,
    `  ${secondName}: ${value(second, path)}`,
    `Entry ${sequence} of ${firstName}:\n${line(first)}`,
    `Entry ${sequence} of ${secondName}:\n${line(second)}`,
  ].join('\n')
}

function line(entry: JournalEntry | null): string {
  return `  ${JSON.stringify(entry)}`
}

/** What stands in the entry at the path; "nothing" where it has no such part. */
function value(entry: JournalEntry, path: string): string {
  const part = partAt(entry, path)
  return part === undefined ? 'nothing' : JSON.stringify(part)
}

/** Keys, such as names of models, may have dots of their own. */
function partAt(whole: unknown, path: string): unknown {
  if (typeof whole !== 'object' || whole === null) return undefined
  for (const [key, part] of Object.entries(whole)) {
    if (key === path) return part
    const found = path.startsWith(`${key}.`) ? partAt(part, path.slice(key.length + 1)) : undefined
    if (found !== undefined) return found
  }
  return undefined
}
