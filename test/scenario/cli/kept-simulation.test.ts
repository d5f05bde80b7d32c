import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { KeptSimulation } from '../../../src/cli/compose/kept-simulation.ts'
import { startRun } from '../../../src/cli/compose/start-run.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import type { JournalEntry } from '../../../src/core/journal.ts'
import { fullSpeed } from '../../../src/core/run-control.ts'
import { readFileJournal } from '../../../src/record/file-journal.ts'
import { firstDifference } from '../../../src/record/journal-diff.ts'
import { endlessSkill } from '../../support/endless-skill.ts'
import { descendants } from '../../support/processes.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const shared = { time: 'simulated', trials: false, limits: { minutes: 3 } }

/** Digs and crafts. */
const ALONE = {
  ...shared,
  world: 'sampler',
  seed: 3,
  goal: 'have 1 cobblestone',
  agents: [{ name: 'Ben', inventory: { oak_planks: 12 } }],
}

/** Another world of another version, and talk. */
const TOGETHER = {
  ...shared,
  world: 'plains',
  version: '1.20.1',
  seed: 4,
  goal: 'have 1 bread',
  until: ['Cid'],
  agents: [
    { name: 'Ada', knowledge: 'expert', inventory: { bread: 1 } },
    { name: 'Cid', knowledge: { knows: [] }, inventory: { wheat: 3 } },
  ],
}

test('KeptSimulation plays each world as in a new process, whatever was played before', {
  timeout: 240_000,
}, async () => {
  const kept = new KeptSimulation()
  onTestFinished(() => kept.close())
  const alone = await play(ALONE, kept)
  const [first = 0] = simulations()
  const together = await play(TOGETHER, kept)
  for (const entries of [alone, together]) {
    expect(entries.at(-1)?.event).toMatchObject({ type: 'run-ended', reached: true })
  }
  await stopInEndlessCode(kept)
  expect(firstDifference(alone, await play(ALONE, kept))).toBeNull()
  expect(simulations()).toEqual([first])

  const run = await start(ALONE, kept)
  process.kill(first, 'SIGKILL')
  await expect(run.finished).rejects.toThrow('The simulated game ended (SIGKILL)')
  await run.stop('it has failed')
  // This is a new process.
  expect(firstDifference(together, await play(TOGETHER, kept))).toBeNull()
  expect(simulations()).toHaveLength(1)
  expect(simulations()).not.toContain(first)
})

function simulations(): readonly number[] {
  return descendants(process.pid, 'simulation-process')
}

async function play(team: object, worlds: KeptSimulation): Promise<readonly JournalEntry[]> {
  const run = await start(team, worlds)
  try {
    await run.finished
  } finally {
    await run.stop('it has been played')
  }
  return [...readFileJournal(join(run.directory, 'journal.jsonl'))]
}

/** The run ends, and its world with it, while code of a skill never lets go of the processor. */
async function stopInEndlessCode(worlds: KeptSimulation): Promise<void> {
  const library = temporaryFolder()
  writeFileSync(join(library, 'obtainStick.js'), endlessSkill('for (;;);'))
  const run = await start(
    { ...ALONE, goal: 'have 1 stick', library, limits: { fuel: 1e12, turnMs: 600_000 } },
    worlds,
  )
  const begun = Promise.withResolvers<void>()
  run.journal.onEntry(({ event }) => event.type === 'attempt-started' && begun.resolve())
  await begun.promise
  await run.stop('the test has seen enough')
}

function start(team: object, worlds: KeptSimulation) {
  return startRun({
    team: parseTeamFile(JSON.stringify(team), 'team.json'),
    directory: join(temporaryFolder(), 'run'),
    pagePort: null,
    pace: fullSpeed,
    worlds,
    log: () => {},
  })
}
