import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { JournalEntry } from '../../src/core/journal.ts'
import { readFileJournal } from '../../src/record/file-journal.ts'

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const execute = promisify(execFile)

/** What a run of the command line took. */
export interface TimedRun {
  readonly reached: boolean
  readonly gameMinutes: number
  /** Wall time from the first look into the world until the last attempt has ended. */
  readonly playSeconds: number
  /** Wall time from there until the run has ended: what its trials still took. */
  readonly trialSeconds: number
  /** Wall time of the whole command. */
  readonly commandSeconds: number
  /** Processor time of the command and of all its processes. */
  readonly cpuSeconds: number
}

/** Runs a team in simulated time, as a user would. @param team null for the default team */
export async function timedRun(team: object | null, seed: number): Promise<TimedRun> {
  const folder = mkdtempSync(join(tmpdir(), 'kithcraft-bench-'))
  try {
    const directory = join(folder, 'run')
    const file = join(folder, 'team.json')
    if (team !== null) writeFileSync(file, JSON.stringify(team))
    const flags = ['--time', 'simulated', '--no-page', '--json', '--seed', String(seed), '--out', directory]
    const command = [process.execPath, MAIN, 'run', ...(team === null ? [] : [file]), ...flags]
    const begun = performance.now()
    // The shell says how much processor time its children took, and theirs.
    const { stdout } = await execute('/bin/sh', ['-c', '"$@"; times', 'sh', ...command])
    const commandSeconds = (performance.now() - begun) / 1000
    const entries = [...readFileJournal(join(directory, 'journal.jsonl'))]
    return { ...measure(entries), commandSeconds, cpuSeconds: childSeconds(stdout) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measure(entries: readonly JournalEntry[]): Omit<TimedRun, 'commandSeconds' | 'cpuSeconds'> {
  const begun = entries.find(({ event }) => event.type === 'state-seen')
  const played = entries.findLast(({ event }) => event.type === 'attempt-ended')
  const last = entries.at(-1)
  if (begun === undefined || played === undefined || last?.event.type !== 'run-ended') {
    throw new Error('The run did not get as far as an attempt.')
  }
  return {
    reached: last.event.reached,
    gameMinutes: played.tick / 1200,
    playSeconds: secondsBetween(begun, played),
    trialSeconds: secondsBetween(played, last),
  }
}

function secondsBetween(one: JournalEntry, other: JournalEntry): number {
  return (Date.parse(String(other.wall.time)) - Date.parse(String(one.wall.time))) / 1000
}

/** The second line of what `times` prints: `0m12.34s 0m1.02s`, user and system. */
function childSeconds(stdout: string): number {
  const [, user = '', system = ''] = /(\S+s) (\S+s)\s*$/.exec(stdout) ?? []
  const seconds = [user, system].map((time) => {
    const [, minutes = '0', rest = '0'] = /^(\d+)m([\d.]+)s$/.exec(time) ?? []
    return Number(minutes) * 60 + Number(rest)
  })
  return seconds.reduce((sum, value) => sum + value, 0)
}
