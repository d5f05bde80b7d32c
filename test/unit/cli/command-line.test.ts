import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type CommandParts, runCommandLine } from '../../../src/cli/command-line.ts'
import type { RunHandle, RunOptions, RunResult } from '../../../src/cli/compose/run-handle.ts'
import type { SkillRunOptions } from '../../../src/cli/compose/skill-run.ts'
import { InfrastructureError } from '../../../src/core/errors.ts'
import { formatSkillFile } from '../../../src/memory/skill-file.ts'
import { openFileJournal } from '../../../src/record/file-journal.ts'
import { exampleOutcome, exampleSkill } from '../../support/examples.ts'
import { FakeCommandIo } from '../../support/fake-command-io.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const nothing: CommandParts = {
  startRun: () => Promise.reject(new Error('No run was expected')),
  runSkill: () => Promise.reject(new Error('No skill was expected')),
  makeGame: () => Promise.reject(new Error('No game was expected')),
  doctorChecks: () => [],
}

/** A run that lies in a folder of its own and has finished, or finishes when it is stopped. */
class FakeRun {
  readonly directory = temporaryFolder()
  readonly journal = openFileJournal(join(this.directory, 'journal.jsonl'))
  readonly result = Promise.withResolvers<RunResult>()
  readonly started = Promise.withResolvers<void>()
  readonly stops: string[] = []
  options: RunOptions | null = null
  pageUrl: string | null = null
  #over = false

  constructor(reached: boolean | null) {
    this.reached = reached
  }

  readonly reached: boolean | null

  readonly start = async (options: RunOptions): Promise<RunHandle> => {
    this.options = options
    const { directory, journal, pageUrl } = this
    journal.append({ type: 'run-started', run: 'run-1', team: {}, goal: options.team.goal }, null, 0)
    if (this.reached !== null) this.#end({ reached: this.reached, reason: 'That is how it went.' })
    setImmediate(this.started.resolve)
    return { directory, journal, pageUrl, finished: this.result.promise, stop: this.stop }
  }

  readonly stop = async (reason: string) => {
    this.stops.push(reason)
    this.#end({ reached: false, reason })
  }

  #end(result: RunResult): void {
    if (!this.#over) this.journal.append({ type: 'run-ended', ...result }, null, 100)
    this.#over = true
    this.result.resolve(result)
  }
}

describe('kithcraft run', () => {
  it('exits with 0 when the goal was reached, after the summary', async () => {
    const run = new FakeRun(true)
    const { code, io } = await command(['run', '--no-page'], { startRun: run.start })
    expect(code).toBe(0)
    expect(io.stdout).toContain('Goal reached after 00:05')
    expect(run.options?.pagePort).toBeNull()
    expect(run.options?.team.agents).toHaveLength(2)
    expect(run.stops).toEqual(['the command ended'])
    expect(io.listens).toBe(false)
  })

  it('exits with 1 when it was not', async () => {
    const run = new FakeRun(false)
    expect((await command(['run', '--no-page'], { startRun: run.start })).code).toBe(1)
  })

  it('hands on what the flags say', async () => {
    const run = new FakeRun(true)
    const flags = [
      '--seed',
      '7',
      '--goal',
      'have 2 stick',
      '--minutes',
      '3',
      '--port',
      '0',
      '--out',
      'here',
      '--world',
      'flat',
    ]
    await command(['run', ...flags], { startRun: run.start })
    expect(run.options).toMatchObject({
      directory: 'here',
      pagePort: 0,
      team: {
        seed: 7,
        world: 'flat',
        goal: { type: 'have', item: 'stick', count: 2 },
        limits: { minutes: 3 },
      },
    })
  })

  it('prints one JSON object and nothing else with --json', async () => {
    const run = new FakeRun(true)
    const { io } = await command(['run', '--no-page', '--json'], { startRun: run.start })
    expect(io.outLines).toHaveLength(1)
    expect(JSON.parse(io.stdout)).toMatchObject({ directory: run.directory, reached: true })
  })

  it('ends the run at the first Ctrl-C and quits at the second', async () => {
    const run = new FakeRun(null)
    const io = new FakeCommandIo()
    const ended = runCommandLine(['run', '--no-page'], { ...nothing, startRun: run.start }, io)
    await run.started.promise
    io.interrupt()
    expect(await ended).toBe(1)
    expect(run.stops[0]).toBe('ended from the keyboard')
    expect(io.screen.text).toContain('Press Ctrl-C again to quit at once.')
    expect(io.quits).toBe(0)
  })

  it('quits at once when Ctrl-C is pressed twice', async () => {
    const io = new FakeCommandIo()
    const startRun = () => {
      io.interrupt()
      io.interrupt()
      return Promise.reject(new InfrastructureError('stopped'))
    }
    await runCommandLine(['run', '--no-page'], { ...nothing, startRun }, io)
    expect(io.quits).toBe(1)
  })

  it('keeps the page on a terminal until Ctrl-C', async () => {
    const run = new FakeRun(true)
    run.pageUrl = 'http://127.0.0.1:4000'
    const io = new FakeCommandIo(true)
    const ended = runCommandLine(['run', '--port', '0'], { ...nothing, startRun: run.start }, io)
    await io.whenPrinted('The page stays open at http://127.0.0.1:4000 until you press Ctrl-C.')
    expect(run.stops).toEqual([])
    io.interrupt()
    expect(await ended).toBe(0)
    expect(run.stops).toEqual(['the command ended'])
  })

  it('says where a run lies that failed, and exits with 3', async () => {
    const run = new FakeRun(null)
    run.result.reject(new InfrastructureError('The server is gone.'))
    const { code, io } = await command(['run', '--no-page'], { startRun: run.start })
    expect(code).toBe(3)
    expect(io.stderr).toBe('The server is gone.')
    expect(io.screen.text).toContain(run.directory)
    expect(run.stops).toEqual(['the command ended'])
  })

  it.each([
    [['run', '--world', 'nowhere', '--no-page'], 'There is no world "nowhere".'],
    [['run', 'nowhere.yaml'], 'Cannot read the team file "nowhere.yaml"'],
    [['run', '--goal', 'have'], 'Cannot read the goal "have"'],
    [['run', '--server', 'a', '--world', 'flat'], 'exclude each other'],
    [['run', '--seed', 'x'], "option '--seed <number>' argument 'x' is invalid. It must be a whole number."],
    [['run', '--minutes', '0'], 'It must be a number above 0.'],
    [['run', '--until', 'never'], 'Allowed choices are all, any.'],
    [['run', '--sede'], '(Did you mean --seed?)'],
    [['rnu'], "unknown command 'rnu'"],
    [['serve', '--port', '70000'], 'A port is a number from 0 to 65535.'],
    [['serve', '--version', '1.8'], 'Allowed choices are 1.21.4, 1.20.1.'],
    [['skills', 'list', '--from', 'nowhere'], 'There are no skills at "nowhere": it is no folder.'],
    [['skills', 'run', 'x', '--world', 'a', '--server', 'b'], 'cannot be used with option'],
  ])('refuses %j with exit code 2 and one clear message', async (words, message) => {
    const { code, io } = await command(words, {})
    expect(code).toBe(2)
    expect(io.stderr).toContain(message)
    expect(io.stderr).not.toMatch(/\n\s+at /)
    expect(io.stdout).toBe('')
  })
})

describe('a failure', () => {
  it('that nobody expected is called a bug, and shows its stack only with --debug', async () => {
    const startRun = () => Promise.reject(new TypeError('x is not a function'))
    const plain = await command(['run', '--no-page'], { startRun })
    expect(plain.code).toBe(3)
    expect(plain.io.stderr).toBe(
      'This is a bug in Kithcraft: x is not a function. Run the command again with --debug to see where.',
    )
    const debug = await command(['run', '--no-page', '--debug'], { startRun })
    expect(debug.io.stderr).toMatch(/TypeError: x is not a function\n\s+at /)
  })
})

describe('kithcraft serve', () => {
  it('prints where to join, and closes the game at Ctrl-C', async () => {
    const calls: string[] = []
    const game = {
      listen: async () => 4711,
      start: () => void calls.push('start'),
      close: async () => void calls.push('close'),
    }
    const io = new FakeCommandIo()
    const ended = runCommandLine(
      ['serve', '--world', 'flat', '--seed', '3', '--port', '0'],
      { ...nothing, makeGame: async () => game },
      io,
    )
    await io.whenPrinted('Minecraft 1.21.4, world "flat", seed 3: join at 127.0.0.1:4711.')
    expect(calls).toEqual(['start'])
    io.interrupt()
    expect(await ended).toBe(0)
    expect(calls).toEqual(['start', 'close'])
  })

  it('names an occupied port and exits with 3', async () => {
    const taken = createServer()
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    onTestFinished(() => void taken.close())
    const makeGame = async () => ({ listen: listenOn, start: () => {}, close: async () => {} })
    const { code, io } = await command(['serve', '--port', String(port)], { makeGame })
    expect(code).toBe(3)
    expect(io.stderr).toContain(
      `Cannot serve the world on port "${port}" of 127.0.0.1: another program uses it.`,
    )
  })
})

describe('kithcraft skills', () => {
  function skillFolder(): string {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'obtainClay.js'), formatSkillFile(exampleSkill()))
    return folder
  }

  it('lists and shows the skills of a folder', async () => {
    const folder = skillFolder()
    const list = await command(['skills', 'list', '--from', folder], {})
    expect(list.io.stdout).toContain('obtainClay(count)  v1, verified, 1 of 1 runs succeeded')
    const show = await command(['skills', 'show', 'obtainClay', '--from', folder], {})
    expect(show.io.stdout).toContain('async function obtainClay(bot, count = 1)')
    const json = await command(['skills', 'list', '--json', '--from', folder], {})
    expect(JSON.parse(json.io.stdout)).toMatchObject([{ owner: null, name: 'obtainClay' }])
  })

  it('lists the skills of a run from its journal', async () => {
    const folder = temporaryFolder()
    const journal = openFileJournal(join(folder, 'journal.jsonl'))
    journal.append({ type: 'run-started', run: 'r', team: {}, goal: null }, null, 0)
    journal.append(
      { type: 'step-committed', step: 1, changes: [{ type: 'skill-set', skill: exampleSkill() }] },
      'Ada',
      1,
    )
    journal.close()
    const { io } = await command(['skills', 'list', '--from', folder], {})
    expect(io.stdout).toMatch(/^Ada:\n {2}obtainClay/)
    const other = await command(['skills', 'list', '--from', folder, '--agent', 'Ben'], {})
    expect(other.io.stdout).toBe('No skills.')
  })

  it('runs one again with its arguments and exits with 1 when it does not hold', async () => {
    let options: SkillRunOptions | null = null
    const runSkill = async (given: SkillRunOptions) => {
      options = given
      return { outcome: exampleOutcome(), held: false, missing: 'have clay_ball: 0 of 3' }
    }
    const words = [
      'skills',
      'run',
      'obtainClay',
      '3',
      'oak_log',
      '{"x":1}',
      '--from',
      skillFolder(),
      '--world',
      'flat',
      '--seed',
      '5',
    ]
    const { code, io } = await command(words, { runSkill })
    expect(code).toBe(1)
    expect(io.stdout).toContain('Its postcondition does not hold: have clay_ball: 0 of 3.')
    expect(options).toMatchObject({
      skill: { name: 'obtainClay', version: 1 },
      arguments: [3, 'oak_log', { x: 1 }],
      place: { type: 'world', world: 'flat', seed: 5, version: '1.21.4' },
    })
  })

  it('exits with 0 when the skill holds, on a server too', async () => {
    let options: SkillRunOptions | null = null
    const runSkill = async (given: SkillRunOptions) => {
      options = given
      return { outcome: exampleOutcome(), held: true, missing: '' }
    }
    const words = [
      'skills',
      'run',
      'obtainClay',
      '--from',
      skillFolder(),
      '--server',
      'localhost:4000',
      '--json',
    ]
    const { code, io } = await command(words, { runSkill })
    expect(code).toBe(0)
    expect(JSON.parse(io.stdout)).toMatchObject({ skill: 'obtainClay', held: true })
    expect(options).toMatchObject({ place: { type: 'server', server: { host: 'localhost', port: 4000 } } })
  })

  it('suggests a name, and refuses broken files and journals, with exit code 2', async () => {
    const folder = skillFolder()
    const typo = await command(['skills', 'show', 'obtainClya', '--from', folder], {})
    expect([typo.code, typo.io.stderr]).toEqual([
      2,
      'There is no skill "obtainClya". Did you mean "obtainClay"?',
    ])
    writeFileSync(join(folder, 'broken.js'), 'async function broken(bot) {')
    const broken = await command(['skills', 'list', '--from', folder], {})
    expect(broken.code).toBe(2)
    expect(broken.io.stderr).toContain(
      `Cannot read the skill file "${join(folder, 'broken.js')}", line 1: it has no header.`,
    )
    const run = temporaryFolder()
    writeFileSync(join(run, 'journal.jsonl'), 'this is no journal\n{}\n')
    const corrupt = await command(['skills', 'list', '--from', run], {})
    expect(corrupt.code).toBe(2)
    expect(corrupt.io.stderr).toContain(join(run, 'journal.jsonl'))
    expect(corrupt.io.stderr).not.toContain('bug')
  })
})

describe('kithcraft doctor', () => {
  it('prints a line for each check and exits with 3 when one failed', async () => {
    const doctorChecks = () => [
      { name: 'one', look: async () => ({ status: 'ok' as const, text: 'fine' }) },
      { name: 'three', look: () => Promise.reject(new Error('it broke')) },
    ]
    const { code, io } = await command(['doctor'], { doctorChecks })
    expect(code).toBe(3)
    expect(io.outLines).toEqual(['ok       one    fine', 'failed   three  it broke'])
    const json = await command(['doctor', '--json'], { doctorChecks })
    expect(JSON.parse(json.io.stdout)).toMatchObject({
      ok: false,
      checks: [{ name: 'one' }, { name: 'three' }],
    })
  })
})

describe('kithcraft', () => {
  it('prints its help and its version on standard output', async () => {
    const help = await command(['--help'], {})
    expect(help.code).toBe(0)
    expect(help.io.stdout).toContain('Usage: kithcraft')
    expect((await command(['--version'], {})).io.stdout).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it('prints the JSON Schema of team files', async () => {
    const { io } = await command(['schema'], {})
    expect(JSON.parse(io.stdout)).toMatchObject({ title: 'Kithcraft team', type: 'object' })
  })
})

async function command(words: readonly string[], parts: Partial<CommandParts>) {
  const io = new FakeCommandIo()
  const code = await runCommandLine(words, { ...nothing, ...parts }, io)
  return { code, io }
}

/** Listens as a real server does, so that the error is the real one. */
function listenOn(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, host, () => server.close(() => resolve(port)))
  })
}
