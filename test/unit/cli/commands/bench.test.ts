import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommandLine } from '../../../../src/cli/command-line.ts'
import type { EpisodeOrder, EpisodeRunner } from '../../../../src/cli/compose/episode-pool.ts'
import { packageRoot } from '../../../../src/core/package-root.ts'
import { measureEpisode } from '../../../../src/study/measure-episode.ts'
import { FakeCommandIo } from '../../../support/fake-command-io.ts'
import { command, noParts } from '../../../support/fake-commands.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const excerpt = join(packageRoot(), 'test', 'support', 'minecollab', 'excerpt.json')
const names = Object.keys(JSON.parse(readFileSync(excerpt, 'utf8')))

/** Solves tasks without a game, but for those whose name has the word. */
class FakeRunner implements EpisodeRunner {
  readonly orders: EpisodeOrder[] = []
  readonly missed: string
  onRun: () => void = () => {}

  constructor(missed = 'none of them') {
    this.missed = missed
  }

  async run(order: EpisodeOrder) {
    this.orders.push(order)
    this.onRun()
    mkdirSync(order.directory)
    const reached = !order.id.includes(this.missed)
    const reason = reached ? 'Ada reached the goal.' : 'The time is up.'
    return {
      measures: { ...measureEpisode([], null), reached, reason, ticksToGoal: reached ? 600 : null },
      error: null,
    }
  }

  async close() {}
}

const bench = (file: string, runner: EpisodeRunner, ...flags: string[]) =>
  command(['bench', 'minecollab', file, '--out', temporaryFolder(), ...flags], { openEpisodes: () => runner })

describe('kithcraft bench minecollab', () => {
  it('plays every task of the file and counts the solved ones', async () => {
    const json = join(temporaryFolder(), 'results.json')
    const runner = new FakeRunner('smoker')
    const { code, io } = await bench(excerpt, runner, '--json', json)
    expect(code).toBe(1)
    expect(runner.orders.map(({ id }) => id)).toEqual(names)
    expect(io.stdout).toContain(
      'not solved: multiagent_crafting_smoker_requires_ctable_no_plan__depth_0: The time is up.',
    )
    expect(io.stdout).toContain('MineCollab: 3 of 4 tasks solved, in 00:30 of game time')
    const results = JSON.parse(readFileSync(json, 'utf8'))
    expect(results.metrics).toEqual({ 'minecollab.solved': 3, 'minecollab.tasks': 4 })
    expect(results.tasks[0]).toMatchObject({ id: names[0], solved: true, ticks: 600 })
  })

  it('ends with 0 when all are solved', async () => {
    expect((await bench(excerpt, new FakeRunner())).code).toBe(0)
  })

  it('ends with 1 when it is broken off, though all that was played is solved', async () => {
    const io = new FakeCommandIo()
    const runner = new FakeRunner()
    runner.onRun = () => io.interrupt()
    const words = ['bench', 'minecollab', excerpt, '--out', temporaryFolder(), '--jobs', '1']
    expect(await runCommandLine(words, { ...noParts, openEpisodes: () => runner }, io)).toBe(1)
    expect(io.stdout).toContain('0 of 0 tasks solved')
  })

  it('plays one task with --only, and names the one that was meant', async () => {
    const runner = new FakeRunner()
    const [name = ''] = names
    await bench(excerpt, runner, '--only', name)
    expect(runner.orders).toHaveLength(1)
    const { code, io } = await bench(excerpt, runner, '--only', name.slice(1))
    expect(code).toBe(2)
    expect(io.stderr).toContain(`Did you mean "${name}"?`)
  })

  it('plays each task in a folder of its own, whatever it is called', async () => {
    const file = join(temporaryFolder(), 'tasks.json')
    const task = { agent_count: 1, target: 'bow', type: 'techtree', timeout: 9 }
    writeFileSync(file, JSON.stringify({ '..': task, 'a/b': task }))
    const runner = new FakeRunner()
    expect((await bench(file, runner)).code).toBe(0)
    expect(runner.orders.map(({ id }) => id)).toEqual(['_', 'a_b'])
    expect((await bench(file, runner, '--only', 'a/b')).code).toBe(0)
  })

  it.each([
    [
      '{\n "t": { "agent_count": 6,\n "target": "bow", "type": "techtree", "timeout": 9 } }',
      'line 2: "t.agent_count" is 6',
    ],
    [
      '{\n "t": { "agent_count": 2, "target": "bow",\n "type": "cooking", "timeout": 9 } }',
      'line 3: "t.type" is "cooking": it must be "techtree"',
    ],
    [
      '{ "t": { "agent_count": 2,\n "target": "bwo", "type": "techtree", "timeout": 9 } }',
      'line 2: "t.target" is "bwo", which is no item',
    ],
    [
      '{ "t": { "agent_count": 1, "target": "bow", "type": "techtree", "timeout": 9, "initial_inventory": { "0": { "stik": 2 } } } }',
      '"stik", which is no item',
    ],
    ['[', 'line 1'],
  ])('refuses %j', async (text, message) => {
    const file = join(temporaryFolder(), 'tasks.json')
    writeFileSync(file, text)
    const { code, io } = await bench(file, new FakeRunner())
    expect(io.stderr).toContain(message)
    expect(code).toBe(2)
  })
})
