import type { Bot } from 'mineflayer'
import { afterEach, expect, test } from 'vitest'
import { playerOf, record, setBlock, ticks, vector } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

test('walls, haste and flight are refused, and honest walks are not', async () => {
  harness = await startHarness()
  const [bot, cheat] = [await harness.join('Ada'), await harness.join('Eve')]
  const player = playerOf(harness, cheat)
  cheat.physicsEnabled = false
  const move = (x: number, y: number, z: number) =>
    cheat._client.write('position', { x, y, z, flags: { onGround: false } })
  for (const y of [-60, -59]) await setBlock(harness, { x: 2, y, z: 0 }, 'stone')
  let corrections = 0
  bot.on('forcedMove', () => {
    corrections += 1
  })

  move(4.5, -60, 0.5)
  await ticks(harness, 3)
  expect(player.position.x).toBeCloseTo(0.5)

  for (let step = 1; step <= 20; step++) move(0.5, -60, 0.5 + step * 8)
  await ticks(harness, 3)
  expect(player.position.z).toBeLessThan(45)

  cheat.physicsEnabled = true
  for (const one of [bot, cheat]) one.setControlState('jump', true)
  bot.setControlState('forward', true)
  await ticks(harness, 4)
  cheat.physics.gravity = 0
  await ticks(harness, 100)
  expect(harness.server.game.playerNamed('Eve')).toBeNull()
  expect(playerOf(harness, bot).connection.isOpen).toBe(true)
  expect(corrections).toBe(0)
})

test('who floods the chat or asks for too much is kicked, operators are not', async () => {
  harness = await startHarness({ operators: ['Ada'], world: 'flat' })
  const bots = [await harness.join('Ada'), await harness.join('Bob'), await harness.join('Eve')]
  const reasons = record(bots[1] as Bot, ['kicked'], (reason) => JSON.stringify(reason))
  for (let line = 0; line < 30; line++) for (const bot of bots.slice(0, 2)) bot.chat(`line ${line}`)
  for (let turn = 0; turn < 600; turn++) {
    bots[2]?._client.write('tab_complete', { transactionId: turn, text: '/' })
  }
  await ticks(harness, 5)
  expect([...harness.server.game.players.values()].map(({ name }) => name)).toEqual(['Ada'])
  expect(String(reasons[0]?.[1])).toContain('Kicked for spamming')
})

test('what clients name far away makes no land', async () => {
  harness = await startHarness()
  const bot = await harness.join('Ada')
  const columns = harness.server.game.world.loadedColumns().length
  for (let step = 1; step <= 50; step++) {
    const location = vector({ x: step * 1000, y: -60, z: 0 })
    const click = {
      direction: 1,
      cursorX: 0,
      cursorY: 0,
      cursorZ: 0,
      insideBlock: false,
      worldBorderHit: false,
    }
    bot._client.write('block_place', { hand: 0, location, sequence: step, ...click })
    for (const status of [0, 1, 2])
      bot._client.write('block_dig', { status, location, face: 1, sequence: step })
    const lines = { text1: 'a', text2: '', text3: '', text4: '' }
    bot._client.write('update_sign', { location, isFrontText: true, ...lines })
  }
  await ticks(harness, 5)
  expect(harness.server.game.world.loadedColumns().length).toBe(columns)
})

test('a list of nothing that says to be long ends the connection before it is read', async () => {
  harness = await startHarness({ version: '1.20.1' })
  const bot = await harness.join('Ada')
  // A creative slot 36 with one stone, whose tag is a list of sixteen million tags without values.
  const bomb = [0x2b, 0, 36, 1, 1, 1, 9, 0, 0, 0, 0, 0xff, 0xff, 0xfe]
  bot._client.socket.write(Buffer.from([bomb.length, ...bomb]))
  await ticks(harness, 5)
  expect(harness.problems.join()).toContain('A list of nothing is not empty')
  expect(harness.server.game.players.size).toBe(0)
})

test('a client that hears nothing of its dismissal plays no longer', async () => {
  harness = await startHarness()
  const bot = await harness.join('Ada')
  const player = playerOf(harness, bot)
  bot._client.end = () => {}
  bot._client.socket.removeAllListeners('end')
  bot._client.write('position', { x: Number.NaN, y: 0, z: 0, flags: { onGround: true } })
  bot._client.write('held_item_slot', { slotId: 5 })
  await ticks(harness, 60)
  expect(player.heldIndex).toBe(0)
  expect(harness.server.game.players.size).toBe(0)
  expect(harness.server.connectionCount).toBe(0)
})
