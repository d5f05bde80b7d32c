import { createRequire } from 'node:module'
import type { Duplex } from 'node:stream'
import { afterEach, describe, expect, test } from 'vitest'
import {
  expectAgreement,
  give,
  playerOf,
  rejection,
  ticks,
  truth,
  vector,
} from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

describe.each(['1.21.4', '1.20.1'] as const)('joining on %s', (version) => {
  test('puts the bot at the spawn with the world around it', async () => {
    harness = await startHarness({ version, viewDistance: 3 })
    const bot = await harness.join('Ada')
    await ticks(harness, 20)
    expect(bot.entity.position).toMatchObject({ x: 0.5, y: -60, z: 0.5 })
    expect(bot.game.gameMode).toBe('survival')
    expect(bot.game.dimension).toBe('overworld')
    expect(bot.blockAt(vector({ x: 40, y: -61, z: -40 }))?.name).toBe('grass_block')
    expect(bot.blockAt(vector({ x: 100, y: -61, z: 0 }))).toBeNull()
    expect([bot.health, bot.food]).toEqual([20, 20])
    expect(harness.problems).toEqual([])
  })

  test('columns follow a bot that moves away', async () => {
    harness = await startHarness({ version })
    const bot = await harness.join('Ada')
    harness.server.command('/tp Ada 300.5 -60 0.5')
    await ticks(harness, 20)
    expect(bot.blockAt(vector({ x: 310, y: -61, z: 10 }))?.name).toBe('grass_block')
    expect(bot.blockAt(vector({ x: 0, y: -61, z: 0 }))).toBeNull()
    expect(bot.entity.position.y).toBe(-60)
  })

  test('bots see each other come, walk, look, hold things and go', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    const bob = await harness.join('Bob')
    await ticks(harness, 2)
    expect(Object.keys(ada.players).sort()).toEqual(['Ada', 'Bob'])
    const seen = () => ada.players.Bob?.entity
    expect(seen()?.type).toBe('player')
    bob.setControlState('forward', true)
    await ticks(harness, 20)
    bob.clearControlStates()
    await harness.run(bob.look(1, 0.25, true))
    harness.server.command('/give Bob stone_axe')
    await ticks(harness, 5)
    expect(bob.entity.position.distanceTo(vector({ x: 0.5, y: -60, z: 0.5 }))).toBeGreaterThan(3)
    expect(seen()?.position.distanceTo(bob.entity.position)).toBeLessThan(0.05)
    expect(seen()?.yaw).toBeCloseTo(bob.entity.yaw, 1)
    expect(seen()?.heldItem?.name).toBe('stone_axe')
    bob.quit()
    await ticks(harness, 5)
    expect(Object.keys(ada.players)).toEqual(['Ada'])
    expect(Object.values(ada.entities).filter((entity) => entity.type === 'player')).toHaveLength(1)
  })

  test('bots see each other duck', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    const bob = await harness.join('Bob')
    await ticks(harness, 2)
    bob.setControlState('sneak', true)
    await ticks(harness, 3)
    expect(playerOf(harness, bob).sneaking).toBe(true)
    expect(ada.players.Bob?.entity.height).toBe(1.5)
    bob.setControlState('sneak', false)
    await ticks(harness, 3)
    expect(ada.players.Bob?.entity.height).toBe(1.8)
  })

  test('keeps a quiet bot for minutes', async () => {
    harness = await startHarness({ version })
    const bot = await harness.join('Ada')
    await ticks(harness, 20 * 120)
    expect(playerOf(harness, bot).connection.isOpen).toBe(true)
    expect(bot.time.timeOfDay).toBeGreaterThan(3000)
  })

  test('drops a client that does not answer', async () => {
    harness = await startHarness({ version })
    const bot = await harness.join('Ada')
    let reason = ''
    bot.on('kicked', (text) => {
      reason = JSON.stringify(text)
    })
    bot._client.write = () => {}
    await ticks(harness, 20 * 40)
    expect(reason).toContain('Timed out')
    expect(harness.server.game.players.size).toBe(0)
  })

  test('a bot that comes back finds its things and its place', async () => {
    harness = await startHarness({ version })
    const first = await harness.join('Ada')
    await give(harness, first, { oak_log: 3, stick: 7 })
    const source = first.inventory.slots.findIndex((item) => item?.name === 'oak_log')
    await harness.run(first.clickWindow(source, 0, 0))
    await harness.run(first.clickWindow(1, 1, 0))
    harness.server.command('/tp Ada 9.5 -60 3.5')
    await ticks(harness, 3)
    first._client.socket.destroy()
    await ticks(harness, 5)
    expect(harness.server.game.players.size).toBe(0)
    const second = await harness.join('Ada')
    expect(second.entity.position).toMatchObject({ x: 9.5, y: -60, z: 3.5 })
    expect(truth(harness, second)).toEqual({ oak_log: 3, stick: 7 })
    expectAgreement(harness, second)
  })

  test('a second bot of the same name replaces the first', async () => {
    harness = await startHarness({ version })
    const first = await harness.join('Ada')
    let reason = ''
    first.on('kicked', (text) => {
      reason = JSON.stringify(text)
    })
    const second = await harness.join('ada')
    await ticks(harness, 5)
    expect(reason).toContain('You logged in from another location')
    expect([...harness.server.game.players.values()].map((player) => player.name)).toEqual(['ada'])
    expect(second.entity.position.y).toBe(-60)
  })

  test.each([
    ['no', 'The player name \\"no\\" cannot be used'],
    ['white space', 'The player name \\"white space\\" cannot be used'],
  ])('refuses the name "%s"', async (name, reason) => {
    harness = await startHarness({ version })
    expect(await rejection(harness.join(name))).toContain(reason.replaceAll('\\"', '\\\\\\"'))
    expect(harness.server.game.players.size).toBe(0)
  })

  test('refuses players when it is full, and takes them again when one has left', async () => {
    harness = await startHarness({ version, maxPlayers: 1 })
    const bot = await harness.join('Ada')
    expect(await rejection(harness.join('Bob'))).toContain('The server is full: all 1 places are taken')
    bot.quit()
    await ticks(harness, 5)
    await harness.join('Bob')
    expect([...harness.server.game.players.values()].map((player) => player.name)).toEqual(['Bob'])
  })

  test('refuses the second of two who want the last place at once', async () => {
    harness = await startHarness({ version, maxPlayers: 1 })
    const outcomes = await Promise.all(
      ['Ada', 'Bob'].map((name) =>
        harness.join(name).then(
          () => 'in',
          (error: Error) => error.message,
        ),
      ),
    )
    expect(outcomes[0]).toBe('in')
    expect(outcomes[1]).toContain('The server is full')
  })

  test('tells clients of another version which one to use', async () => {
    harness = await startHarness({ version })
    const other = version === '1.21.4' ? '1.20.1' : '1.21.4'
    const reason = await harness.run(kickReason(harness.server.connect(), other))
    expect(reason).toContain(`Join with version ${version}`)
  })
})

/** What a plain client of that version is told when it is thrown out. */
async function kickReason(stream: Duplex, version: string): Promise<string> {
  const { createClient } = createRequire(import.meta.url)(
    'minecraft-protocol',
  ) as typeof import('minecraft-protocol')
  const client = createClient({
    username: 'Ada',
    version,
    auth: 'offline',
    connect: (connecting) => {
      setTimeout(() => {
        connecting.setSocket(stream as never)
        connecting.emit('connect')
      }, 5)
    },
  })
  return new Promise((resolve) => {
    client.on('disconnect', (packet) => resolve(JSON.stringify(packet)))
    client.on('end', () => resolve('ended without a word'))
    client.on('error', () => {})
  })
}
