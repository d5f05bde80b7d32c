import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createGameServer, type GameServer } from '../../../server/game-server.ts'
import { checkWorldDefinition } from '../../../server/world/world-definition.ts'
import { RemoteBody } from '../../../src/body/remote-body.ts'
import type { BodyEvent } from '../../../src/core/body.ts'
import { InfrastructureError } from '../../../src/core/errors.ts'
import { requestOf } from '../../contract/body.ts'

const entry = fileURLToPath(new URL('../../support/body-test-process.ts', import.meta.url))

/** In real time: the server lives in this process, the bots in another that dies. */
describe('RemoteBody', () => {
  let server: GameServer
  let body: RemoteBody
  let children: ChildProcess[]
  let events: BodyEvent[]

  beforeEach(async () => {
    server = createGameServer({
      version: '1.21.4',
      world: checkWorldDefinition({ name: 'test', generator: { type: 'flat' } }, 'test'),
      seed: 1,
      operators: [],
      maxPlayers: 10,
    })
    const port = await server.listen('127.0.0.1', 0)
    server.start()
    children = []
    events = []
    body = new RemoteBody({
      start: () => {
        const child = fork(entry, [String(port)], { stdio: ['ignore', 2, 2, 'ipc'] })
        children.push(child)
        return child
      },
    })
    body.onEvent((event) => events.push(event))
  })
  afterEach(async () => {
    await body.close()
    await server.close()
  })

  it('survives the death of its process: attempts abort, bots come back, calls wait for them', async () => {
    await Promise.all([body.join('Ada'), body.join('Bob')])
    const signal = new AbortController().signal
    server.command('give Ada dirt 3')
    const inventory = async () => (await body.perceive('Ada')).inventory
    await expect.poll(inventory, { timeout: 20_000 }).toEqual({ dirt: 3 })
    const attempt = body.attempt(requestOf('Ada', [['act', 'waitForTicks', [2000]]], 3000), signal)
    const second = body.perceive('Ada').then(() => children[0]?.kill('SIGKILL'))
    await second
    const outcome = await attempt
    expect(outcome).toMatchObject({ status: 'aborted', reproducible: false })
    expect(outcome).toMatchObject({ inventoryBefore: { dirt: 3 }, inventoryAfter: { dirt: 3 } })
    expect(outcome.error?.message).toContain('The body process is gone')
    const percepts = await Promise.all([body.perceive('Ada'), body.perceive('Bob')])
    expect(percepts.map((percept) => percept.agent)).toEqual(['Ada', 'Bob'])
    expect(events).toContainEqual({ type: 'body-restarted', reason: expect.stringContaining('SIGKILL') })
    const next = await body.attempt(
      requestOf('Ada', [['act', 'mineBlock', ['grass_block', 1]]], 2000),
      signal,
    )
    expect(next.status).toBe('completed')
    expect(children).toHaveLength(2)
  })

  it('close() ends the process and the bots leave', async () => {
    await body.join('Ada')
    expect(server.game.players.size).toBe(1)
    await body.close()
    expect(children[0]).toMatchObject({ exitCode: 0, signalCode: null })
    await expect(body.perceive('Ada')).rejects.toThrow(InfrastructureError)
  })
})

describe('RemoteBody with a process that cannot start', () => {
  it('rejects with an InfrastructureError after a few tries', async () => {
    const starts: ChildProcess[] = []
    const body = new RemoteBody({
      start: () => {
        const child = fork(entry, [], {
          execArgv: ['--no-such-flag'],
          stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        })
        starts.push(child)
        return child
      },
    })
    await expect(body.join('Ada')).rejects.toThrow(InfrastructureError)
    await expect
      .poll(() => body.join('Ada').catch((error: Error) => error.message), { timeout: 20_000, interval: 200 })
      .toMatch(/died \d+ times in a row/)
    expect(starts.length).toBeLessThanOrEqual(6)
    await body.close()
  })
})
