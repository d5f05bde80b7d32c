import type { Bot } from 'mineflayer'
import type { Entity } from 'prismarine-entity'
import { afterEach, describe, expect, test } from 'vitest'
import type { MobEntity } from '../../../server/game/entity.ts'
import { give, hold, playerOf, ticks, truth } from '../../support/server-actions.ts'
import { type HarnessOptions, type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

async function start(options: HarnessOptions): Promise<Bot> {
  harness = await startHarness(options)
  return harness.join('Ada')
}

function summon(name: string, x: number, z: number): MobEntity {
  harness.server.command(`/summon ${name} ${x} -60 ${z}`)
  const mob = [...harness.server.game.entities.values()].at(-1)
  if (mob?.type !== 'mob') throw new Error(`No ${name} was summoned.`)
  return mob
}

function seen(bot: Bot, mob: MobEntity): Entity {
  const entity = bot.entities[mob.id]
  if (entity === undefined) throw new Error(`The bot sees no ${mob.traits.name}.`)
  return entity
}

function mountOf(bot: Bot): Entity | null {
  return (bot as Bot & { readonly vehicle?: Entity | null }).vehicle ?? null
}

function distance(a: { position: { x: number; z: number } }, b: { position: { x: number; z: number } }) {
  return Math.hypot(a.position.x - b.position.x, a.position.z - b.position.z)
}

describe.each(['1.21.4', '1.20.1'] as const)('animals on %s', (version) => {
  test('animals follow who holds their food, and lambs their mothers; no one else', async () => {
    const bot = await start({ version })
    await give(harness, bot, { carrot: 1, wheat: 1 })
    const [pig, cow] = [summon('pig', 7.5, 0.5), summon('cow', -6.5, 0.5)]
    await harness.run(hold(bot, 'carrot'))
    await ticks(harness, 80)
    expect(distance(pig, playerOf(harness, bot))).toBeLessThan(3)
    expect(distance(cow, playerOf(harness, bot))).toBeGreaterThan(3)
    harness.server.command('/kill @e[type=!player]')
    const [sheep, lamb] = [summon('sheep', 8.5, 8.5), summon('sheep', 2.5, 8.5)]
    lamb.mind.childhood = 24_000
    await harness.run(hold(bot, 'wheat'))
    sheep.position = { x: 8.5, y: -60, z: 8.5 }
    await harness.run(bot.unequip('hand'))
    await ticks(harness, 150)
    expect(distance(lamb, sheep)).toBeLessThan(4.5)
  })

  test('a dyed sheep gives wool of that colour, to its young too; hens lay eggs', async () => {
    const bot = await start({ version })
    await give(harness, bot, { red_dye: 2, shears: 1, wheat: 2 })
    const [ram, ewe] = [summon('sheep', 1.5, 0.5), summon('sheep', 1.5, 1.5)]
    await ticks(harness, 2)
    await harness.run(hold(bot, 'red_dye'))
    for (const mob of [ram, ewe]) {
      bot.useOn(seen(bot, mob))
      await ticks(harness, 2)
      mob.position = { x: 1.5, y: -60, z: 0.5 }
    }
    expect([ram.mind.woolColour, ewe.mind.woolColour]).toEqual(['red', 'red'])
    expect(Number((seen(bot, ram).metadata as unknown as Record<number, unknown>)[17])).toBe(14)
    expect(truth(harness, bot)).toEqual({ shears: 1, wheat: 2 })
    await harness.run(hold(bot, 'wheat'))
    for (const mob of [ram, ewe]) {
      mob.position = { x: 1.5, y: -60, z: 0.5 }
      bot.useOn(seen(bot, mob))
      await ticks(harness, 2)
    }
    await ticks(harness, 100)
    const lamb = [...harness.server.game.entities.values()].find(
      (entity): entity is MobEntity => entity.type === 'mob' && entity.mind.childhood > 0,
    )
    expect(lamb?.mind.woolColour).toBe('red')
    await harness.run(hold(bot, 'shears'))
    ram.position = { x: 1.5, y: -60, z: 0.5 }
    bot.useOn(seen(bot, ram))
    await ticks(harness, 60)
    expect(truth(harness, bot).red_wool).toBeGreaterThan(0)
    const hen = summon('chicken', 1.5, 0.5)
    await ticks(harness, 2)
    hen.mind.nextEgg = harness.server.game.tick + 5
    hen.position = { x: 1.5, y: -60, z: 0.5 }
    await ticks(harness, 40)
    expect(truth(harness, bot).egg).toBe(1)
    expect(hen.mind.nextEgg).toBeGreaterThan(harness.server.game.tick + 5900)
  })

  test('a wild horse throws its riders off until it is tame, and goes where it is steered with a saddle', async () => {
    const bot = await start({ version })
    await give(harness, bot, { saddle: 1, sugar: 20 })
    const horse = summon('horse', 1.5, 0.5)
    await harness.run(bot.unequip('hand'))
    await ticks(harness, 5)
    const near = () => {
      const { position } = playerOf(harness, bot)
      horse.position = { x: position.x + 1.5, y: -60, z: position.z }
    }
    bot.mount(seen(bot, horse))
    await ticks(harness, 3)
    expect(mountOf(bot)?.id).toBe(horse.id)
    for (let tick = 0; tick < 600 && mountOf(bot) !== null; tick++) await ticks(harness, 1)
    expect([mountOf(bot), horse.mind.tame, horse.mind.temper]).toEqual([null, false, 5])
    await harness.run(hold(bot, 'sugar'))
    near()
    bot.useOn(seen(bot, horse))
    await ticks(harness, 2)
    expect(horse.mind.temper).toBe(8)
    horse.mind.temper = 100
    await harness.run(hold(bot, 'saddle'))
    near()
    bot.mount(seen(bot, horse))
    for (let tick = 0; tick < 600 && !horse.mind.tame; tick++) await ticks(harness, 1)
    expect([horse.mind.tame, mountOf(bot)?.id]).toEqual([true, horse.id])
    bot.dismount()
    await ticks(harness, 5)
    near()
    bot.useOn(seen(bot, horse))
    await ticks(harness, 3)
    expect([horse.mind.saddled, truth(harness, bot).saddle]).toEqual([true, undefined])
    // Mineflayer does not turn while it rides.
    await harness.run(bot.look(-Math.PI / 2, 0, true))
    await ticks(harness, 3)
    near()
    await ticks(harness, 1)
    bot.mount(seen(bot, horse))
    await ticks(harness, 3)
    const from = horse.position
    bot.moveVehicle(0, 1)
    await ticks(harness, 40)
    expect(horse.position.x - from.x).toBeGreaterThan(10)
    expect(playerOf(harness, bot).position.x).toBeCloseTo(horse.position.x, 1)
    bot.dismount()
    await ticks(harness, 5)
    expect(mountOf(bot)).toBeNull()
    expect(bot.entity.position.x).toBeGreaterThan(from.x + 8)
  })
})
