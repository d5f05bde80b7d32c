import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startRun } from '../../../src/cli/compose/start-run.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import type { JournalEntry } from '../../../src/core/journal.ts'
import { fullSpeed } from '../../../src/core/run-control.ts'
import { openMemory, replayCommits } from '../../../src/memory/rebuild.ts'
import { SqliteMemory } from '../../../src/memory/sqlite-memory.ts'
import { VolatileMemory } from '../../../src/memory/volatile-memory.ts'
import { readFileJournal } from '../../../src/record/file-journal.ts'
import { runDirectoryAt } from '../../../src/record/run-directory.ts'
import { descendants } from '../../support/processes.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const onLinux = process.platform === 'linux'
const TEAM = {
  world: 'plains',
  seed: 4,
  goal: 'have 1 crafting_table',
  trials: false,
  agents: [{ name: 'Ada' }],
}

/** Takes so long that a run is still under way when it is killed. */
const LONG = 'have 1 stone_pickaxe'

test.runIf(onLinux)(
  'a run goes on when its body process and a skill process are killed',
  { timeout: 180_000 },
  async () => {
    const run = await startRun({
      team: parseTeamFile(JSON.stringify(TEAM), 'team.json'),
      directory: join(temporaryFolder(), 'run'),
      pagePort: null,
      pace: fullSpeed,
      log: () => {},
    })
    try {
      await eventOf(run.journal, 'attempt-started')
      kill(await running('body-process'))
      await eventOf(run.journal, 'attempt-started')
      kill(await running('skill-process'))
      expect(await run.finished).toMatchObject({ reached: true })
      const ended = [...run.journal.entries()].flatMap(({ event }) =>
        event.type === 'attempt-ended' ? [event] : [],
      )
      expect(ended[0]?.outcome).toMatchObject({ status: 'aborted', reproducible: false })
      // Aborted where it was hit before the code had begun.
      expect(['killed', 'aborted']).toContain(ended[1]?.outcome?.status)
    } finally {
      await run.stop('the test has ended')
    }
  },
)

test.runIf(onLinux)(
  'a run that is killed whole leaves a journal and a memory that agree, and goes on from there',
  { timeout: 180_000 },
  async () => {
    const directory = join(temporaryFolder(), 'run')
    await killAfterCommits(directory, 3)
    const { journal, memory } = runDirectoryAt(directory)
    const entries = [...readFileJournal(journal)]
    const rebuilt = new VolatileMemory()
    replayCommits(rebuilt, 'Ada', entries)
    const opened = openMemory(memory('Ada'), 'Ada', () => entries)
    expect(opened.rebuilt).toBe(false)
    expect(opened.memory.sequence()).toBe(rebuilt.sequence())
    expect(opened.memory.facts.all()).toEqual(rebuilt.facts.all())
    expect(opened.memory.skills.usable()).toEqual(rebuilt.skills.usable())
    opened.memory.close()

    const resumed = await startRun({
      team: parseTeamFile(JSON.stringify({ ...TEAM, time: 'simulated', goal: LONG }), 'team.json'),
      directory,
      pagePort: null,
      pace: fullSpeed,
      log: () => {},
    })
    expect(await resumed.finished).toMatchObject({ reached: true })
    await resumed.stop('the test has ended')
    const after = new SqliteMemory(memory('Ada'))
    expect(after.skills.usable().length).toBeGreaterThanOrEqual(rebuilt.skills.usable().length)
    after.close()
  },
)

/** Starts the command line as a user would, and kills it with everything below it once Ada has committed that often. */
async function killAfterCommits(directory: string, commits: number): Promise<void> {
  const main = join(import.meta.dirname, '../../../src/cli/main.ts')
  const place = ['--time', 'simulated', '--goal', LONG, '--seed', '4']
  const flags = ['run', '--no-page', ...place, '--out', directory]
  const child = spawn(process.execPath, [main, ...flags], { stdio: ['ignore', 'pipe', 'ignore'] })
  let lines = ''
  for await (const chunk of child.stdout) {
    lines += String(chunk)
    if (lines.split('has done the task').length > commits - 1) break
  }
  kill([child.pid ?? 0, ...descendants(child.pid ?? 0)])
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** The processes below this one, as soon as there are any: a new body process takes its time to join. */
async function running(text: string): Promise<readonly number[]> {
  for (;;) {
    const pids = descendants(process.pid, text)
    if (pids.length > 0) return pids
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function kill(pids: readonly number[]): void {
  expect(pids.length).toBeGreaterThan(0)
  for (const pid of pids) process.kill(pid, 'SIGKILL')
}

function eventOf(
  journal: { onEntry(listener: (entry: JournalEntry) => void): () => void },
  type: JournalEntry['event']['type'],
): Promise<void> {
  return new Promise((resolve) => {
    const stop = journal.onEntry(({ event }) => {
      if (event.type !== type) return
      stop()
      resolve()
    })
  })
}
