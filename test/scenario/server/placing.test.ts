import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import {
  beside,
  blockAt,
  expectAgreement,
  give,
  hold,
  rejection,
  serverBlock,
  setBlock,
  ticks,
  truth,
  UP,
  vector,
} from '../../support/server-actions.ts'
import { type HarnessOptions, type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

async function start(options: HarnessOptions): Promise<Bot> {
  harness = await startHarness(options)
  return harness.join('Ada')
}

async function startHolding(version: HarnessOptions['version'], item: string, count = 1): Promise<Bot> {
  const bot = await start(version === undefined ? {} : { version })
  await give(harness, bot, { [item]: count })
  await harness.run(hold(bot, item))
  return bot
}

describe.each(['1.21.4', '1.20.1'] as const)('placing on %s', (version) => {
  test('puts the block on the face and uses it up', async () => {
    const bot = await startHolding(version, 'dirt', 3)
    const ground = beside(bot, 1, -1, 1)
    await harness.run(bot.placeBlock(blockAt(bot, ground), vector(UP)))
    await ticks(harness, 1)
    expect(serverBlock(harness, { ...ground, y: ground.y + 1 })).toBe('dirt')
    expect(truth(harness, bot)).toEqual({ dirt: 2 })
    expectAgreement(harness, bot)
  })

  test('refuses a block inside the player', async () => {
    const bot = await startHolding(version, 'dirt')
    const failure = await harness.run(
      rejection(bot.placeBlock(blockAt(bot, beside(bot, 0, -1, 0)), vector(UP))),
    )
    expect(failure).toContain('Server refused to place dirt')
    expect(truth(harness, bot)).toEqual({ dirt: 1 })
    expectAgreement(harness, bot)
  })

  test('refuses a block inside another player', async () => {
    const bot = await startHolding(version, 'dirt')
    const other = await harness.join('Bob')
    harness.server.command('/tp Bob 2.5 -60 0.5')
    await ticks(harness, 5)
    expect(other.entity.position.x).toBeCloseTo(2.5)
    await harness.run(rejection(bot.placeBlock(blockAt(bot, { x: 2, y: -61, z: 0 }), vector(UP))))
    expect(serverBlock(harness, { x: 2, y: -60, z: 0 })).toBe('air')
  })

  test('refuses a block out of reach', async () => {
    const bot = await startHolding(version, 'dirt')
    const far = blockAt(bot, beside(bot, 8, -1, 0))
    const failure = await harness.run(rejection(bot.placeBlock(far, vector(UP))))
    expect(failure).toContain('Server refused')
    expect(truth(harness, bot)).toEqual({ dirt: 1 })
  })

  test('refuses a sapling on stone and takes it on dirt', async () => {
    const bot = await startHolding(version, 'oak_sapling')
    const place = beside(bot, 1, -1, 0)
    await setBlock(harness, place, 'stone')
    await harness.run(rejection(bot.placeBlock(blockAt(bot, place), vector(UP))))
    await setBlock(harness, place, 'dirt')
    await harness.run(bot.placeBlock(blockAt(bot, place), vector(UP)))
    expect(serverBlock(harness, { ...place, y: place.y + 1 })).toBe('oak_sapling')
  })

  test.each([
    ['oak_log', { x: 1, y: 0, z: 0 }, { axis: 'x' }],
    ['torch', { x: -1, y: 0, z: 0 }, { facing: 'west' }],
    ['ladder', { x: -1, y: 0, z: 0 }, { facing: 'west' }],
    ['furnace', { x: 0, y: 1, z: 0 }, { facing: 'west' }],
    ['oak_stairs', { x: 0, y: 1, z: 0 }, { facing: 'east', half: 'bottom' }],
    ['oak_slab', { x: 0, y: -1, z: 0 }, { type: 'top' }],
  ])('gives %s on the side %o the state %o', async (item, side, expected) => {
    const bot = await startHolding(version, item)
    const block = beside(bot, 3, 1, 0)
    await setBlock(harness, block, 'stone')
    await harness.run(bot.placeBlock(blockAt(bot, block), vector(side)))
    const placed = harness.server.game.world.blockAt({
      x: block.x + side.x,
      y: block.y + side.y,
      z: block.z + side.z,
    })
    expect(placed.properties).toMatchObject(expected)
  })

  test('who ducks places a block at a chest instead of opening it', async () => {
    const bot = await startHolding(version, 'dirt')
    const place = beside(bot, 2, 0, 0)
    await setBlock(harness, place, 'chest')
    bot.setControlState('sneak', true)
    await ticks(harness, 2)
    await harness.run(bot.placeBlock(blockAt(bot, place), vector(UP)))
    expect(serverBlock(harness, { ...place, y: place.y + 1 })).toBe('dirt')
    expect(bot.currentWindow).toBeNull()
  })

  test('a door is two blocks, opens as one and breaks as one', async () => {
    const bot = await startHolding(version, 'oak_door')
    const ground = beside(bot, 2, -1, 0)
    await harness.run(bot.placeBlock(blockAt(bot, ground), vector(UP)))
    const [lower, upper] = [beside(bot, 2, 0, 0), beside(bot, 2, 1, 0)]
    expect([serverBlock(harness, lower), serverBlock(harness, upper)]).toEqual(['oak_door', 'oak_door'])
    await harness.run(bot.activateBlock(blockAt(bot, lower)))
    await ticks(harness, 2)
    const { world } = harness.server.game
    expect([lower, upper].map((place) => world.blockAt(place).properties.open)).toEqual(['true', 'true'])
    await harness.run(bot.dig(blockAt(bot, upper), true))
    await ticks(harness, 30)
    expect([serverBlock(harness, lower), serverBlock(harness, upper)]).toEqual(['air', 'air'])
    const drops = [...harness.server.game.entities.values()].flatMap((entity) =>
      entity.type === 'item' ? entity.stack : [],
    )
    expect([...drops.map(({ name, count }) => ({ name, count }))]).toEqual([{ name: 'oak_door', count: 1 }])
  })

  test('grass and snow give way to a placed block', async () => {
    const bot = await startHolding(version, 'dirt')
    const place = beside(bot, 1, 0, 0)
    await setBlock(harness, place, version === '1.20.1' ? 'grass' : 'short_grass')
    await harness.run(bot.placeBlock(blockAt(bot, beside(bot, 1, -1, 0)), vector(UP)))
    expect(serverBlock(harness, place)).toBe('dirt')
  })

  test('sand falls when the block below is dug away, all of it', async () => {
    const bot = await start({ version })
    const { world } = harness.server.game
    const base = beside(bot, 2, 0, 0)
    for (const [height, name] of ['dirt', 'sand', 'gravel', 'dirt'].entries()) {
      world.setBlock({ ...base, y: base.y + height }, name)
    }
    await ticks(harness, 1)
    await harness.run(bot.dig(blockAt(bot, base), true))
    await ticks(harness, 3)
    expect([0, 1, 2, 3].map((height) => blockAt(bot, { ...base, y: base.y + height }).name)).toEqual([
      'sand',
      'gravel',
      'air',
      'dirt',
    ])
  })
})
