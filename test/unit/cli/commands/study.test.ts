import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommandLine } from '../../../../src/cli/command-line.ts'
import type { EpisodeOrder, EpisodeRunner } from '../../../../src/cli/compose/episode-pool.ts'
import type { EpisodeMeasures } from '../../../../src/study/episode-measures.ts'
import { FakeCommandIo } from '../../../support/fake-command-io.ts'
import { command, noParts } from '../../../support/fake-commands.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const study = [
  'name: talk',
  'base: { world: flat, agents: [{ name: Ada }] }',
  'conditions: [{ name: silent, set: { channel: none } }, { name: loud }]',
].join('\n')

const measures: EpisodeMeasures = {
  reached: true,
  reason: 'All agents reached the goal.',
  ticks: 400,
  ticksToGoal: 400,
  reproducible: true,
  attempts: 2,
  failedAttempts: 0,
  skillsLearned: 1,
  refutedBeliefs: 0,
  deaths: 0,
  items: { dirt: 7 },
  milestones: {},
  failures: {},
  steps: { Ada: 3 },
  messages: 0,
  words: 0,
  questions: 0,
}

/** Runs no game: every episode ends with the same measures, unless it is one that dies. */
class FakeRunner implements EpisodeRunner {
  readonly ran: string[] = []
  mostAtOnce = 0
  #atOnce = 0
  readonly dies: ReadonlySet<string>
  onRun: (id: string) => void = () => {}

  constructor(dies: readonly string[] = []) {
    this.dies = new Set(dies)
  }

  async run({ id, directory }: EpisodeOrder) {
    this.ran.push(id)
    mkdirSync(directory)
    this.onRun(id)
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#atOnce)
    await new Promise(setImmediate)
    this.#atOnce--
    if (this.dies.has(id)) return { measures: null, error: 'Its process ended (SIGKILL).' }
    return { measures, error: null }
  }

  async close() {}
}

function setting() {
  const folder = temporaryFolder()
  const path = join(folder, 'study.yaml')
  writeFileSync(path, study)
  const out = join(folder, 'out')
  const run = (runner: EpisodeRunner, ...flags: string[]) =>
    command(['study', path, '--seeds', '2', '--out', out, '--jobs', '1', ...flags], {
      openEpisodes: () => runner,
    })
  return { path, out, run, results: () => JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) }
}

describe('kithcraft study', () => {
  it('runs every condition with every seed and writes results and report', async () => {
    const { out, run, results } = setting()
    const runner = new FakeRunner()
    const { code, io } = await run(runner)
    expect(code).toBe(0)
    expect(runner.ran).toEqual(['silent/1', 'loud/1', 'silent/2', 'loud/2'])
    expect(results().episodes).toHaveLength(4)
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('<title>talk</title>')
    expect(io.screen.text).toContain('4/4  loud/2  reached after 00:20')
    expect(io.stdout).toMatch(/loud +1 \[0.34, 1\]/)
  })

  it('runs a part, and reports it with what was done before', async () => {
    const { run, results } = setting()
    const [first, second] = [new FakeRunner(), new FakeRunner()]
    const { code, io } = await run(first, '--part', 'loud')
    expect([code, first.ran]).toEqual([1, ['loud/1', 'loud/2']])
    expect(io.stderr).toContain('2 of 4 episodes are missing')
    expect((await run(second, '--part', 'silent/1')).io.screen.text).toContain('3/3  silent/1')
    expect(second.ran).toEqual(['silent/1'])
    expect(results().episodes).toHaveLength(3)
  })

  it('runs a part anew with --fresh, and keeps the rest', async () => {
    const { run, results } = setting()
    await run(new FakeRunner())
    const runner = new FakeRunner()
    expect((await run(runner, '--fresh', '--part', 'loud')).code).toBe(0)
    expect(runner.ran).toEqual(['loud/1', 'loud/2'])
    expect(results().episodes).toHaveLength(4)
  })

  it('runs as many episodes at a time as it is told', async () => {
    const { run } = setting()
    const runner = new FakeRunner()
    await run(runner, '--jobs', '3')
    expect(runner.mostAtOnce).toBe(3)
  })

  it('gives the same results file when it is run again elsewhere', async () => {
    const [first, second] = [setting(), setting()]
    await first.run(new FakeRunner())
    await second.run(new FakeRunner())
    const text = (of: typeof first) => JSON.stringify(of.results()).replaceAll(of.path, 'STUDY')
    expect(text(second)).toBe(text(first))
  })

  it('keeps what is done, and runs again what was broken off or is set up otherwise', async () => {
    const { path, out, run } = setting()
    await run(new FakeRunner())
    writeFileSync(join(out, 'episodes', 'loud', '1', 'measures.json'), '{"fingerprint"')
    writeFileSync(path, study.replace('channel: none', 'channel: none, until: any'))
    const second = new FakeRunner()
    const { io } = await run(second)
    expect(second.ran).toEqual(['silent/1', 'loud/1', 'silent/2'])
    expect(io.screen.text).toContain('1 of 4 episodes were done already.')
    const third = new FakeRunner()
    expect((await run(third)).code).toBe(0)
    expect(third.ran).toEqual([])
    writeFileSync(path, `${study}\nsubjects: [Ada]`)
    const fourth = new FakeRunner()
    await run(fourth)
    expect(fourth.ran).toHaveLength(4)
  })

  it('clears what a killed run left before it runs the episode again', async () => {
    const { out, run } = setting()
    const left = join(out, 'episodes', 'silent', '1', 'run')
    mkdirSync(left, { recursive: true })
    writeFileSync(join(left, 'journal.jsonl'), '{')
    const runner = new FakeRunner()
    await run(runner)
    expect(existsSync(join(left, 'journal.jsonl'))).toBe(false)
    expect(runner.ran).toContain('silent/1')
  })

  it('ends with 3 when episodes failed, names them, and tries them again the next time', async () => {
    const { run, results } = setting()
    const { code, io } = await run(new FakeRunner(['loud/1']))
    expect(code).toBe(3)
    expect(io.stderr).toContain('loud/1 failed: Its process ended (SIGKILL).')
    expect(results().episodes).toHaveLength(4)
    const again = new FakeRunner()
    expect((await run(again)).code).toBe(0)
    expect(again.ran).toEqual(['loud/1'])
  })

  it('breaks off at Ctrl-C, reports what is done and says how to go on', async () => {
    const { path, out, results } = setting()
    const io = new FakeCommandIo()
    const runner = new FakeRunner()
    runner.onRun = (id) => {
      if (id === 'silent/2') io.interrupt()
    }
    const words = ['study', path, '--seeds', '2', '--out', out, '--jobs', '1']
    const code = await runCommandLine(words, { ...noParts, openEpisodes: () => runner }, io)
    expect(code).toBe(1)
    expect(results().episodes).toHaveLength(2)
    expect(io.stderr).toContain('Broken off: 2 of 4 episodes are missing.')
    expect(io.listens).toBe(false)
  })

  it('runs one episode again with --only', async () => {
    const { run } = setting()
    await run(new FakeRunner())
    const runner = new FakeRunner()
    const { code, io } = await run(runner, '--only', 'loud/2')
    expect(code).toBe(0)
    expect(runner.ran).toEqual(['loud/2'])
    expect(JSON.parse(io.stdout)).toMatchObject({ id: 'loud/2', measures: { ticks: 400 } })
  })

  it('says how to run each episode again, in words that do so', async () => {
    const { run, results } = setting()
    const rerun = async (id: string) => {
      const { episodes } = results() as { episodes: { id: string; rerun: string }[] }
      const [program, , , ...flags] = episodes.find((one) => one.id === id)?.rerun.split(' ') ?? []
      expect(program).toBe('kithcraft')
      const runner = new FakeRunner()
      expect((await run(runner, ...flags)).code).toBe(0)
      return runner.ran
    }
    await run(new FakeRunner(), '--seeds', '21')
    expect(await rerun('loud/2')).toEqual(['loud/2'])
    expect(await rerun('silent/21')).toEqual(['silent/21'])
  })

  it('drops the runs with --no-runs and keeps their measures', async () => {
    const { out, run } = setting()
    await run(new FakeRunner(), '--no-runs')
    expect(existsSync(join(out, 'episodes', 'loud', '2', 'run'))).toBe(false)
    expect(existsSync(join(out, 'episodes', 'loud', '2', 'measures.json'))).toBe(true)
  })

  it('lists the studies that ship when it is given none', async () => {
    const { code, io } = await command(['study'], {})
    expect(code).toBe(0)
    expect(io.stdout).toMatch(/^instructive +\d+ runs/m)
  })
})
