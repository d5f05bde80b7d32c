import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GameServer } from '../../../server/game-server.ts'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { createRandom } from '../../../src/core/random.ts'
import { findBlocks } from '../../../src/sandbox/facade/find-blocks.ts'
import type { Gate } from '../../../src/sandbox/facade/gate.ts'

/* The facade's search against Mineflayer's own, on the same bot in the same generated world. */

const clock = installVirtualClock()
const { createGameServer } = await import('../../../server/game-server.ts')
const { loadWorldDefinition } = await import('../../../server/world/world-definition.ts')
const { connectBot, endQuietly } = await import('../../../src/body/connection/connect-bot.ts')
const { SharedPackets } = await import('../../../src/body/connection/shared-packets.ts')
const { blockReads } = await import('../../../src/body/reads/block-reads.ts')
const { BlockSearches } = await import('../../../src/body/reads/block-searches.ts')
const { listedKnowledge } = await import('../../../src/body/knowledge/book-knowledge.ts')
const { loadedWorld } = await import('../../../src/body/sight/loaded-world.ts')

type Connected = Extract<Awaited<ReturnType<typeof connectBot>>, { type: 'joined' }>
type Bot = Connected['bot']
type Options = Parameters<Bot['findBlocks']>[0]
type Place = ReturnType<Bot['findBlocks']>[number]
type Block = NonNullable<ReturnType<Bot['blockAt']>>

let server: GameServer
let bot: Bot
let gate: Gate

beforeAll(async () => {
  server = createGameServer({
    version: '1.21.4',
    world: loadWorldDefinition('plains'),
    seed: 5,
    operators: [],
    maxPlayers: 2,
  })
  server.start()
  const address = { host: 'memory', port: 25565, version: '1.21.4', auth: 'offline' } as const
  const link = { connect: () => server.connect(), watch: clock.watch.bind(clock) }
  const connected = await clock.until(
    connectBot({ agent: 'Seeker', address, link, clock, packets: new SharedPackets() }),
  )
  if (connected.type !== 'joined') throw new Error('The bot could not join.')
  bot = connected.bot
  gate = gateTo(bot)
})

afterAll(async () => {
  endQuietly(bot)
  await clock.until(server.close())
  clock.uninstall()
})

describe('findBlocks() finds the nearest blocks, among them all that Mineflayer finds,', () => {
  const idOf = (name: string) => bot.registry.blocksByName[name]?.id ?? -1

  const searches: Readonly<Record<string, () => Options>> = {
    'by id': () => ({ matching: idOf('oak_log'), maxDistance: 48, count: 20 }),
    'by several ids': () => ({ matching: [idOf('dirt'), idOf('grass_block')], maxDistance: 8, count: 50 }),
    'by an id that is not there': () => ({ matching: idOf('beacon'), maxDistance: 32, count: 5 }),
    'the nearest one': () => ({ matching: idOf('stone') }),
    'by name': () => ({ matching: (block) => block.name.endsWith('_leaves'), maxDistance: 40, count: 30 }),
    'by state': () => ({
      matching: (block) => block.getProperties().axis === 'y' && block.name.endsWith('_log'),
      maxDistance: 48,
      count: 40,
    }),
    'by place, where the state fits': () => ({
      matching: (block) => block.name === 'grass_block' && (!block.position || block.position.x % 2 === 0),
      maxDistance: 10,
      count: 30,
    }),
    'with a second look': () => ({
      matching: idOf('dirt'),
      useExtraInfo: (block) => block.position.y % 3 === 0,
      maxDistance: 12,
      count: 40,
    }),
    'with all blocks in full': () => ({
      matching: (block) => block.name === 'stone' && block.position.z % 4 === 0,
      useExtraInfo: true,
      maxDistance: 9,
      count: 25,
    }),
    'from another point': () => ({
      matching: idOf('stone'),
      point: bot.entity.position.offset(5.3, -4.2, 7.9),
      maxDistance: 6,
      count: 100,
    }),
  }

  for (const [name, optionsOf] of Object.entries(searches)) {
    test(name, () => expectNearest(optionsOf()))
  }

  test('for random searches', () => {
    const random = createRandom('searches')
    const names = ['stone', 'dirt', 'grass_block', 'oak_log', 'coal_ore', 'water', 'sand', 'gravel']
    for (let turn = 0; turn < 25; turn++) {
      const matching = Array.from({ length: 1 + random.below(3) }, () => idOf(random.pick(names)))
      const point = bot.entity.position.offset(
        random.below(20) - 10,
        random.below(10) - 8,
        random.below(20) - 10,
      )
      expectNearest({ matching, point, maxDistance: 1 + random.below(9), count: 1 + random.below(60) })
    }
  })
})

/**
 * Mineflayer looks through sections in an octahedron around the point, so it misses blocks over the corners. Ours are
 * exactly the nearest: all of its blocks that are nearer than our last one are among ours, and no place that matches and
 * is nearer is left out.
 */
function expectNearest(options: Options): void {
  const point = (options.point ?? bot.entity.position).floored()
  const theirs = bot.findBlocks(options)
  const ours = findBlocks(gate, options as never)
  const distanceOf = (position: Place) => position.distanceTo(point)
  const distances = ours.map(distanceOf)
  const count = options.count ?? 1
  const last = ours.length < count ? Number.POSITIVE_INFINITY : (distances.at(-1) ?? 0)
  const names = new Set(ours.map(String))

  expect(distances).toEqual(distances.toSorted((a, b) => a - b))
  expect(theirs.filter((place) => distanceOf(place) < last && !names.has(String(place)))).toEqual([])
  expect(ours.length).toBeGreaterThanOrEqual(theirs.length)
  if ((options.maxDistance ?? 16) > 16) return
  const all = matchingPlaces(options, point)
    .map(distanceOf)
    .sort((a, b) => a - b)
  expect(distances).toEqual(all.slice(0, count))
}

/** Every place within the distance whose block matches, found by looking at each. */
function matchingPlaces(options: Options, point: Place): Place[] {
  const { matching, maxDistance = 16, useExtraInfo } = options
  const ids = [matching].flat() as number[]
  const matches = typeof matching === 'function' ? matching : (block: Block) => ids.includes(block.type)
  const places: Place[] = []
  for (let x = -maxDistance; x <= maxDistance; x++) {
    for (let y = -maxDistance; y <= maxDistance; y++) {
      for (let z = -maxDistance; z <= maxDistance; z++) {
        const place = point.offset(x, y, z)
        const block = place.distanceTo(point) <= maxDistance ? bot.blockAt(place) : null
        const isWanted =
          block && matches(block) && (typeof useExtraInfo !== 'function' || useExtraInfo(block))
        if (isWanted) places.push(place)
      }
    }
  }
  return places
}

/** What skill code has, without the processes in between. */
function gateTo(reading: Bot): Gate {
  const knowledge = listedKnowledge([])
  const searches = new BlockSearches(loadedWorld(reading))
  const source = { bot: reading, clock, knowledge, searches, places: [] }
  return {
    read: (method, ...parameters) => {
      if (method === 'state') return { entity: { position: { ...reading.entity.position } } } as never
      const answer = blockReads[method]?.(method, source, JSON.parse(JSON.stringify(parameters)))
      return JSON.parse(JSON.stringify(answer))
    },
    act: () => Promise.reject(new Error('A search does not act.')),
    chat: () => {},
    skill: () => {},
  }
}
