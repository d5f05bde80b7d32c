import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import type { MobEntity } from '../../../server/game/entity.ts'
import type { Trader } from '../../../server/mobs/villagers/trader.ts'
import { expectAgreement, give, rejection, setBlock, ticks, truth } from '../../support/server-actions.ts'
import { type HarnessOptions, type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

async function start(options: HarnessOptions, tag: string): Promise<Bot> {
  harness = await startHarness(options)
  const bot = await harness.join('Ada')
  harness.server.command(`/summon villager 0.5 -60 2.5 ${tag}`)
  await ticks(harness, 5)
  return bot
}

function villager(): MobEntity & { trader: Trader } {
  const mob = [...harness.server.game.entities.values()].find((entity) => entity.type === 'mob')
  if (mob?.type !== 'mob' || mob.trader === null) throw new Error('There is no villager.')
  return mob as MobEntity & { trader: Trader }
}

function open(bot: Bot) {
  const entity = bot.nearestEntity(({ name }) => name === 'villager')
  if (entity === null) throw new Error('The bot sees no villager.')
  return harness.run(bot.openVillager(entity))
}

describe.each(['1.21.4', '1.20.1'] as const)('villagers on %s', (version) => {
  test('sell and buy until they are out of stock, and give experience', async () => {
    const bot = await start({ version }, '{VillagerData:{profession:"minecraft:farmer"}}')
    const { trader } = villager()
    const merchant = await open(bot)
    expect(merchant.trades).toHaveLength(2)
    const offers = trader.offers
    const needed: Record<string, number> = {}
    for (const { cost } of offers) needed[cost.name] = (needed[cost.name] ?? 0) + cost.count * 3
    bot.closeWindow(merchant)
    await give(harness, bot, needed)
    const again = await open(bot)
    for (const [index, { gives, cost }] of offers.entries()) {
      expect(again.trades[index]?.inputItem1.count).toBe(cost.count)
      expect(again.trades[index]?.outputItem.name).toBe(gives.name)
      await harness.run(bot.trade(again, index, 2))
      await ticks(harness, 2)
      expect(truth(harness, bot)[gives.name]).toBeGreaterThanOrEqual(gives.count * 2)
      expect(truth(harness, bot)[cost.name] ?? 0).toBeGreaterThanOrEqual(cost.count)
    }
    expect(offers.map(({ uses }) => uses)).toEqual([2, 2])
    bot.closeWindow(again)
    await ticks(harness, 100)
    expectAgreement(harness, bot)
    expect(bot.experience.points).toBeGreaterThanOrEqual(12)
    expect(trader.customer).toBeNull()
    const [first] = offers
    if (first !== undefined) first.uses = first.maxUses
    expect(await rejection(harness.run(bot.trade(await open(bot), 0, 1)))).toContain('blocked')
  })

  test('rise by trading, keep their trades, and restock twice a day', async () => {
    const bot = await start({ version }, '{VillagerData:{profession:"minecraft:fletcher"}}')
    const { trader } = villager()
    trader.offers = trader.offers.map((offer) => ({ ...offer, experience: 10 }))
    const [first] = trader.offers
    if (first === undefined) throw new Error('The fletcher has no trade.')
    await give(harness, bot, { emerald: 8, stick: 64, gravel: 32 })
    const merchant = await open(bot)
    await harness.run(bot.trade(merchant, 0, 1))
    expect(trader.level).toBe(1)
    bot.closeWindow(merchant)
    await ticks(harness, 60)
    expect(trader.level).toBe(2)
    expect(trader.offers).toHaveLength(4)
    expect(trader.offers[0]).toBe(first)
    expect(first.uses).toBe(0)
    expect(trader.restocks).toBe(1)
    first.uses = 1
    await ticks(harness, 2500)
    expect([first.uses, trader.restocks]).toEqual([0, 2])
    first.uses = 1
    await ticks(harness, 2500)
    expect([first.uses, trader.restocks]).toEqual([1, 2])
    expect(bot.nearestEntity(({ name }) => name === 'villager')?.metadata[18]).toEqual({
      villagerType: 2,
      villagerProfession: 7,
      level: 2,
    })
  })

  test('take up and lose professions with their workplaces; those without one do not trade', async () => {
    const bot = await start({ version }, '{}')
    const { trader } = villager()
    const entity = bot.nearestEntity(({ name }) => name === 'villager')
    if (entity !== null) bot.activateEntity(entity)
    await ticks(harness, 5)
    expect(bot.currentWindow).toBeNull()
    await setBlock(harness, { x: 4, y: -60, z: 4 }, 'lectern')
    expect(trader.profession).toBe('librarian')
    expect(trader.offers).toHaveLength(2)
    await setBlock(harness, { x: 5, y: -60, z: 4 }, 'loom')
    expect(trader.profession).toBe('librarian')
    const merchant = await open(bot)
    const before = villager().position
    await ticks(harness, 200)
    expect(villager().position).toEqual(before)
    harness.server.command('/tp Ada 30.5 -60 0.5')
    await ticks(harness, 5)
    expect(bot.currentWindow).toBeNull()
    expect(merchant.trades.length).toBe(2)
    await setBlock(harness, { x: 4, y: -60, z: 4 }, 'air')
    expect(trader.profession).toBe('none')
    harness.server.command('/kill @e[type=villager]')
    await ticks(harness, 5)
    expect(harness.server.game.entities.size).toBe(0)
  })
})
