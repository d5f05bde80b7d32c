import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import type { MobEntity } from '../../../server/game/entity.ts'
import {
  expectAgreement,
  give,
  hold,
  playerOf,
  serverBlock,
  setBlock,
  ticks,
  truth,
} from '../../support/server-actions.ts'
import { type HarnessOptions, type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

async function start(options: HarnessOptions): Promise<Bot> {
  harness = await startHarness(options)
  return harness.join('Ada')
}

async function effect(words: string): Promise<void> {
  harness.server.command(`/effect ${words}`)
  await ticks(harness, 2)
}

function mob(): MobEntity {
  const found = [...harness.server.game.entities.values()].find((entity) => entity.type === 'mob')
  if (found?.type !== 'mob') throw new Error('There is no mob.')
  return found
}

function effectsOf(bot: Bot): readonly string[] {
  return [...playerOf(harness, bot).effects.keys()]
}

describe.each(['1.21.4', '1.20.1'] as const)('effects on %s', (version) => {
  test('change health, harm and falls of a player, and how it looks to others', async () => {
    const bot = await start({ version, rules: { naturalRegeneration: false, hunger: false } })
    const player = playerOf(harness, bot)
    await effect('give Ada health_boost 100 1')
    await effect('give Ada instant_health 1 3')
    expect(bot.health).toBe(28)
    await effect('clear Ada health_boost')
    expect(bot.health).toBe(20)
    await effect('give Ada absorption 100 0')
    await effect('give Ada instant_damage 1 0')
    expect([bot.health, player.absorption]).toEqual([18, 0])
    expect(effectsOf(bot)).toEqual([])
    await effect('give Ada resistance 100 1')
    await ticks(harness, 10)
    await effect('give Ada instant_damage 1 0')
    expect(bot.health).toBeCloseTo(14.4, 4)
    await effect('give Ada fire_resistance 100')
    await setBlock(harness, { x: 0, y: -60, z: 0 }, 'lava')
    await ticks(harness, 40)
    expect(bot.health).toBeCloseTo(14.4, 4)
    await setBlock(harness, { x: 0, y: -60, z: 0 }, 'air')
    await effect('clear Ada')
    player.fireTicks = -20

    await effect('give Ada slow_falling 100')
    harness.server.command('/tp Ada 0.5 -50 0.5')
    await ticks(harness, 200)
    expect(bot.entity.position.y).toBe(-60)
    await effect('clear Ada')
    await effect('give Ada jump_boost 100 1')
    harness.server.command('/tp Ada 0.5 -55 0.5')
    await ticks(harness, 60)
    expect(bot.health).toBeCloseTo(14.4, 4)

    const other = await harness.join('Bea')
    await effect('give Ada invisibility 100')
    await effect('give Ada glowing 100')
    const flags = other.players.Ada?.entity.metadata[0] as unknown as number
    expect(flags & 0x60).toBe(0x60)
    await effect('clear Ada')
    expect((other.players.Ada?.entity.metadata[0] as unknown as number) & 0x60).toBe(0)
  })

  test('carry the player upwards, keep its breath, and end with its life', async () => {
    const bot = await start({ version })
    await effect('give Ada levitation 5')
    await ticks(harness, 40)
    expect(bot.entity.position.y).toBeGreaterThan(-59)
    await effect('clear Ada')
    await ticks(harness, 60)
    const ended: string[] = []
    bot.on('entityEffectEnd', (_entity, { id }) => void ended.push(String(id)))
    await effect('give Ada water_breathing 100')
    for (const y of [-60, -59]) await setBlock(harness, { x: 0, y, z: 0 }, 'water')
    await ticks(harness, 60)
    expect(playerOf(harness, bot).air).toBe(300)
    harness.server.command('/kill Ada')
    await ticks(harness, 40)
    expect(ended).toHaveLength(1)
    expect(effectsOf(bot)).toEqual([])
    expect(bot.health).toBe(20)
  })

  test('act on mobs, who are shown and may be immune', async () => {
    const bot = await start({ version, rules: { difficulty: 'normal' } })
    harness.server.command('/gamemode creative Ada')
    harness.server.command('/time set midnight')
    harness.server.command('/summon cow 3 -60 3')
    await ticks(harness, 2)
    await effect('give @e[type=cow] poison 60')
    await ticks(harness, 60)
    expect(mob().health).toBeLessThan(10)
    await effect('clear @e[type=cow]')
    await effect('give @e[type=cow] instant_health')
    expect(mob().health).toBe(10)
    await effect('give @e[type=cow] glowing')
    expect(bot.nearestEntity(({ name }) => name === 'cow')?.metadata[0]).toBe(0x40)
    await effect('give @e[type=cow] levitation 60 4')
    await ticks(harness, 40)
    expect(mob().position.y).toBeGreaterThan(-53)
    await effect('clear @e[type=cow]')
    await effect('give @e[type=cow] slow_falling 60')
    await ticks(harness, 200)
    expect(mob().position.y).toBe(-60)
    expect(mob().health).toBe(10)
    harness.server.command('/kill @e[type=cow]')
    harness.server.command('/summon zombie 3 -60 3')
    await ticks(harness, 2)
    await effect('give @e[type=zombie] poison 60')
    expect([...mob().effects.keys()]).toEqual([])
    await effect('give @e[type=zombie] instant_health')
    expect(mob().health).toBe(14)
    await effect('give @e[type=zombie] slowness 60 6')
    harness.server.command('/gamemode survival Ada')
    const before = mob().position
    await ticks(harness, 40)
    expect(mob().position).toEqual(before)
  })

  test('come from foods and potions, and milk takes them away', async () => {
    const bot = await start({ version, rules: { hunger: false, naturalRegeneration: false } })
    await give(harness, bot, { golden_apple: 1, pufferfish: 1, milk_bucket: 1 })
    harness.server.command(
      version === '1.21.4'
        ? '/give Ada potion[potion_contents={potion:"minecraft:strong_swiftness"}]'
        : '/give Ada potion{Potion:"minecraft:strong_swiftness"}',
    )
    await ticks(harness, 2)
    const player = playerOf(harness, bot)
    player.food = 12
    bot.food = 12
    await harness.run(hold(bot, 'golden_apple'))
    await harness.run(bot.consume())
    await ticks(harness, 3)
    expect(effectsOf(bot)).toEqual(['regeneration', 'absorption'])
    expect(player.absorption).toBe(4)
    await harness.run(hold(bot, 'pufferfish'))
    await harness.run(bot.consume())
    await ticks(harness, 3)
    expect(effectsOf(bot)).toEqual(['regeneration', 'absorption', 'poison', 'hunger', 'nausea'])
    await harness.run(hold(bot, 'potion'))
    await harness.run(bot.consume())
    await ticks(harness, 3)
    expect(player.effects.get('speed')?.amplifier).toBe(1)
    await harness.run(hold(bot, 'milk_bucket'))
    await harness.run(bot.consume())
    await ticks(harness, 3)
    expect(effectsOf(bot)).toEqual([])
    expect(truth(harness, bot)).toEqual({ glass_bottle: 1, bucket: 1 })
    expect(Object.keys(bot.entity.effects)).toEqual([])
  })

  test('honey helps against poison, stews leave bowls, chorus fruit carries away', async () => {
    const bot = await start({ version, rules: { hunger: false } })
    await give(harness, bot, { honey_bottle: 2, mushroom_stew: 1, chorus_fruit: 8 })
    await effect('give Ada poison 60')
    playerOf(harness, bot).food = 4
    bot.food = 4
    await harness.run(hold(bot, 'honey_bottle'))
    await harness.run(bot.consume())
    await ticks(harness, 15)
    expect(effectsOf(bot)).toEqual([])
    await harness.run(hold(bot, 'mushroom_stew'))
    await harness.run(bot.consume())
    await ticks(harness, 3)
    expect(truth(harness, bot)).toEqual({ honey_bottle: 1, glass_bottle: 1, bowl: 1, chorus_fruit: 8 })
    const before = bot.entity.position.clone()
    await harness.run(hold(bot, 'chorus_fruit'))
    await harness.run(bot.consume())
    await ticks(harness, 10)
    const moved = bot.entity.position.minus(before)
    expect(Math.hypot(moved.x, moved.z)).toBeGreaterThan(0.3)
    expect(Math.max(Math.abs(moved.x), Math.abs(moved.z))).toBeLessThanOrEqual(8)
    expect(bot.entity.position.y).toBe(-60)
  })

  test('a lingering potion leaves a cloud that works on who is inside', async () => {
    const bot = await start({ version })
    harness.server.command(
      version === '1.21.4'
        ? '/give Ada lingering_potion[potion_contents={potion:"minecraft:swiftness"}]'
        : '/give Ada lingering_potion{Potion:"minecraft:swiftness"}',
    )
    await ticks(harness, 2)
    await harness.run(hold(bot, 'lingering_potion'))
    await harness.run(bot.look(0, -Math.PI / 2, true))
    await ticks(harness, 2)
    bot.activateItem()
    await ticks(harness, 40)
    const player = playerOf(harness, bot)
    const { tick } = harness.server.game
    const left = (player.effects.get('speed')?.endTick ?? 0) - tick
    expect(left).toBeGreaterThan(800)
    expect(left).toBeLessThanOrEqual(900)
    const cloud = bot.nearestEntity(({ name }) => name === 'area_effect_cloud')
    expect(cloud?.metadata[8]).toBeLessThan(3)
    await ticks(harness, 600)
    expect(harness.server.game.entities.size).toBe(0)
  })

  test('a suspicious stew does what its flower does', async () => {
    const bot = await start({ version, rules: { hunger: false } })
    await give(harness, bot, { bowl: 1, brown_mushroom: 1, red_mushroom: 1, allium: 1, crafting_table: 1 })
    const { window } = playerOf(harness, bot)
    for (const [index, name] of ['bowl', 'brown_mushroom', 'red_mushroom', 'allium'].entries()) {
      const item = bot.inventory.items().find((one) => one.name === name)
      if (item === undefined) throw new Error(`The bot has no ${name}.`)
      await harness.run(bot.moveSlotItem(item.slot, index + 1))
    }
    await ticks(harness, 2)
    expect(window.slot(0)?.read()?.name).toBe('suspicious_stew')
    await harness.run(bot.putAway(0))
    await ticks(harness, 2)
    expectAgreement(harness, bot)
    playerOf(harness, bot).food = 12
    bot.food = 12
    await harness.run(hold(bot, 'suspicious_stew'))
    await harness.run(bot.consume())
    await ticks(harness, 3)
    expect(effectsOf(bot)).toEqual(['fire_resistance'])
    expect(truth(harness, bot)).toEqual({ bowl: 1, crafting_table: 1 })
  })

  test('thrown things break, push, hatch, carry and splash', async () => {
    const bot = await start({ version, rules: { naturalRegeneration: false } })
    harness.server.command('/summon cow 0.5 -60 4.5')
    await give(harness, bot, { experience_bottle: 1, ender_pearl: 1, snowball: 1, egg: 16 })
    harness.server.command(
      version === '1.21.4'
        ? '/give Ada splash_potion[potion_contents={potion:"minecraft:harming"}]'
        : '/give Ada splash_potion{Potion:"minecraft:harming"}',
    )
    await ticks(harness, 2)
    const seen: string[] = []
    bot.on('entitySpawn', (entity) => void seen.push(entity.name ?? ''))
    await harness.run(hold(bot, 'snowball'))
    await harness.run(bot.lookAt(bot.entity.position.offset(0, 0.8, 4), true))
    bot.activateItem()
    await ticks(harness, 8)
    expect(mob().mind.struckUntil).toBeGreaterThan(0)
    expect(mob().health).toBe(10)
    await harness.run(hold(bot, 'splash_potion'))
    await harness.run(bot.look(0, -Math.PI / 2, true))
    await ticks(harness, 2)
    bot.activateItem()
    await ticks(harness, 10)
    expect(seen).toEqual(['snowball', 'potion'])
    const wounded = bot.health
    expect(wounded).toBeLessThan(20)
    await harness.run(hold(bot, 'experience_bottle'))
    bot.activateItem()
    await ticks(harness, 120)
    expect(bot.experience.points).toBeGreaterThanOrEqual(3)
    await harness.run(hold(bot, 'egg'))
    await harness.run(bot.look(0, 0.2, true))
    for (let index = 0; index < 16; index++) {
      bot.activateItem()
      await ticks(harness, 3)
    }
    await ticks(harness, 40)
    const chicks = [...harness.server.game.entities.values()].filter(({ kind }) => kind.name === 'chicken')
    expect(chicks.length).toBeGreaterThan(0)
    const before = bot.entity.position.clone()
    await harness.run(hold(bot, 'ender_pearl'))
    bot.activateItem()
    await ticks(harness, 60)
    expect(bot.entity.position.distanceTo(before)).toBeGreaterThan(10)
    expect(bot.health).toBeLessThan(wounded)
    expect(truth(harness, bot)).toEqual({})
    expect(serverBlock(harness, { x: 0, y: -61, z: 0 })).toBe('grass_block')
  })
})
