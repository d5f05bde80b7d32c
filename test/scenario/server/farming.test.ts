import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import {
  beside,
  blockAt,
  give,
  hold,
  playerOf,
  serverBlock,
  setBlock,
  ticks,
  truth,
  vector,
} from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

describe.each(['1.21.4', '1.20.1'] as const)('farming on %s', (version) => {
  async function start(): Promise<Bot> {
    harness = await startHarness({ version })
    return harness.join('Ada')
  }

  test('a bot tills, sows, feeds with bone meal and harvests wheat', async () => {
    const bot = await start()
    await give(harness, bot, { iron_hoe: 1, wheat_seeds: 1, bone_meal: 10 })
    const [ground, crop] = [beside(bot, 1, -1, 0), beside(bot, 1, 0, 0)]
    await harness.run(hold(bot, 'iron_hoe'))
    await harness.run(bot.activateBlock(blockAt(bot, ground)))
    await ticks(harness, 2)
    expect(blockAt(bot, ground).name).toBe('farmland')
    await harness.run(hold(bot, 'wheat_seeds'))
    await harness.run(bot.placeBlock(blockAt(bot, ground), vector({ x: 0, y: 1, z: 0 })))
    await harness.run(hold(bot, 'bone_meal'))
    for (let use = 0; use < 4; use++) {
      await harness.run(bot.activateBlock(blockAt(bot, crop)))
      await ticks(harness, 2)
    }
    expect(blockAt(bot, crop).getProperties().age).toBe('7')
    // Ripe wheat takes no more, and each use until then took one.
    const left = truth(harness, bot).bone_meal ?? 0
    expect(left).toBeGreaterThanOrEqual(6)
    await harness.run(bot.dig(blockAt(bot, crop), true))
    await ticks(harness, 30)
    expect(truth(harness, bot).wheat).toBe(1)
    expect(truth(harness, bot).wheat_seeds).toBeGreaterThanOrEqual(1)
  })

  test('a field ripens by itself while a bot is near', async () => {
    const bot = await start()
    for (let x = 1; x <= 4; x++) {
      await setBlock(harness, beside(bot, x, -1, 0), x === 4 ? 'water' : 'farmland')
      if (x < 4) await setBlock(harness, beside(bot, x, 0, 0), 'wheat')
    }
    harness.server.command('/gamerule randomTickSpeed 15')
    await ticks(harness, 2400)
    const ages = [1, 2, 3].map((x) => Number(blockAt(bot, beside(bot, x, 0, 0)).getProperties().age))
    expect(Math.max(...ages)).toBeGreaterThan(0)
    expect(blockAt(bot, beside(bot, 1, -1, 0)).getProperties().moisture).toBe('7')
  })

  test('a bot that falls on a field tramples it, one that walks does not', async () => {
    const bot = await start()
    const ground = beside(bot, 0, -1, 0)
    await setBlock(harness, ground, 'farmland')
    await ticks(harness, 20)
    expect(serverBlock(harness, ground)).toBe('farmland')
    harness.server.command('/tp Ada 0.5 -57 0.5')
    await ticks(harness, 30)
    expect(serverBlock(harness, ground)).toBe('dirt')
    expect(playerOf(harness, bot).health).toBe(20)
  })

  test('a bot raises a tree with bone meal, and grass on grass', async () => {
    const bot = await start()
    await give(harness, bot, { oak_sapling: 1, bone_meal: 64 })
    const place = beside(bot, 2, 0, 0)
    await harness.run(hold(bot, 'oak_sapling'))
    await harness.run(bot.placeBlock(blockAt(bot, beside(bot, 2, -1, 0)), vector({ x: 0, y: 1, z: 0 })))
    await harness.run(hold(bot, 'bone_meal'))
    for (let use = 0; use < 40 && blockAt(bot, place).name === 'oak_sapling'; use++) {
      await harness.run(bot.activateBlock(blockAt(bot, place)))
      await ticks(harness, 2)
    }
    expect(blockAt(bot, place).name).toBe('oak_log')
    await harness.run(bot.activateBlock(blockAt(bot, beside(bot, -1, -1, 0)), vector({ x: 0, y: 1, z: 0 })))
    await ticks(harness, 2)
    expect(blockAt(bot, beside(bot, -1, 0, 0)).name).toMatch(/grass|dandelion|poppy/)
  })
})
