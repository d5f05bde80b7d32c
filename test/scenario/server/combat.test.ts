import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import type { MobEntity } from '../../../server/game/entity.ts'
import { give, hold, playerOf, ticks, truth, vector } from '../../support/server-actions.ts'
import { type HarnessOptions, type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

async function start(options: HarnessOptions): Promise<Bot> {
  const rules = { difficulty: 'normal', naturalRegeneration: false, ...options.rules } as const
  harness = await startHarness({ ...options, rules })
  harness.server.command('/time set midnight')
  return harness.join('Ada')
}

async function cow(bot: Bot, x: number): Promise<MobEntity> {
  harness.server.command(`/summon cow ${x} -60 0.5`)
  await ticks(harness, 3)
  const mob = [...harness.server.game.entities.values()].find((entity) => entity.type === 'mob')
  if (mob?.type !== 'mob' || bot.entities[mob.id] === undefined) throw new Error('No cow.')
  mob.idleTicks = 1_000_000
  return mob
}

function strike(bot: Bot, mob: MobEntity): void {
  const entity = bot.entities[mob.id]
  if (entity === undefined) throw new Error('The bot does not see the mob.')
  bot.attack(entity)
}

describe.each(['1.21.4', '1.20.1'] as const)('combat on %s', (version) => {
  test('a hasty second blow is weak', async () => {
    const bot = await start({ version })
    await give(harness, bot, { stone_sword: 1 })
    await harness.run(hold(bot, 'stone_sword'))
    await ticks(harness, 13)
    const target = await cow(bot, 2)
    target.health = 100
    strike(bot, target)
    await ticks(harness, 1)
    expect(target.health).toBe(95)
    target.hurtDelay = 0
    strike(bot, target)
    await ticks(harness, 1)
    expect(95 - target.health).toBeLessThan(2)
    expect(95 - target.health).toBeGreaterThanOrEqual(1)
  })

  test('a blow in a fall is critical, and a blow throws back', async () => {
    const bot = await start({ version })
    await give(harness, bot, { stone_sword: 1 })
    await harness.run(hold(bot, 'stone_sword'))
    await ticks(harness, 13)
    const target = await cow(bot, 2)
    target.health = 100
    bot.setControlState('jump', true)
    await ticks(harness, 1)
    bot.setControlState('jump', false)
    for (let tick = 0; tick < 20 && playerOf(harness, bot).fallDistance === 0; tick++) await ticks(harness, 1)
    const before = target.position.x
    strike(bot, target)
    await ticks(harness, 1)
    expect(target.health).toBe(92.5)
    await ticks(harness, 5)
    expect(target.position.x).toBeGreaterThan(before + 0.3)
  })

  test('a raised shield stops a blow from the front and wears', async () => {
    const bot = await start({ version })
    await give(harness, bot, { shield: 1 })
    const shield = bot.inventory.items().find((item) => item.name === 'shield')
    if (shield === undefined) throw new Error('The bot has no shield.')
    await harness.run(bot.equip(shield, 'off-hand'))
    await harness.run(bot.lookAt(vector({ x: 5, y: -59, z: 0.5 }), true))
    bot.activateItem(true)
    await ticks(harness, 10)
    harness.server.command('/summon zombie 3.5 -60 0.5')
    await ticks(harness, 120)
    expect(bot.health).toBe(20)
    expect(playerOf(harness, bot).inventory.storage.at(45)?.damage).toBeGreaterThan(0)
    bot.deactivateItem()
    for (let tick = 0; tick < 100 && bot.health === 20; tick++) await ticks(harness, 1)
    expect(bot.health).toBe(17)
  })

  test('a drawn bow shoots an arrow that kills a cow from afar; it costs an arrow and wears the bow', async () => {
    const bot = await start({ version })
    await give(harness, bot, { bow: 1, arrow: 8 })
    await harness.run(hold(bot, 'bow'))
    const target = await cow(bot, 10.5)
    for (let shot = 0; shot < 6 && harness.server.game.entities.has(target.id); shot++) {
      target.position = { x: 10.5, y: -60, z: 0.5 }
      target.mind.panicUntil = 0
      await ticks(harness, 2)
      await harness.run(bot.lookAt(vector({ x: 10.5, y: -58.9, z: 0.5 }), true))
      bot.activateItem()
      await ticks(harness, 25)
      bot.deactivateItem()
      await ticks(harness, 20)
    }
    expect(harness.server.game.entities.has(target.id)).toBe(false)
    const left = truth(harness, bot)
    expect(left.arrow).toBeLessThan(8)
    expect(playerOf(harness, bot).held?.damage).toBe(8 - (left.arrow ?? 0))
  })

  test('an arrow in the ground can be picked up again', async () => {
    const bot = await start({ version })
    await give(harness, bot, { bow: 1, arrow: 1 })
    await harness.run(hold(bot, 'bow'))
    await harness.run(bot.lookAt(vector({ x: 4.5, y: -60, z: 0.5 }), true))
    bot.activateItem()
    await ticks(harness, 25)
    bot.deactivateItem()
    await ticks(harness, 20)
    expect(truth(harness, bot)).toEqual({ bow: 1 })
    const arrow = [...harness.server.game.entities.values()].find((entity) => entity.type === 'arrow')
    if (arrow === undefined) throw new Error('No arrow.')
    harness.server.command(`/tp Ada ${arrow.position.x} -60 ${arrow.position.z}`)
    await ticks(harness, 20)
    expect(truth(harness, bot)).toEqual({ bow: 1, arrow: 1 })
    expect(harness.server.game.entities.size).toBe(0)
  })

  test('without an arrow a bow shoots nothing', async () => {
    const bot = await start({ version })
    await give(harness, bot, { bow: 1 })
    await harness.run(hold(bot, 'bow'))
    bot.activateItem()
    await ticks(harness, 25)
    bot.deactivateItem()
    await ticks(harness, 5)
    expect(harness.server.game.entities.size).toBe(0)
  })
})
