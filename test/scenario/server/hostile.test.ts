import { afterEach, expect, test } from 'vitest'
import { playerOf, serverBlock, ticks, truth, vector } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

const far = { x: 30_000_000, y: 2000, z: -30_000_000 }

/** Packets that parse but make no sense. */
const nonsense: readonly (readonly [string, Record<string, unknown>])[] = [
  ['block_dig', { status: 99, location: vector(far), face: -5, sequence: -1 }],
  ['block_dig', { status: 0, location: vector(far), face: 1, sequence: 1 }],
  ['block_dig', { status: 2, location: vector(far), face: 1, sequence: 1 }],
  [
    'block_place',
    {
      hand: 7,
      location: vector(far),
      direction: 99,
      cursorX: Number.NaN,
      cursorY: 9,
      cursorZ: -9,
      insideBlock: false,
      worldBorderHit: false,
      sequence: 1,
    },
  ],
  [
    'block_place',
    {
      hand: 0,
      location: vector(far),
      direction: 1,
      cursorX: 0,
      cursorY: 0,
      cursorZ: 0,
      insideBlock: false,
      worldBorderHit: false,
      sequence: 1,
    },
  ],
  ['held_item_slot', { slotId: 200 }],
  ['held_item_slot', { slotId: -3 }],
  ['use_entity', { target: 12345, mouse: 1, sneaking: false }],
  ['use_entity', { target: -1, mouse: 0, hand: 0, sneaking: false }],
  [
    'window_click',
    {
      windowId: 0,
      stateId: 0,
      slot: 30_000,
      mouseButton: 0,
      mode: 0,
      changedSlots: [],
      cursorItem: { itemCount: 0 },
    },
  ],
  [
    'window_click',
    {
      windowId: 0,
      stateId: 0,
      slot: -5,
      mouseButton: 99,
      mode: 2,
      changedSlots: [],
      cursorItem: { itemCount: 0 },
    },
  ],
  [
    'window_click',
    {
      windowId: 0,
      stateId: 0,
      slot: 1,
      mouseButton: -128,
      mode: 77,
      changedSlots: [{ location: 9999, item: { itemCount: 0 } }],
      cursorItem: { itemCount: 0 },
    },
  ],
  [
    'window_click',
    {
      windowId: 55,
      stateId: 0,
      slot: 1,
      mouseButton: 0,
      mode: 0,
      changedSlots: [],
      cursorItem: { itemCount: 0 },
    },
  ],
  [
    'window_click',
    {
      windowId: 0,
      stateId: 0,
      slot: 1,
      mouseButton: 6,
      mode: 5,
      changedSlots: [],
      cursorItem: { itemCount: 0 },
    },
  ],
  [
    'set_creative_slot',
    {
      slot: 36,
      item: {
        itemCount: 1,
        itemId: 60_000,
        addedComponentCount: 0,
        removedComponentCount: 0,
        components: [],
        removeComponents: [],
      },
    },
  ],
  ['close_window', { windowId: 99 }],
  ['client_command', { actionId: 0 }],
  ['use_item', { hand: 9, sequence: 5, rotation: { x: 0, y: 0 } }],
  ['teleport_confirm', { teleportId: 77 }],
  ['keep_alive', { keepAliveId: 5n }],
  ['chat_command', { command: '' }],
  ['chat_command', { command: 'tell' }],
  ['chat_command', { command: `give ${'x'.repeat(5000)}` }],
]

test('packets that make no sense change nothing and close no connection', async () => {
  harness = await startHarness()
  const bot = await harness.join('Ada')
  const before = harness.server.game.world.hash()
  for (const [name, params] of nonsense) bot._client.write(name, params)
  await ticks(harness, 20)
  expect(harness.problems).toEqual([])
  expect(playerOf(harness, bot).connection.isOpen).toBe(true)
  expect(harness.server.game.world.hash()).toBe(before)
  expect(truth(harness, bot)).toEqual({})
  expect(serverBlock(harness, { x: 0, y: -61, z: 0 })).toBe('grass_block')
})

test('a jump across the world is taken back', async () => {
  harness = await startHarness()
  const bot = await harness.join('Ada')
  bot._client.write('position', { x: 5000, y: 80, z: 0, flags: { onGround: true } })
  await ticks(harness, 5)
  expect(playerOf(harness, bot).position.x).toBeCloseTo(0.5)
  expect(bot.entity.position.x).toBeCloseTo(0.5)
})

test.each([
  ['a position that is no number', 'position', { x: Number.NaN, y: 0, z: 0, flags: { onGround: true } }],
  [
    'an endless message',
    'chat_message',
    { message: 'x'.repeat(300), timestamp: 0n, salt: 0n, offset: 0, acknowledged: Buffer.alloc(3) },
  ],
  [
    'control characters',
    'chat_message',
    { message: 'a\u0000b', timestamp: 0n, salt: 0n, offset: 0, acknowledged: Buffer.alloc(3) },
  ],
])('%s ends the connection of that client only', async (_what, name, params) => {
  harness = await startHarness()
  const bot = await harness.join('Ada')
  const other = await harness.join('Bob')
  bot._client.write(name, params)
  await ticks(harness, 5)
  expect([...harness.server.game.players.values()].map((player) => player.name)).toEqual(['Bob'])
  expect(playerOf(harness, other).connection.isOpen).toBe(true)
})

test.each([
  ['bytes that are no packet', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
  ['an endless length', Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])],
  ['a packet of an unknown kind', Buffer.from([0x02, 0x7f, 0x00])],
  ['a cut-off packet', Buffer.from([0x01, 0x1b])],
])('%s in the middle of the game harm nobody else', async (_what, bytes) => {
  harness = await startHarness()
  const bot = await harness.join('Ada')
  const other = await harness.join('Bob')
  bot._client.socket.write(bytes)
  other.setControlState('forward', true)
  await ticks(harness, 40)
  expect(playerOf(harness, other).position.z).not.toBeCloseTo(0.5, 0)
  expect(playerOf(harness, other).connection.isOpen).toBe(true)
})

test('a packet without end is cut off before it fills the memory', async () => {
  harness = await startHarness()
  const bot = await harness.join('Ada')
  bot._client.socket.write(Buffer.from([0xff, 0xff, 0xff, 0x7f]))
  for (let chunk = 0; chunk < 40; chunk++) bot._client.socket.write(Buffer.alloc(1 << 16, 1))
  await ticks(harness, 5)
  expect(harness.server.game.players.size).toBe(0)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['noise', Buffer.from(Array.from({ length: 300 }, (_, index) => (index * 37) & 255))],
  ['a giant name', Buffer.concat([Buffer.from([0xff, 0x7f, 0x00]), Buffer.alloc(16_000, 65)])],
])('a connection that sends %s before it logs in harms nobody', async (_what, bytes) => {
  harness = await startHarness()
  const stream = harness.server.connect()
  stream.on('error', () => {})
  stream.write(bytes)
  await ticks(harness, 20)
  const bot = await harness.join('Ada')
  expect(bot.entity.position.y).toBe(-60)
})
