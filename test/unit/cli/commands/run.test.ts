import { describe, expect, it } from 'vitest'
import { runCommandLine } from '../../../../src/cli/command-line.ts'
import type { RunOptions } from '../../../../src/cli/compose/run-handle.ts'
import { InfrastructureError } from '../../../../src/core/errors.ts'
import { FakeCommandIo } from '../../../support/fake-command-io.ts'
import { command, FakeRun, noParts } from '../../../support/fake-commands.ts'

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

  it('hands the pace of simulated time on', async () => {
    const run = new FakeRun(true)
    const words = ['run', '--no-page', '--time', 'simulated', '--speed', '5', '--pause']
    expect((await command(words, { startRun: run.start })).code).toBe(0)
    expect(run.options?.team.time).toBe('simulated')
    expect(run.options?.pace).toEqual({ speed: 5, isPaused: true })
  })

  it.each([['--speed', '5'], ['--pause']])('refuses %s in real time', async (...words) => {
    const { code, io } = await command(['run', '--no-page', ...words], {})
    expect(code).toBe(2)
    expect(io.stderr).toContain(`${words[0]} is for simulated time only: add --time simulated.`)
  })

  it('ends the run at the first Ctrl-C and quits at the second', async () => {
    const run = new FakeRun(null)
    const io = new FakeCommandIo()
    const ended = runCommandLine(['run', '--no-page'], { ...noParts, startRun: run.start }, io)
    await run.started.promise
    io.interrupt()
    expect(await ended).toBe(1)
    expect(run.stops[0]).toBe('ended from the keyboard')
    expect(io.screen.text).toContain('Press Ctrl-C again to quit at once.')
    expect(io.quits).toBe(0)
  })

  it('ends the start-up at Ctrl-C, and exits with 1', async () => {
    const io = new FakeCommandIo()
    const startRun = ({ signal }: RunOptions) =>
      new Promise<never>((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason))
        io.interrupt()
      })
    expect(await runCommandLine(['run', '--no-page'], { ...noParts, startRun }, io)).toBe(1)
    expect(io.stderr).toContain('Ending before the run has started.')
    expect(io.stdout).toBe('')
    expect([io.quits, io.listens]).toEqual([0, false])
  })

  it('quits at once when Ctrl-C is pressed twice', async () => {
    const io = new FakeCommandIo()
    const startRun = () => {
      io.interrupt()
      io.interrupt()
      return Promise.reject(new InfrastructureError('stopped'))
    }
    await runCommandLine(['run', '--no-page'], { ...noParts, startRun }, io)
    expect(io.quits).toBe(1)
  })

  it('keeps the page on a terminal until Ctrl-C', async () => {
    const run = new FakeRun(true)
    run.pageUrl = 'http://127.0.0.1:4000'
    const io = new FakeCommandIo(true)
    const ended = runCommandLine(['run', '--port', '0'], { ...noParts, startRun: run.start }, io)
    await io.whenPrinted('The page stays open at http://127.0.0.1:4000 until you press Ctrl-C.')
    expect(run.stops).toEqual([])
    io.interrupt()
    expect(await ended).toBe(0)
    expect(run.stops).toEqual(['the command ended'])
  })

  it('says where a run lies that failed and once why, and exits with 3', async () => {
    const run = new FakeRun(null)
    run.result.reject(new InfrastructureError('The server is gone.'))
    const { code, io } = await command(['run', '--no-page'], { startRun: run.start })
    expect(code).toBe(3)
    expect(io.errLines.at(-1)).toBe('The server is gone.')
    expect(io.screen.text).toContain(run.directory)
    expect(io.screen.text).not.toContain('The server is gone.')
    expect(run.stops).toEqual(['the command ended'])
  })
})
