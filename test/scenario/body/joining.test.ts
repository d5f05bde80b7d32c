import { createServer } from 'node:net'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { InfrastructureError } from '../../../src/core/errors.ts'
import { RealClock } from '../../../src/core/real-clock.ts'
import type { BodyWorld } from '../../support/body-world.ts'
import { JsonSandbox } from '../../support/json-sandbox.ts'

const clock = installVirtualClock()
const { createBodyWorld } = await import('../../support/body-world.ts')
const { LocalBody } = await import('../../../src/body/local-body.ts')

afterAll(() => clock.uninstall())

describe('joining a server', () => {
  let world: BodyWorld

  beforeEach(async () => {
    world = await createBodyWorld({ clock, maxPlayers: 2 })
  })
  afterEach(() => world.close())

  const otherBody = (version: string) =>
    new LocalBody({
      address: { host: 'memory', port: 25565, version, auth: 'offline' },
      link: { connect: () => world.server.connect(), watch: (counter) => clock.watch(counter) },
      clock,
      createSandbox: () => new JsonSandbox(),
    })

  it('rejects with what to do when the version is wrong', async () => {
    const joining = clock.until(otherBody('1.20.1').join('Ada'))
    await expect(joining).rejects.toThrow(InfrastructureError)
    await expect(joining).rejects.toThrow(/does not speak version "1.20.1"|wrong version/)
  })

  it('rejects for a version that nobody knows', async () => {
    const joining = clock.until(otherBody('1.99').join('Ada'))
    await expect(joining).rejects.toThrow(/wrong version/)
  })

  it('rejects when the server is full', async () => {
    await clock.until(world.body.join('Ada'))
    await clock.until(world.body.join('Bob'))
    const joining = clock.until(world.body.join('Eve'))
    await expect(joining).rejects.toThrow('the server is full')
  })

  it('leaves for good when a player of its name takes over, so that the two do not fight', async () => {
    await clock.until(world.body.join('Ada'))
    const body = otherBody('1.21.4')
    await clock.until(body.join('Ada'))
    await clock.advance(400)
    expect(world.events.slice(1)).toMatchObject([
      {
        type: 'bot-left',
        final: true,
        reason: expect.stringContaining('a player of that name is on the server'),
      },
    ])
    await clock.until(body.close())
  })

  it('comes back after it was kicked, and tells the reason', async () => {
    await clock.until(world.body.join('Ada'))
    for (const player of world.server.game.players.values()) player.connection.close('Time for a break')
    await clock.advance(100)
    expect(world.events).toMatchObject([
      { type: 'bot-joined' },
      { type: 'bot-left', agent: 'Ada', final: false, reason: expect.stringContaining('Time for a break') },
      { type: 'bot-joined' },
    ])
    expect((await world.body.perceive('Ada')).health).toBe(20)
  })

  it('ends an attempt as aborted when the connection is lost, and can make the next one', async () => {
    await clock.until(world.body.join('Ada'))
    const outcome = await world.attempt('Ada', async (host, signal) => {
      for (const player of world.server.game.players.values()) player.connection.close('Bye')
      const result = await host.act('waitForTicks', [200], signal)
      return result
    })
    expect(outcome).toMatchObject({ status: 'aborted', error: { message: expect.stringContaining('Bye') } })
    await clock.advance(100)
    expect(await world.act('Ada', 'waitForTicks', [1])).toMatchObject({ ok: true })
  })

  it('ends an attempt as died when the bot dies, respawns it and counts the death', async () => {
    await clock.until(world.body.join('Ada'))
    const outcome = await world.attempt('Ada', async (host, signal) => {
      world.server.command('kill Ada')
      const result = await host.act('waitForTicks', [200], signal)
      return result
    })
    expect(outcome).toMatchObject({ status: 'died', error: { message: 'The bot died.' } })
    expect(world.events).toContainEqual({ type: 'bot-died', agent: 'Ada' })
    await clock.advance(40)
    expect(await world.body.perceive('Ada')).toMatchObject({ health: 20, tally: { deaths: 1 } })
    expect(await world.act('Ada', 'mineBlock', ['grass_block'])).toMatchObject({ ok: true })
  })

  it('holds the clock while the skill computes, and lets go however the attempt ends', async () => {
    await clock.until(world.body.join('Ada'))
    let heldAt = -1
    await world.attempt('Ada', async (host) => {
      host.computing(true)
      heldAt = clock.tick()
      expect(clock.holders()).toEqual(['skill of Ada'])
      await new Promise((resolve) => setImmediate(resolve))
      expect(clock.tick()).toBe(heldAt)
      throw new Error('without letting go')
    })
    expect(clock.holders()).toEqual([])
  })

  it('leaves the bot standing still after an attempt that walked', async () => {
    await clock.until(world.body.join('Ada'))
    await world.attempt('Ada', async (host, signal) => {
      await host.act('setControlState', ['forward', true], signal)
      void host.act('goto', [{ type: 'GoalXZ', x: 100, z: 100 }], signal).catch(() => {})
      await host.act('waitForTicks', [20], signal)
      return null
    })
    await clock.advance(20)
    const before = (await world.body.perceive('Ada')).position
    await clock.advance(40)
    expect((await world.body.perceive('Ada')).position).toEqual(before)
  })

  it('gives the same trace for the same seed', async () => {
    const play = async () => {
      const own = await createBodyWorld({ clock, world: { generator: { type: 'terrain' } }, seed: 7 })
      await clock.until(own.body.join('Ada'))
      const start = clock.tick()
      const result = await own.act('Ada', 'mineBlock', ['oak_log', 2])
      const percept = await own.body.perceive('Ada')
      await own.close()
      return { result, ticks: percept.tick - start, position: percept.position, blocks: percept.blocks }
    }
    expect(await play()).toEqual(await play())
  })
})

describe('joining over the network', () => {
  const body = (port: number) =>
    new LocalBody({
      address: { host: '127.0.0.1', port, version: '1.21.4', auth: 'offline' },
      link: null,
      clock: new RealClock(),
      createSandbox: () => new JsonSandbox(),
    })

  it('rejects with an InfrastructureError when nothing listens there', async () => {
    const port = await freePort()
    const joining = clock.until(body(port).join('Ada'))
    await expect(joining).rejects.toThrow(InfrastructureError)
    await expect(joining).rejects.toThrow(`cannot reach a Minecraft server at 127.0.0.1:${port}`)
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
