import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import {
  carried,
  expectAgreement,
  give,
  hold,
  playerOf,
  rejection,
  ticks,
} from '../../support/server-actions.ts'
import { type HarnessOptions, type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

async function start(options: HarnessOptions): Promise<Bot> {
  harness = await startHarness(options)
  const bot = await harness.join('Ada')
  await give(harness, bot, { fishing_rod: 1 })
  await harness.run(hold(bot, 'fishing_rod'))
  return bot
}

/** Digs a pond to the south of the spawn. */
async function pond(): Promise<void> {
  harness.server.command('/fill -4 -63 3 4 -61 11 water')
  await ticks(harness, 5)
}

async function lookSouth(bot: Bot, pitch = 0): Promise<void> {
  await harness.run(bot.look(Math.PI, pitch, true))
  await ticks(harness, 2)
}

describe.each(['1.21.4', '1.20.1'] as const)('fishing on %s', (version) => {
  test('bot.fish() waits for a bite and lands a catch, with experience and wear', async () => {
    const bot = await start({ version })
    await pond()
    await lookSouth(bot)
    const seen: string[] = []
    bot.on('entitySpawn', (entity) => void seen.push(entity.name ?? ''))
    const waits: number[] = []
    for (let index = 0; index < 5; index++) {
      const before = harness.clock.tick()
      await harness.run(bot.fish())
      waits.push(harness.clock.tick() - before)
      await ticks(harness, 60)
    }
    expect(seen.filter((name) => name === 'fishing_bobber')).toHaveLength(5)
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(120)
    expect(Math.max(...waits)).toBeLessThanOrEqual(750)
    const { fishing_rod: rods, ...caught } = carried(bot)
    expect((rods ?? 0) + Object.values(caught).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(5)
    expect(bot.experience.points).toBeGreaterThanOrEqual(5)
    expect(bot.experience.points).toBeLessThanOrEqual(30)
    expect(playerOf(harness, bot).held?.damage).toBe(5)
    expect(playerOf(harness, bot).bobber).toBeNull()
    expectAgreement(harness, bot)
  })

  test('a bobber that is reeled in early, too far away or without its rod is gone', async () => {
    const bot = await start({ version })
    await pond()
    await lookSouth(bot)
    const bobbers = () =>
      [...harness.server.game.entities.values()].filter(({ type }) => type === 'bobber').length
    bot.activateItem()
    await ticks(harness, 40)
    expect(bobbers()).toBe(1)
    bot.activateItem()
    await ticks(harness, 2)
    expect(bobbers()).toBe(0)
    expect(playerOf(harness, bot).held?.damage).toBe(0)

    const fishing = rejection(bot.fish())
    await ticks(harness, 40)
    harness.server.command('/tp Ada 0.5 -60 -60.5')
    expect(await harness.run(fishing)).toContain('Fishing cancelled')
    expect(bobbers()).toBe(0)

    await lookSouth(bot, -0.5)
    bot.activateItem()
    await ticks(harness, 60)
    expect(bobbers()).toBe(1)
    bot.activateItem()
    await ticks(harness, 2)
    expect(playerOf(harness, bot).held?.damage).toBe(2)
    bot.activateItem()
    await ticks(harness, 10)
    bot.setQuickBarSlot(5)
    await ticks(harness, 3)
    expect(bobbers()).toBe(0)
  })

  test('a rod hooks bodies and draws them', async () => {
    const bot = await start({ version })
    await lookSouth(bot)
    harness.server.command('/summon cow 0.5 -60 4.5')
    await ticks(harness, 2)
    const cow = [...harness.server.game.entities.values()].find(({ type }) => type === 'mob')
    for (let cast = 0; cast < 5; cast++) {
      await harness.run(bot.lookAt(bot.entity.position.offset(0, 0.8, 4), true))
      await ticks(harness, 2)
      bot.activateItem()
      await ticks(harness, 6)
      const bobber = [...harness.server.game.entities.values()].find(({ type }) => type === 'bobber')
      if (bobber?.type === 'bobber' && bobber.hooked === cow?.id) break
      bot.activateItem()
      await ticks(harness, 2)
    }
    const before = cow?.position.z ?? 0
    bot.activateItem()
    await ticks(harness, 10)
    expect(cow?.position.z).toBeLessThan(before)
    expect(playerOf(harness, bot).held?.damage).toBeGreaterThanOrEqual(5)
  })
})
