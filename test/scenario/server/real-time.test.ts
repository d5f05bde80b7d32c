import mineflayer, { type Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import { createGameServer, type GameServer } from '../../../server/game-server.ts'
import { loadWorldDefinition } from '../../../server/world/world-definition.ts'
import { InfrastructureError } from '../../../src/core/errors.ts'

const servers: GameServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

function create(version: '1.21.4' | '1.20.1'): GameServer {
  const server = createGameServer({
    version,
    world: loadWorldDefinition('flat'),
    seed: 1,
    operators: ['Ada'],
    maxPlayers: 5,
    viewDistance: 2,
  })
  servers.push(server)
  return server
}

async function joinOverTcp(port: number): Promise<Bot> {
  const bot = mineflayer.createBot({ host: '127.0.0.1', port, username: 'Ada', auth: 'offline' })
  await new Promise<void>((resolve, reject) => {
    bot.once('spawn', () => resolve())
    bot.once('error', reject)
    bot.once('end', (reason) => reject(new Error(`Ended: ${reason}`)))
  })
  await bot.waitForChunksToLoad()
  // In the air, where a bot is for its first ticks, digging takes five times as long.
  await bot.waitForTicks(5)
  return bot
}

describe.each(['1.21.4', '1.20.1'] as const)('a server of %s on a TCP port, in real time', (version) => {
  test('lets an unmodified bot find its version, join, dig and chat', async () => {
    const server = create(version)
    const port = await server.listen('127.0.0.1', 0)
    server.start()
    const bot = await joinOverTcp(port)
    expect(bot.version).toBe(version)
    const heard = new Promise<string>((resolve) =>
      bot.once('chat', (name, text) => resolve(`${name}: ${text}`)),
    )
    bot.chat('hello')
    expect(await heard).toBe('Ada: hello')
    const ground = bot.blockAt(bot.entity.position.offset(1, -1, 0))
    if (ground === null) throw new Error('No ground.')
    const start = performance.now()
    await bot.dig(ground, true)
    expect(performance.now() - start).toBeGreaterThan(700)
    await bot.waitForTicks(3)
    expect(server.game.world.blockAt({ x: 1, y: -61, z: 0 }).name).toBe('air')
    const ended = new Promise<string>((resolve) => bot.once('end', resolve))
    const kicked = new Promise<string>((resolve) =>
      bot.once('kicked', (reason) => resolve(JSON.stringify(reason))),
    )
    await server.close()
    expect(await kicked).toContain('Server closed')
    await ended
  })
})

test('a port that is taken is reported with what to do', async () => {
  const [first, second] = [create('1.21.4'), create('1.21.4')]
  const port = await first.listen('127.0.0.1', 0)
  const failure = second.listen('127.0.0.1', port)
  await expect(failure).rejects.toThrow(InfrastructureError)
  await expect(failure).rejects.toThrow(`Cannot listen on "127.0.0.1:${port}": another program uses it.`)
})
