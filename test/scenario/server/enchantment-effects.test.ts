import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import type { MobEntity } from '../../../server/game/entity.ts'
import { dropExperience } from '../../../server/game/orbs.ts'
import { breakTicks } from '../../../server/rules/dig-speed.ts'
import type { Position } from '../../../src/core/position.ts'
import { giveEnchanted } from '../../support/enchanted-items.ts'
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

describe.each(['1.21.4', '1.20.1'] as const)('enchantments on %s', (version) => {
  async function start(): Promise<Bot> {
    const rules = { naturalRegeneration: false, difficulty: 'easy' } as const
    harness = await startHarness({ version, rules })
    const bot = await harness.join('Ada')
    await ticks(harness, 10)
    return bot
  }

  /** Ticks until the block is gone. Mineflayer cannot dig with enchanted tools since 1.20.5, so packets do it there. */
  async function dig(bot: Bot, place: Position): Promise<number> {
    const { game } = harness.server
    const began = game.tick
    if (version === '1.20.1') {
      await harness.run(bot.dig(blockAt(bot, place), true))
      const took = game.tick - began
      await ticks(harness, 2)
      return took
    }
    const write = (status: number) =>
      bot._client.write('block_dig', { status, location: place, face: 1, sequence: 0 })
    write(0)
    await ticks(harness, breakTicks(game, playerOf(harness, bot), game.world.blockStateAt(place), true))
    write(2)
    await ticks(harness, 2)
    return game.tick - began
  }

  function cows(): readonly MobEntity[] {
    return [...harness.server.game.entities.values()].filter((entity) => entity.type === 'mob')
  }

  async function strike(bot: Bot, mob: MobEntity): Promise<void> {
    const entity = bot.entities[mob.id]
    if (entity === undefined) throw new Error('The bot does not see the mob.')
    await ticks(harness, 15)
    bot.attack(entity)
    await ticks(harness, 1)
  }

  test('efficiency digs faster, silk touch takes stone as it is and frees no experience', async () => {
    const bot = await start()
    await giveEnchanted(harness, bot, 'diamond_pickaxe', { enchantments: { efficiency: 3, silk_touch: 1 } })
    await harness.run(hold(bot, 'diamond_pickaxe'))
    const place = beside(bot, 1, 0, 0)
    await setBlock(harness, place, 'stone')
    const state = harness.server.game.world.blockStateAt(place)
    // 1.5 hardness, speed 8 + 10: 18 / 1.5 / 30 = 0.4 a tick.
    expect(breakTicks(harness.server.game, playerOf(harness, bot), state, true)).toBe(3)
    if (version === '1.20.1') expect(bot.digTime(blockAt(bot, place))).toBe(150)
    expect(await dig(bot, place)).toBeLessThan(7)
    await ticks(harness, 30)
    await setBlock(harness, place, 'diamond_ore')
    await dig(bot, place)
    await ticks(harness, 30)
    expect(serverBlock(harness, place)).toBe('air')
    expect(truth(harness, bot)).toEqual({ diamond_pickaxe: 1, stone: 1, diamond_ore: 1 })
    expect([...harness.server.game.entities.values()].filter(({ type }) => type === 'orb')).toEqual([])
  })

  test('ice melts where it is broken, but not by silk touch', async () => {
    const bot = await start()
    const place = beside(bot, 1, 0, 0)
    await giveEnchanted(harness, bot, 'iron_pickaxe', { enchantments: { silk_touch: 1 } })
    await harness.run(hold(bot, 'iron_pickaxe'))
    await setBlock(harness, place, 'ice')
    await dig(bot, place)
    expect(serverBlock(harness, place)).toBe('air')
    await harness.run(bot.unequip('hand'))
    await setBlock(harness, place, 'ice')
    await dig(bot, place)
    expect(serverBlock(harness, place)).toBe('water')
  })

  test('sharpness, knockback, fire and sweeping act on those who are struck', async () => {
    const bot = await start()
    const sweeping = version === '1.20.1' ? 'sweeping' : 'sweeping_edge'
    const enchantments = { sharpness: 5, fire_aspect: 1, knockback: 2, [sweeping]: 3 }
    await giveEnchanted(harness, bot, 'iron_sword', { enchantments })
    await harness.run(hold(bot, 'iron_sword'))
    for (const z of [0.5, 1.4]) harness.server.command(`/summon cow 2.3 -60 ${z}`)
    await ticks(harness, 3)
    const [victim, other] = cows()
    if (victim === undefined || other === undefined) throw new Error('There are no two cows.')
    for (const cow of [victim, other]) {
      cow.health = 100
      cow.idleTicks = 1_000_000
    }
    const before = victim.position.x
    await strike(bot, victim)
    // A sword's 6 and 3 of sharpness; 1 and three quarters of these to whom the blade sweeps.
    expect([victim.health, other.health]).toEqual([91, 92.25])
    await ticks(harness, 8)
    expect(victim.position.x - before).toBeGreaterThan(1.5)
    await ticks(harness, 72)
    expect(victim.health).toBeLessThan(91)
    expect(other.health).toBe(92.25)
  })

  test('what a burning blade kills is roasted', async () => {
    const bot = await start()
    await giveEnchanted(harness, bot, 'iron_sword', { enchantments: { fire_aspect: 2, sharpness: 5 } })
    await harness.run(hold(bot, 'iron_sword'))
    harness.server.command('/summon cow 2.3 -60 0.5')
    await ticks(harness, 3)
    const [victim] = cows()
    if (victim === undefined) throw new Error('There is no cow.')
    victim.health = 5
    await strike(bot, victim)
    await ticks(harness, 2)
    const items = [...harness.server.game.entities.values()].filter((entity) => entity.type === 'item')
    expect(items.map((item) => item.stack.name)).toContain('cooked_beef')
  })

  test('armour protects by its enchantments, feathers against falls most of all', async () => {
    const bot = await start()
    await giveEnchanted(harness, bot, 'iron_boots', { enchantments: { feather_falling: 4, protection: 4 } })
    const boots = bot.inventory.items()[0]
    if (boots === undefined) throw new Error('The bot has no boots.')
    await harness.run(bot.equip(boots, 'feet'))
    harness.server.command('/tp Ada 0.5 -45 0.5')
    await ticks(harness, 60)
    // Fifteen blocks do 12, of which 4 × 3 and 4 points take 16 parts of 25.
    expect(20 - bot.health).toBeCloseTo(12 * (1 - 16 / 25), 4)
  })

  test('an endless bow keeps its arrow, and its power hits harder', async () => {
    const bot = await start()
    await giveEnchanted(harness, bot, 'bow', { enchantments: { power: 5, infinity: 1, flame: 1, punch: 1 } })
    await give(harness, bot, { arrow: 1 })
    await harness.run(hold(bot, 'bow'))
    harness.server.command('/summon cow 6.5 -60 0.5')
    await ticks(harness, 3)
    const [cow] = cows()
    if (cow === undefined) throw new Error('There is no cow.')
    cow.health = 100
    cow.idleTicks = 1_000_000
    await harness.run(bot.lookAt(vector({ x: 6.5, y: -59, z: 0.5 }), true))
    await ticks(harness, 2)
    bot.activateItem()
    await ticks(harness, 25)
    cow.position = { x: 6.5, y: -60, z: 0.5 }
    cow.goal = null
    bot.deactivateItem()
    await ticks(harness, 12)
    // Three blocks a tick times 2 + 3, or more since a full draw is critical.
    expect(100 - cow.health).toBeGreaterThanOrEqual(14)
    expect(cow.fireTicks).toBeGreaterThan(0)
    expect(truth(harness, bot)).toEqual({ bow: 1, arrow: 1 })
    expect(playerOf(harness, bot).held?.damage).toBe(1)
  })

  test('mending repairs by experience before the player gets any', async () => {
    const bot = await start()
    await giveEnchanted(harness, bot, 'iron_pickaxe', { damage: 9, enchantments: { mending: 1 } })
    await harness.run(hold(bot, 'iron_pickaxe'))
    const player = playerOf(harness, bot)
    dropExperience(harness.server.game, player.position, 7)
    await ticks(harness, 40)
    expect(player.held?.damage).toBe(0)
    expect(bot.heldItem?.durabilityUsed).toBe(0)
    expect(bot.experience.points).toBe(3)
  })
})
