import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import { dropExperience } from '../../../server/game/orbs.ts'
import { beside, blockAt, give, hold, playerOf, setBlock, ticks } from '../../support/server-actions.ts'
import { type HarnessOptions, type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

async function start(options: HarnessOptions): Promise<Bot> {
  harness = await startHarness(options)
  return harness.join('Ada')
}

function orbPoints(): number {
  const orbs = [...harness.server.game.entities.values()].filter((entity) => entity.type === 'orb')
  return orbs.reduce((sum, orb) => sum + orb.points * orb.count, 0)
}

describe.each(['1.21.4', '1.20.1'] as const)('experience on %s', (version) => {
  test('ores dug with the right tool and animals killed by hand give orbs that come to the player', async () => {
    const bot = await start({ version })
    const seen: string[] = []
    const told: number[] = []
    bot.on('entitySpawn', (entity) => void seen.push(entity.name ?? ''))
    bot.on('experience', () => void told.push(bot.experience.points))
    await give(harness, bot, { diamond_pickaxe: 1, diamond_sword: 1 })
    await harness.run(hold(bot, 'diamond_pickaxe'))
    const place = beside(bot, 2, 0, 0)
    await setBlock(harness, place, 'diamond_ore')
    await harness.run(bot.dig(blockAt(bot, place)))
    await ticks(harness, 60)
    expect(seen).toContain('experience_orb')
    const fromOre = bot.experience.points
    expect(fromOre).toBeGreaterThanOrEqual(3)
    expect(fromOre).toBeLessThanOrEqual(7)
    expect(told.at(-1)).toBe(fromOre)
    expect(orbPoints()).toBe(0)

    await harness.run(hold(bot, 'diamond_sword'))
    harness.server.command('/summon cow 2 -60 0')
    await ticks(harness, 5)
    while (harness.server.game.entities.size > 0 && orbPoints() === 0) {
      const cow = bot.nearestEntity((entity) => entity.name === 'cow')
      if (cow === null) break
      await harness.run(bot.attack(cow) as unknown as Promise<void>)
      await ticks(harness, 15)
    }
    await ticks(harness, 60)
    const fromCow = bot.experience.points - fromOre
    expect(fromCow).toBeGreaterThanOrEqual(1)
    expect(fromCow).toBeLessThanOrEqual(3)
  })

  test('a dead player leaves seven points a level, and its level is gone', async () => {
    const bot = await start({ version })
    harness.server.command('/experience add Ada 10 levels')
    harness.server.command('/tp Ada 40.5 -60 0.5')
    await ticks(harness, 5)
    expect(bot.experience.level).toBe(10)
    harness.server.command('/kill Ada')
    await ticks(harness, 40)
    expect(bot.experience.level).toBe(0)
    expect(orbPoints()).toBe(70)
    harness.server.command('/tp Ada 40.5 -60 0.5')
    await ticks(harness, 200)
    expect(bot.experience.points).toBe(70)
    expect(orbPoints()).toBe(0)
  })

  test('keepInventory keeps levels; orbs far from players lie, merge and vanish after five minutes', async () => {
    const bot = await start({ version, rules: { keepInventory: true } })
    harness.server.command('/experience add Ada 7 levels')
    harness.server.command('/kill Ada')
    await ticks(harness, 40)
    expect(playerOf(harness, bot).experienceLevel).toBe(7)
    const { game } = harness.server
    const place = { x: 30.5, y: -59, z: 0.5 }
    for (let index = 0; index < 100; index++) dropExperience(game, place, 1)
    expect(orbPoints()).toBe(100)
    expect(game.entities.size).toBeLessThanOrEqual(40)
    await ticks(harness, 5900)
    expect(orbPoints()).toBe(100)
    await ticks(harness, 110)
    expect(orbPoints()).toBe(0)
  })
})
