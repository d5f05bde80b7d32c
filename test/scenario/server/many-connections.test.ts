import type { Duplex } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { createGameServer, type GameServer } from '../../../server/game-server.ts'
import { loadWorldDefinition } from '../../../server/world/world-definition.ts'

let server: GameServer
const problems: string[] = []
afterEach(async () => {
  await server.close()
  problems.length = 0
})

function startServer(): void {
  server = createGameServer({
    version: '1.20.1',
    world: loadWorldDefinition('flat'),
    seed: 1,
    operators: [],
    maxPlayers: 10,
    viewDistance: 2,
    onProblem: (problem) => problems.push(problem),
  })
}

const STATUS = 1
const LOGIN = 2

function framed(...parts: readonly (string | readonly number[])[]): Buffer {
  const bytes = parts.flatMap((part) =>
    typeof part === 'string' ? [part.length, ...Buffer.from(part)] : [...part],
  )
  return Buffer.from([bytes.length, ...bytes])
}

/** The first packet of a client of 1.20.1, whose protocol has the number 763. */
function handshake(next: number): Buffer {
  return framed([0, 0xfb, 0x05], 'localhost', [0x63, 0xdd, next])
}

/** Clients that come and stop at some point: what each of them writes, in turn. */
const kinds: readonly ((number: number) => readonly Buffer[])[] = [
  () => [],
  () => [handshake(STATUS)],
  () => [handshake(STATUS), framed([0]), framed([1, 0, 0, 0, 0, 0, 0, 0, 9])],
  () => [handshake(LOGIN)],
  () => [handshake(LOGIN), framed([0], 'no name!', [0])],
  (number) => [handshake(LOGIN), framed([0], `Guest${number}`, [0])],
  () => [Buffer.from([0xfb, 0xff, 0xff, 0xff, 0x0f])],
  () => [Buffer.from([0x10, 0x00])],
]

async function connect(packets: readonly Buffer[], reads = true): Promise<Duplex> {
  const stream = server.connect()
  stream.on('error', () => {})
  if (reads) stream.resume()
  for (const packet of packets) {
    stream.write(packet)
    await turns(2)
  }
  return stream
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise<void>((resolve) => setImmediate(resolve))
}

async function ticks(count: number): Promise<void> {
  for (let tick = 0; tick < count; tick++) {
    server.tick()
    await turns(1)
  }
}

const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length

test('two thousand connections come and go and leave nothing behind', { timeout: 60_000 }, async () => {
  startServer()
  const { game } = server
  const before = { timers: timers(), entities: game.entities.size }
  let most = 0
  for (let round = 0; round < 250; round++) {
    const streams: Duplex[] = []
    for (const kind of kinds) streams.push(await connect(kind(round)))
    most = Math.max(most, game.players.size)
    server.tick()
    // Some go without a word, some are cut off.
    for (const [index, stream] of streams.entries()) {
      if ((index + round) % 2 === 0) stream.end()
      else stream.destroy()
    }
    await turns(4)
  }
  await ticks(60)
  expect(most).toBe(1)
  expect(server.connectionCount).toBe(0)
  expect(game.players.size).toBe(0)
  expect(game.entities.size).toBe(before.entities)
  expect([game.passengers.size, game.viewers.size]).toEqual([0, 0])
  expect(timers()).toBeLessThanOrEqual(before.timers)
  expect(problems.filter((problem) => /^(Tick|Packet) .* failed/.test(problem))).toEqual([])
})

test('who does not log in has to go after half a minute, and makes no room for more until then', async () => {
  startServer()
  for (let number = 0; number < 1100; number++) await connect(number % 2 === 0 ? [] : [handshake(LOGIN)])
  expect(server.connectionCount).toBe(1000)
  await ticks(590)
  expect(server.connectionCount).toBe(1000)
  await ticks(60)
  expect(server.connectionCount).toBe(0)
  await connect([handshake(LOGIN), framed([0], 'Ada', [0])])
  expect(server.game.players.size).toBe(1)
})

test('who does not read what it gets is cut off before it fills the memory', async () => {
  startServer()
  await connect([handshake(LOGIN), framed([0], 'Slow', [0])], false)
  await connect([handshake(LOGIN), framed([0], 'Fast', [0])])
  const text = JSON.stringify({ text: 'x'.repeat(200_000) })
  const packet = { name: 'system_chat', params: { content: text, isActionBar: false } }
  for (let tick = 0; tick < 400; tick++) {
    server.game.sendTo(server.game.players.values(), packet)
    await ticks(1)
  }
  expect([...server.game.players.values()].map(({ name }) => name)).toEqual(['Fast'])
  expect(server.connectionCount).toBe(1)
  expect(problems.join()).toContain('Slow: it does not read what it gets')
})
