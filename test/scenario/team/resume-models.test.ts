import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readCalls } from '../../../src/brain/language/decorators/recorded-call.ts'
import { startRun } from '../../../src/cli/compose/start-run.ts'
import { unfinishedCalls } from '../../../src/cli/compose/unfinished-calls.ts'
import { loadTeamFile } from '../../../src/cli/team-file.ts'
import { createRandom } from '../../../src/core/random.ts'
import { fullSpeed } from '../../../src/core/run-control.ts'
import { readFileJournal } from '../../../src/record/file-journal.ts'
import { runDirectoryAt } from '../../../src/record/run-directory.ts'
import { descendants } from '../../support/processes.ts'
import { type ScriptedModel, scriptedBrainAt, scriptedModel } from '../../support/scripted-model.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let model: ScriptedModel | null = null

afterAll(() => model?.close())

test.runIf(process.platform === 'linux')(
  'a run that is killed and resumed pays for no reply again that was recorded',
  { timeout: 240_000 },
  async () => {
    model = await scriptedModel()
    const folder = temporaryFolder()
    const team = join(folder, 'team.json')
    const fields = {
      world: 'plains',
      seed: 4,
      goal: 'have 4 oak_planks or have 4 birch_planks',
      trials: false,
    }
    const agents = [{ name: 'Ada', brain: scriptedBrainAt(model.url) }]
    writeFileSync(team, JSON.stringify({ ...fields, time: 'simulated', agents }))
    const directory = join(folder, 'run')
    const { journal, modelCalls } = runDirectoryAt(directory)
    // A proposal and its code are paid for, and nothing has come of them yet.
    await killOnceRecorded(team, directory, modelCalls, 2)
    const unfinished = unfinishedCalls(readCalls(modelCalls), readFileJournal(journal))
    expect(unfinished.map(({ role }) => role)).toEqual(['propose', 'author'])
    const before = model.requests.length

    const resumed = await startRun({
      ...{ team: loadTeamFile(team), directory, pagePort: null, pace: fullSpeed, log: () => {} },
    })
    expect(await resumed.finished).toMatchObject({ reached: true })
    await resumed.stop('the test has ended')
    const calls = [...readFileJournal(journal)].flatMap(({ event }) =>
      event.type === 'model-called' ? [event] : [],
    )
    const again = calls.filter(({ source }) => source === 'call-log')
    expect(again.map(({ role }) => role)).toEqual(['propose', 'author'])
    expect(again.every(({ cost }) => cost === 0)).toBe(true)
    const recorded = readCalls(modelCalls).length
    expect(model.requests.length - before).toBe(recorded - 2)
  },
)

/** Kills after which the run is carried on. */
const KILLS = 2

test.runIf(process.platform === 'linux')(
  'a run that is killed again and again at random loses nothing committed and asks for nothing twice',
  { timeout: 240_000 },
  async () => {
    const asked = await scriptedModel()
    const folder = temporaryFolder()
    const team = join(folder, 'team.json')
    const agents = [{ name: 'Ada', brain: scriptedBrainAt(asked.url) }]
    const fields = { world: 'plains', seed: 6, goal: 'have 1 wooden_pickaxe', trials: false }
    writeFileSync(team, JSON.stringify({ ...fields, time: 'simulated', agents }))
    const directory = join(folder, 'run')
    const { journal, modelCalls } = runDirectoryAt(directory)
    const random = createRandom(process.env.KILL_SEED ?? 'kills')
    const kept: string[] = []
    let unfinished = 0
    for (let kill = 0; kill < KILLS; kill++) {
      await killOnceRecorded(team, directory, modelCalls, lineCount(modelCalls) + 1 + random.below(3))
      kept.push(wholeLines(journal))
      unfinished = unfinishedCalls(readCalls(modelCalls), readFileJournal(journal)).length
    }
    const resumed = await startRun({
      ...{ team: loadTeamFile(team), directory, pagePort: null, pace: fullSpeed, log: () => {} },
    })
    expect(await resumed.finished).toMatchObject({ reached: true })
    await resumed.stop('the test has ended')
    const whole = readFileSync(journal, 'utf8')
    for (const before of kept) expect(whole.startsWith(before)).toBe(true)
    const calls = [...readFileJournal(journal)].flatMap(({ event }) =>
      event.type === 'model-called' ? [event] : [],
    )
    expect(calls.filter(({ source }) => source === 'call-log').length).toBeGreaterThanOrEqual(unfinished)
    // What was under way when the process was killed was asked for and never recorded.
    const unrecorded = asked.requests.length - readCalls(modelCalls).length
    expect(unrecorded).toBeGreaterThanOrEqual(0)
    expect(unrecorded).toBeLessThanOrEqual(KILLS)
    await asked.close()
  },
)

/** What a torn last line leaves. */
function wholeLines(path: string): string {
  const text = readFileSync(path, 'utf8')
  return text.slice(0, text.lastIndexOf('\n') + 1)
}

/** Starts the command line as a user would, and kills it with everything below it once it has recorded that many calls. */
async function killOnceRecorded(team: string, directory: string, file: string, calls: number): Promise<void> {
  const main = join(import.meta.dirname, '../../../src/cli/main.ts')
  const child = spawn(process.execPath, [main, 'run', team, '--no-page', '--out', directory], {
    stdio: 'ignore',
  })
  while (lineCount(file) < calls && child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  expect(child.exitCode).toBe(null)
  for (const pid of [child.pid ?? 0, ...descendants(child.pid ?? 0)]) process.kill(pid, 'SIGKILL')
  if (child.signalCode === null) await once(child, 'exit')
}

function lineCount(file: string): number {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0
}
