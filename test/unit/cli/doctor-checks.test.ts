import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createGameServer } from '../../../server/game-server.ts'
import { loadWorldDefinition } from '../../../server/world/world-definition.ts'
import {
  doctorChecks,
  lookAtInspectorSignal,
  lookAtNode,
  lookAtServer,
} from '../../../src/cli/doctor-checks.ts'

describe('lookAtNode()', () => {
  it('demands Node.js 26', () => {
    expect(lookAtNode('26.10.0').status).toBe('ok')
    expect(lookAtNode('27.0.1').status).toBe('ok')
    expect(lookAtNode('20.20.2')).toMatchObject({
      status: 'failed',
      text: expect.stringContaining('20.20.2 is too old'),
    })
  })
})

describe('lookAtInspectorSignal()', () => {
  it('warns where a signal opens the debugger', () => {
    expect(lookAtInspectorSignal(['--disable-sigusr1']).status).toBe('ok')
    expect(lookAtInspectorSignal([]).status).toBe('warning')
  })
})

describe('lookAtServer()', () => {
  it('says the version and the players of a Minecraft server, and warns when it is full', async () => {
    for (const [maxPlayers, status] of [
      [3, 'ok'],
      [0, 'warning'],
    ] as const) {
      const game = createGameServer({
        version: '1.20.1',
        world: loadWorldDefinition('flat'),
        seed: 1,
        operators: [],
        maxPlayers,
      })
      onTestFinished(() => game.close())
      const port = await game.listen('127.0.0.1', 0)
      expect(await lookAtServer(`127.0.0.1:${port}`)).toEqual({
        status,
        text: expect.stringContaining(`Minecraft 1.20.1 at 127.0.0.1:${port}, 0 of ${maxPlayers} players`),
      })
    }
  })

  it('says that something listens that is no Minecraft server', async () => {
    const server = createServer((socket) => socket.end('220 mail\r\n')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    expect(await lookAtServer(`127.0.0.1:${port}`)).toEqual({
      status: 'failed',
      text: expect.stringContaining('does not answer as a Minecraft server does'),
    })
  })

  it('says that nothing listens on a port', async () => {
    expect(await lookAtServer('127.0.0.1:1')).toEqual({
      status: 'failed',
      text: '"127.0.0.1:1" cannot be reached: nothing listens on that port. Is the server running?',
    })
  })
})

describe('doctorChecks()', () => {
  it('all pass in this repository', async () => {
    const findings = await Promise.all(
      doctorChecks({}).map(async ({ name, look }) => ({ name, ...(await look()) })),
    )
    expect(findings.filter(({ status }) => status === 'failed')).toEqual([])
    expect(findings.map(({ name }) => name)).toContain('sandbox')
  })

  it('look at a server only when one is named', () => {
    expect(doctorChecks({}).map(({ name }) => name)).not.toContain('server')
    expect(doctorChecks({ server: 'x' }).map(({ name }) => name)).toContain('server')
  })
})
