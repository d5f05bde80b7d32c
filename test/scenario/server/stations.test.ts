import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import { compostChance } from '../../../server/data/composting.ts'
import type { Position } from '../../../src/core/position.ts'
import {
  blockAt,
  expectAgreement,
  give,
  hold,
  playerOf,
  serverBlock,
  setBlock,
  ticks,
  truth,
} from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

const at = (x: number, z: number, y = -60): Position => ({ x, y, z })

describe.each(['1.21.4', '1.20.1'] as const)('stations on %s', (version) => {
  async function start(): Promise<Bot> {
    harness = await startHarness({ version })
    return harness.join('Ada')
  }

  async function use(bot: Bot, place: Position, item: string | null): Promise<void> {
    if (item !== null) await harness.run(hold(bot, item))
    await harness.run(bot.activateBlock(blockAt(bot, place)))
    await ticks(harness, 2)
  }

  /** How many of the item the bot carries, or have fallen beside it. */
  function made(bot: Bot, item: string): number {
    const fallen = [...harness.server.game.entities.values()].flatMap((entity) =>
      entity.type === 'item' && entity.stack.name === item ? [entity.stack.count] : [],
    )
    return fallen.reduce((sum, count) => sum + count, truth(harness, bot)[item] ?? 0)
  }

  const property = (bot: Bot, place: Position, name: string) => blockAt(bot, place).getProperties()[name]

  test('a campfire cooks four pieces in 30 seconds, is put out and lit again', async () => {
    const bot = await start()
    await setBlock(harness, at(1, 0), 'campfire')
    await give(harness, bot, { beef: 5, iron_shovel: 1, flint_and_steel: 1 })
    for (let piece = 0; piece < 5; piece++) await use(bot, at(1, 0), 'beef')
    expect(truth(harness, bot).beef).toBe(1)
    await ticks(harness, 570)
    expect(made(bot, 'cooked_beef')).toBe(0)
    await ticks(harness, 60)
    expect(made(bot, 'cooked_beef')).toBe(4)
    await use(bot, at(1, 0), 'beef')
    await use(bot, at(1, 0), 'iron_shovel')
    expect(property(bot, at(1, 0), 'lit')).toBe(false)
    await ticks(harness, 700)
    expect(made(bot, 'cooked_beef')).toBe(4)
    await use(bot, at(1, 0), 'flint_and_steel')
    expect(property(bot, at(1, 0), 'lit')).toBe(true)
    await setBlock(harness, at(1, 0), 'air')
    await ticks(harness, 20)
    expect(made(bot, 'beef')).toBe(1)
    expectAgreement(harness, bot)
  })

  test('a cauldron is filled and emptied by buckets and bottles', async () => {
    const bot = await start()
    await setBlock(harness, at(1, 0), 'cauldron')
    await give(harness, bot, { water_bucket: 1, glass_bottle: 1 })
    await use(bot, at(1, 0), 'water_bucket')
    expect([serverBlock(harness, at(1, 0)), property(bot, at(1, 0), 'level')]).toEqual([
      'water_cauldron',
      '3',
    ])
    await use(bot, at(1, 0), 'glass_bottle')
    expect(property(bot, at(1, 0), 'level')).toBe('2')
    expect(truth(harness, bot)).toEqual({ bucket: 1, potion: 1 })
    await use(bot, at(1, 0), 'bucket')
    expect(truth(harness, bot)).toEqual({ bucket: 1, potion: 1 })
    await use(bot, at(1, 0), 'potion')
    expect(truth(harness, bot)).toEqual({ bucket: 1, glass_bottle: 1 })
    await use(bot, at(1, 0), 'bucket')
    expect(serverBlock(harness, at(1, 0))).toBe('cauldron')
    expect(truth(harness, bot)).toEqual({ water_bucket: 1, glass_bottle: 1 })
    expectAgreement(harness, bot)
  })

  test('a composter makes bone meal of what rots', async () => {
    const bot = await start()
    await setBlock(harness, at(1, 0), 'composter')
    await give(harness, bot, { pumpkin_pie: 9, stone: 1 })
    await use(bot, at(1, 0), 'pumpkin_pie')
    expect(property(bot, at(1, 0), 'level')).toBe('1')
    for (let piece = 0; piece < 6; piece++) await use(bot, at(1, 0), 'pumpkin_pie')
    await ticks(harness, 25)
    expect(property(bot, at(1, 0), 'level')).toBe('8')
    await use(bot, at(1, 0), 'pumpkin_pie')
    await ticks(harness, 30)
    expect(property(bot, at(1, 0), 'level')).toBe('0')
    expect(truth(harness, bot)).toEqual({ pumpkin_pie: 2, bone_meal: 1, stone: 1 })
    const names = harness.server.game.registry.items.map(({ name }) => name)
    expect(names.filter((name) => compostChance(name) !== null).length).toBeGreaterThan(85)
  })

  test('a cake has seven slices of one shank each', async () => {
    const bot = await start()
    await setBlock(harness, at(1, 0), 'cake')
    await use(bot, at(1, 0), null)
    expect(property(bot, at(1, 0), 'bites')).toBe('0')
    playerOf(harness, bot).food = 4
    for (let slice = 0; slice < 6; slice++) await use(bot, at(1, 0), null)
    expect([bot.food, property(bot, at(1, 0), 'bites')]).toEqual([16, '6'])
    await use(bot, at(1, 0), null)
    expect([bot.food, serverBlock(harness, at(1, 0))]).toEqual([18, 'air'])
  })

  test('a jukebox keeps a disc, a flower pot a flower', async () => {
    const bot = await start()
    await setBlock(harness, at(1, 0), 'jukebox')
    await setBlock(harness, at(0, 1), 'flower_pot')
    await give(harness, bot, { music_disc_cat: 1, poppy: 1 })
    await use(bot, at(1, 0), 'music_disc_cat')
    expect([truth(harness, bot), property(bot, at(1, 0), 'has_record')]).toEqual([{ poppy: 1 }, true])
    await use(bot, at(1, 0), null)
    await ticks(harness, 30)
    expect(truth(harness, bot)).toEqual({ poppy: 1, music_disc_cat: 1 })
    await use(bot, at(0, 1), 'poppy')
    expect([serverBlock(harness, at(0, 1)), truth(harness, bot)]).toEqual([
      'potted_poppy',
      { music_disc_cat: 1 },
    ])
    await use(bot, at(0, 1), 'music_disc_cat')
    expect([serverBlock(harness, at(0, 1)), truth(harness, bot).poppy]).toEqual(['flower_pot', 1])
  })

  test('a note block is heard, one note higher each time, by hand, by blow and by lever', async () => {
    const bot = await start()
    await setBlock(harness, at(1, 0, -61), 'gold_block')
    await setBlock(harness, at(1, 0), 'note_block')
    await setBlock(harness, at(1, 1), 'lever')
    harness.server.game.world.setBlock(at(1, 1), 'lever', { face: 'floor' })
    const heard: string[] = []
    bot.on('noteHeard', (_block, instrument, pitch) => {
      heard.push(`${instrument.name} ${pitch}`)
    })
    await use(bot, at(1, 0), null)
    await use(bot, at(1, 0), null)
    await use(bot, at(1, 1), null)
    await use(bot, at(1, 1), null)
    expect(heard.map((note) => note.split(' ')[1])).toEqual(['1', '2', '2'])
    expect(property(bot, at(1, 0), 'instrument')).toBe('bell')
  })
})
