import { ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { getPriority } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { RunHandle, RunOptions } from '../../../src/cli/compose/run-handle.ts'
import { startRun } from '../../../src/cli/compose/start-run.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import { InfrastructureError, InputError } from '../../../src/core/errors.ts'
import type { JournalEntry } from '../../../src/core/journal.ts'
import { createRandom } from '../../../src/core/random.ts'
import { fullSpeed } from '../../../src/core/run-control.ts'
import { firstDifference } from '../../../src/record/journal-diff.ts'
import { disturb } from '../../support/disturb.ts'
import { endlessSkill } from '../../support/endless-skill.ts'
import { descendants } from '../../support/processes.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const TEAM = {
  world: 'plains',
  time: 'simulated',
  seed: 5,
  goal: 'have 1 wooden_pickaxe',
  agents: [{ name: 'Ada' }, { name: 'Ben', knowledge: 'novice' }],
}

/** Ada loops for ever, Ben searches for ever. */
const ENDLESS = endlessSkill(`if (bot.username === 'Ada') for (;;);
  return /^(a+)+$/.test('a'.repeat(60) + '!');`)

const onLinux = process.platform === 'linux'
const slow = { timeout: 180_000 }
const verySlow = { timeout: 480_000 }

describe('a run in simulated time', () => {
  test.runIf(onLinux)('tells the same when its processes are held up at random', verySlow, async () => {
    const short = { ...TEAM, goal: 'have 2 stick' }
    const first = await journalOf(await start(short))
    const run = await start(short)
    const [trials] = descendants(process.pid, 'trial-process')
    // Time stands still for trials that are late, so they must not wait for whatever else the machine does.
    expect(getPriority(trials)).toBe(getPriority())
    const stop = disturb(process.pid, createRandom('disturbance'))
    const second = await journalOf(run).finally(stop)
    expect(first.length).toBeGreaterThan(40)
    expect(firstDifference(first, second)).toBeNull()
    expect(first.at(-1)?.event).toMatchObject({ type: 'run-ended', reached: true })
  })

  test('starts paused, goes on step by step, and ends at once when it is stopped', slow, async () => {
    const run = await start(
      { ...TEAM, goal: 'have 64 diamond_block', trials: false },
      { speed: null, isPaused: true },
    )
    const { control } = run
    if (control === null) throw new Error('A simulated run can be controlled.')
    const ticks: number[] = []
    const pauses = 3
    const finished = Promise.withResolvers<void>()
    control.onPace(({ isPaused }, tick) => {
      if (!isPaused || ticks.at(-1) === tick) return
      ticks.push(tick)
      if (ticks.length > pauses) finished.resolve()
      else control.step(10)
    })
    control.setPace({ isPaused: true })
    await finished.promise
    expect(ticks.map((tick) => tick - (ticks[0] ?? 0))).toEqual([0, 10, 20, 30])
    expect(control.pace.isPaused).toBe(true)
    const forced = vi.spyOn(ChildProcess.prototype, 'kill')
    await run.stop('the test has seen enough')
    expect(forced).not.toHaveBeenCalled()
    forced.mockRestore()
    expect(await run.finished.catch(String)).toMatchObject({ reached: false })
  })

  test('ends at once when it is stopped while code loops and searches without end', slow, async () => {
    const library = temporaryFolder()
    writeFileSync(join(library, 'obtainStick.js'), ENDLESS)
    const run = await start({
      ...TEAM,
      goal: 'have 2 stick',
      library,
      trials: false,
      limits: { fuel: 1e12, turnMs: 600_000 },
      agents: TEAM.agents.map((agent) => ({ ...agent, inventory: { oak_planks: 2 } })),
    })
    const begun = new Set<string>()
    const both = Promise.withResolvers<void>()
    run.journal.onEntry(({ event, agent }) => {
      if (event.type === 'attempt-started') begun.add(agent ?? '')
      if (begun.size === 2) both.resolve()
    })
    await both.promise
    const forced = vi.spyOn(ChildProcess.prototype, 'kill')
    await run.stop('the test has seen enough')
    expect(forced).not.toHaveBeenCalled()
    forced.mockRestore()
    const outcomes = [...run.journal.entries()].flatMap(({ event }) =>
      event.type === 'attempt-ended' ? [event.outcome?.status] : [],
    )
    expect(outcomes).toEqual(['aborted', 'aborted'])
  })

  test('makes up for the trials that were due when it was stopped', slow, async () => {
    const directory = join(temporaryFolder(), 'run')
    const alone = { ...TEAM, goal: 'have 1 stick', agents: [{ name: 'Ada' }] }
    const run = await start(alone, fullSpeed, directory)
    const reached = Promise.withResolvers<void>()
    run.journal.onEntry(({ event }) => {
      if (event.type === 'trial-due' && event.name === 'obtainStick') setImmediate(reached.resolve)
    })
    await reached.promise
    await run.stop('the test has seen enough')
    expect(trialsIn(run)).toEqual({ due: ['obtainAnyLog', 'obtainAnyPlanks', 'obtainStick'], held: [] })

    const resumed = await start(alone, fullSpeed, directory)
    await resumed.finished
    const { due, held } = trialsIn(resumed)
    expect(held).toEqual(due)
    expect(due).toHaveLength(3)
  })

  test.runIf(onLinux)('ends with what to type when its world dies', slow, async () => {
    const run = await start({ ...TEAM, trials: false })
    const [simulation] = descendants(process.pid, 'simulation-process')
    if (simulation === undefined) throw new Error('There is no process that simulates.')
    process.kill(simulation, 'SIGKILL')
    const error: unknown = await run.finished.catch((reason) => reason)
    expect(error).toBeInstanceOf(InfrastructureError)
    expect(String(error)).toMatch(/The simulated game ended .*go on with "kithcraft run --out /)
  })

  test('is refused on a server whose time is not ours', async () => {
    const elsewhere = { ...TEAM, world: undefined, server: { host: '127.0.0.1', port: 25565 } }
    await expect(start(elsewhere)).rejects.toThrow(InputError)
    await expect(start(elsewhere)).rejects.toThrow('Time cannot be simulated on the server 127.0.0.1:25565')
  })
})

/** Names of the skills that are due a trial, and of those that have held in one. */
function trialsIn({ journal }: RunHandle) {
  const events = [...journal.entries()].map(({ event }) => event)
  return {
    due: events.flatMap((event) => (event.type === 'trial-due' ? [event.name] : [])),
    held: events.flatMap((event) => (event.type === 'skill-tried' && event.held ? [event.name] : [])),
  }
}

async function start(
  team: object,
  pace: RunOptions['pace'] = fullSpeed,
  directory = join(temporaryFolder(), 'run'),
): Promise<RunHandle> {
  const run = await startRun({
    team: parseTeamFile(JSON.stringify(team), 'team.json'),
    directory,
    pagePort: null,
    pace,
    log: () => {},
  })
  onTestFinished(() => run.stop('the test has ended'))
  return run
}

/** All entries of the run, which is then over. */
async function journalOf(run: RunHandle): Promise<readonly JournalEntry[]> {
  await run.finished
  const entries = [...run.journal.entries()]
  await run.stop('it has finished')
  return entries
}
