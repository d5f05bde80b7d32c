import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import type { Position } from '../../../src/core/position.ts'
import { blockAt, give, hold, setBlock, ticks, truth, vector } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

/** The layer above the ground of the flat world. */
const at = (x: number, z: number, y = -60): Position => ({ x, y, z })

describe.each(['1.21.4', '1.20.1'] as const)('shapes on %s', (version) => {
  async function start(): Promise<Bot> {
    harness = await startHarness({ version })
    return harness.join('Ada')
  }

  const shape = (bot: Bot, place: Position) => blockAt(bot, place).getProperties()
  const set = (place: Position, name: string, properties: Record<string, string> = {}) =>
    harness.server.game.world.setBlock(place, name, properties)

  test('fences, panes, walls and gates join what stands beside them', async () => {
    const bot = await start()
    for (const name of ['oak_fence', 'glass_pane']) {
      set(at(3, 0), name)
      set(at(4, 0), name)
      set(at(3, 1), 'stone')
      set(at(2, 0), 'oak_leaves')
      await ticks(harness, 1)
      expect(shape(bot, at(3, 0))).toMatchObject({ north: false, east: true, south: true, west: false })
      await setBlock(harness, at(4, 0), 'air')
      expect(shape(bot, at(3, 0))).toMatchObject({ east: false, south: true })
    }
    set(at(-3, 0), 'oak_fence')
    set(at(-4, 0), 'oak_fence_gate', { facing: 'east' })
    set(at(-3, 1), 'oak_fence_gate', { facing: 'south' })
    set(at(-3, -1), 'nether_brick_fence')
    await ticks(harness, 1)
    expect(shape(bot, at(-3, 0))).toMatchObject({ north: false, east: false, south: false, west: false })
    set(at(-4, 0), 'oak_fence_gate', { facing: 'south' })
    await ticks(harness, 1)
    expect(shape(bot, at(-3, 0))).toMatchObject({ west: true })
    set(at(-5, 0), 'cobblestone_wall')
    await ticks(harness, 1)
    expect(shape(bot, at(-4, 0))).toMatchObject({ in_wall: true })
  })

  test('walls are tall under blocks and lose their post where they run straight', async () => {
    const bot = await start()
    for (const x of [3, 4, 5]) set(at(x, 0), 'cobblestone_wall')
    await ticks(harness, 1)
    expect(shape(bot, at(4, 0))).toMatchObject({ east: 'low', west: 'low', north: 'none', up: false })
    expect(shape(bot, at(5, 0))).toMatchObject({ east: 'none', west: 'low', up: true })
    set(at(4, 0, -59), 'torch')
    await ticks(harness, 1)
    expect(shape(bot, at(4, 0))).toMatchObject({ east: 'low', up: true })
    set(at(4, 0, -59), 'stone')
    await ticks(harness, 1)
    expect(shape(bot, at(4, 0))).toMatchObject({ east: 'tall', west: 'tall', up: false })
    set(at(4, 1), 'glass_pane')
    await ticks(harness, 1)
    expect(shape(bot, at(4, 0))).toMatchObject({ south: 'tall', up: true })
  })

  test('stairs bend around each other', async () => {
    const bot = await start()
    set(at(3, 0), 'oak_stairs', { facing: 'north' })
    set(at(3, -1), 'oak_stairs', { facing: 'east' })
    await ticks(harness, 1)
    expect(shape(bot, at(3, 0))).toMatchObject({ shape: 'outer_right' })
    set(at(3, -1), 'air')
    set(at(3, 1), 'oak_stairs', { facing: 'west' })
    await ticks(harness, 1)
    expect(shape(bot, at(3, 0))).toMatchObject({ shape: 'inner_left' })
    set(at(3, 1), 'oak_stairs', { facing: 'west', half: 'top' })
    await ticks(harness, 1)
    expect(shape(bot, at(3, 0))).toMatchObject({ shape: 'straight' })
  })

  test('a second slab makes a double one, and a snow layer grows', async () => {
    const bot = await start()
    await give(harness, bot, { oak_slab: 3, snow: 2 })
    await harness.run(hold(bot, 'oak_slab'))
    await harness.run(bot.placeBlock(blockAt(bot, at(2, 0, -61)), vector({ x: 0, y: 1, z: 0 })))
    await harness.run(bot.activateBlock(blockAt(bot, at(2, 0))))
    await ticks(harness, 2)
    expect(shape(bot, at(2, 0))).toMatchObject({ type: 'double' })
    await harness.run(bot.placeBlock(blockAt(bot, at(2, 0)), vector({ x: 0, y: 1, z: 0 })))
    expect(shape(bot, at(2, 0, -59))).toMatchObject({ type: 'bottom' })
    await harness.run(hold(bot, 'snow'))
    await harness.run(bot.placeBlock(blockAt(bot, at(1, 1, -61)), vector({ x: 0, y: 1, z: 0 })))
    await harness.run(bot.activateBlock(blockAt(bot, at(1, 1))))
    await ticks(harness, 2)
    expect(shape(bot, at(1, 1))).toMatchObject({ layers: '2' })
    expect(truth(harness, bot)).toEqual({})
  })

  test('what stands or hangs falls when its support goes', async () => {
    const bot = await start()
    set(at(2, 0, -60), 'oak_fence')
    set(at(2, 0, -59), 'torch')
    set(at(3, 0, -60), 'stone')
    set(at(3, 0, -59), 'rail')
    set(at(4, 0, -58), 'stone')
    set(at(4, 0, -59), 'lantern', { hanging: 'true' })
    await ticks(harness, 1)
    expect([at(2, 0, -59), at(3, 0, -59), at(4, 0, -59)].map((place) => blockAt(bot, place).name)).toEqual([
      'torch',
      'rail',
      'lantern',
    ])
    for (const place of [at(2, 0, -60), at(3, 0, -60), at(4, 0, -58)]) set(place, 'air')
    await ticks(harness, 2)
    expect([at(2, 0, -59), at(3, 0, -59), at(4, 0, -59)].map((place) => blockAt(bot, place).name)).toEqual([
      'air',
      'air',
      'air',
    ])
  })
})
