import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import { itemStack } from '../../../server/inventory/item-stack.ts'
import {
  expectAgreement,
  give,
  hold,
  serverBlock,
  setBlock,
  ticks,
  truth,
  vector,
} from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

const at = (x: number, y: number, z: number) => ({ x, y: -60 + y, z })

describe.each(['1.21.4', '1.20.1'] as const)('buckets on %s', (version) => {
  /** Ada stands at 0.5, 0.5 with these items and the first of them in the hand. */
  async function start(items: Readonly<Record<string, number>>): Promise<Bot> {
    harness = await startHarness({ version })
    const bot = await harness.join('Ada')
    await give(harness, bot, items)
    await harness.run(hold(bot, Object.keys(items)[0] ?? ''))
    return bot
  }

  async function useAt(bot: Bot, x: number, y: number, z: number): Promise<void> {
    await harness.run(bot.lookAt(vector({ x, y: -60 + y, z }), true))
    await ticks(harness, 2)
    bot.activateItem()
    await ticks(harness, 2)
  }

  /** A stone basin of one block in front of the bot. */
  async function basin(content: string): Promise<void> {
    for (const [x, z] of [
      [1, 2],
      [-1, 2],
      [0, 1],
      [0, 3],
    ] as const) {
      await setBlock(harness, at(x, 0, z), 'stone')
    }
    await setBlock(harness, at(0, 0, 2), content)
  }

  test('an empty one takes up a source, a full one gives it back', async () => {
    const bot = await start({ bucket: 1 })
    await basin('water')
    await useAt(bot, 0.5, 0.8, 2.5)
    expect(serverBlock(harness, at(0, 0, 2))).toBe('air')
    expect(truth(harness, bot)).toEqual({ water_bucket: 1 })
    expect(bot.heldItem?.name).toBe('water_bucket')
    await useAt(bot, 0.5, 0.85, 3)
    expect(serverBlock(harness, at(0, 0, 2))).toBe('water')
    expect(bot.blockAt(vector(at(0, 0, 2)))?.name).toBe('water')
    expect(truth(harness, bot)).toEqual({ bucket: 1 })
    expectAgreement(harness, bot)
  })

  test('of several empty ones a single one is filled', async () => {
    const bot = await start({ bucket: 3 })
    await basin('lava')
    await useAt(bot, 0.5, 0.8, 2.5)
    expect(truth(harness, bot)).toEqual({ bucket: 2, lava_bucket: 1 })
    expect(serverBlock(harness, at(0, 0, 2))).toBe('air')
    expectAgreement(harness, bot)
  })

  test('flowing water fills none', async () => {
    const bot = await start({ bucket: 1 })
    await setBlock(harness, at(0, 0, 9), 'water')
    await ticks(harness, 60)
    expect(serverBlock(harness, at(0, 0, 2))).toBe('water')
    await useAt(bot, 0.5, 0.1, 2.5)
    expect(truth(harness, bot)).toEqual({ bucket: 1 })
  })

  test('poured water flows, and two sources never end', async () => {
    const bot = await start({ water_bucket: 1 })
    for (const z of [1, 5]) await setBlock(harness, at(0, 0, z), 'stone')
    for (const x of [-1, 1]) for (const z of [2, 3, 4]) await setBlock(harness, at(x, 0, z), 'stone')
    await setBlock(harness, at(0, 0, 4), 'water')
    harness.server.command('/tp Ada 0.5 -59 1.5')
    await ticks(harness, 5)
    await useAt(bot, 0.5, 0, 2.6)
    await ticks(harness, 30)
    expect(truth(harness, bot)).toEqual({ bucket: 1 })
    for (let turn = 0; turn < 2; turn++) {
      await useAt(bot, 0.5, 0.85, 3.5)
      expect(Object.keys(truth(harness, bot))).toEqual(['water_bucket'])
      await ticks(harness, 20)
      expect(serverBlock(harness, at(0, 0, 3))).toBe('water')
      const player = harness.server.game.playerNamed('Ada')
      if (player !== null) player.held = itemStack('bucket')
      await ticks(harness, 2)
    }
  })

  test('water poured at lava makes obsidian', async () => {
    const bot = await start({ water_bucket: 1 })
    await basin('lava')
    await setBlock(harness, at(0, 1, 3), 'stone')
    await useAt(bot, 0.5, 1.5, 3)
    await ticks(harness, 10)
    expect(serverBlock(harness, at(0, 0, 2))).toBe('obsidian')
    expect(truth(harness, bot)).toEqual({ bucket: 1 })
  })

  test('stairs are filled with water and emptied again', async () => {
    const bot = await start({ water_bucket: 1 })
    await setBlock(harness, at(0, 0, 2), 'oak_stairs')
    const waterlogged = () => harness.server.game.world.blockAt(at(0, 0, 2)).properties.waterlogged
    await useAt(bot, 0.5, 0.3, 2.5)
    expect(waterlogged()).toBe('true')
    await useAt(bot, 0.5, 0.3, 2.5)
    expect(waterlogged()).toBe('false')
    expect(truth(harness, bot)).toEqual({ water_bucket: 1 })
  })

  test('out of reach and into the sky nothing is poured', async () => {
    const bot = await start({ water_bucket: 1 })
    await useAt(bot, 0.5, 0, 8)
    await useAt(bot, 0.5, 20, 3)
    expect(truth(harness, bot)).toEqual({ water_bucket: 1 })
  })

  test('creative players keep the full one', async () => {
    const bot = await start({ water_bucket: 1 })
    harness.server.command('/gamemode creative Ada')
    await ticks(harness, 2)
    await useAt(bot, 0.5, 0, 2.5)
    expect(serverBlock(harness, at(0, 0, 2))).toBe('water')
    expect(truth(harness, bot)).toEqual({ water_bucket: 1, bucket: 1 })
  })

  test('a cow gives milk, a pig does not', async () => {
    const bot = await start({ bucket: 2 })
    for (const [mob, result] of [
      ['pig', { bucket: 2 }],
      ['cow', { bucket: 1, milk_bucket: 1 }],
    ] as const) {
      harness.server.command(`/summon ${mob} 0.5 -60 2.5`)
      await ticks(harness, 3)
      const animal = bot.nearestEntity((entity) => entity.name === mob)
      if (animal === null) throw new Error(`No ${mob} in sight.`)
      await harness.run(bot.activateEntity(animal))
      await ticks(harness, 3)
      expect(truth(harness, bot)).toEqual(result)
    }
    expectAgreement(harness, bot)
  })
})
