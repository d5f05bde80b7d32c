import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { collect, runKithcraft, startKithcraft, whenPrinted } from '../../support/run-process.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Several processes start in each test, and the machine may be busy.
vi.setConfig({ testTimeout: 180_000 })

describe('kithcraft serve', () => {
  it('serves a world over TCP until it is interrupted, and refuses its port to another one', async () => {
    const server = startKithcraft(['serve', '--world', 'flat', '--port', '0'])
    const ended = collect(server)
    const [, port] = await whenPrinted(server, /join at 127\.0\.0\.1:(\d+)\./)
    const socket = connect(Number(port), '127.0.0.1')
    await once(socket, 'connect')
    socket.destroy()
    const second = await runKithcraft(['serve', '--world', 'flat', '--port', String(port)])
    expect(second.code).toBe(3)
    expect(second.stderr).toContain(`Cannot listen on "127.0.0.1:${port}": another program uses it.`)
    expectNoStack(second.stderr)
    server.kill('SIGINT')
    expect((await ended).code).toBe(0)
  })
})

describe('kithcraft run --server', () => {
  it('takes a team to a server that was started separately, through a real port', async () => {
    const server = startKithcraft(['serve', '--world', 'plains', '--port', '0'])
    const [, port] = await whenPrinted(server, /join at 127\.0\.0\.1:(\d+)\./)
    const goal = ['--goal', 'have 1 oak_planks', '--until', 'any']
    const place = ['--server', `127.0.0.1:${port}`, '--out', `${temporaryFolder()}/run`]
    const { code, stdout, stderr } = await runKithcraft(['run', '--no-page', '--json', ...goal, ...place])
    expect([code, stderr]).toEqual([0, expect.any(String)])
    const summary = JSON.parse(stdout)
    expect(summary).toMatchObject({ reached: true, goal: { type: 'have', item: 'oak_planks', count: 1 } })
    const finished = Object.values<{ reached: boolean; inventory: object }>(summary.agents).filter(
      (agent) => agent.reached,
    )
    expect(finished[0]?.inventory).toHaveProperty('oak_planks')
  })
})

describe('kithcraft run', () => {
  it('says that a server cannot be reached, exits with 3 and leaves no run directory', async () => {
    const folder = temporaryFolder()
    const { code, stderr } = await runKithcraft([
      'run',
      '--no-page',
      '--server',
      '127.0.0.1:1',
      '--out',
      `${folder}/run`,
    ])
    expect(code).toBe(3)
    expect(readdirSync(folder)).toEqual([])
    expect(stderr).toMatch(/127\.0\.0\.1:1/)
    expectNoStack(stderr)
  })

  it('says that something that is no Minecraft server cannot be joined, and does not hang', async () => {
    const stranger = createServer((socket) => socket.end('220 mail\r\n'))
    stranger.listen(0, '127.0.0.1')
    await once(stranger, 'listening')
    onTestFinished(() => void stranger.close())
    const address = stranger.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const { code, stderr } = await runKithcraft([
      'run',
      '--no-page',
      '--server',
      `127.0.0.1:${port}`,
      '--out',
      `${temporaryFolder()}/run`,
    ])
    expect(code).toBe(3)
    expectNoStack(stderr)
  })

  it('says that the port of its page is occupied and exits with 3', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    onTestFinished(() => void taken.close())
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const { code, stderr } = await runKithcraft([
      'run',
      '--port',
      String(port),
      '--out',
      `${temporaryFolder()}/run`,
    ])
    expect(code).toBe(3)
    expect(stderr).toContain(`port "${port}"`)
    expectNoStack(stderr)
  })

  it('ends in good order when it is interrupted, and says where the run lies', async () => {
    const folder = temporaryFolder()
    const run = startKithcraft(['run', '--no-page', '--world', 'flat', '--out', `${folder}/run`])
    const ended = collect(run)
    await whenPrinted(run, /The run begins/)
    run.kill('SIGINT')
    const { code, stdout, stderr } = await ended
    expect(code).toBe(1)
    expect(stdout).toContain(`The run lies in ${folder}/run`)
    expectNoStack(stderr)
    const skills = await runKithcraft(['skills', 'list', '--from', `${folder}/run`])
    expect(skills.code).toBe(0)
  })
})

function expectNoStack(text: string): void {
  expect(text).not.toMatch(/^\s+at .*:\d+:\d+/m)
  expect(text).not.toContain('This is a bug')
}
