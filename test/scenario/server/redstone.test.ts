import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import { storedItems } from '../../../server/game/containers.ts'
import { itemStack } from '../../../server/inventory/item-stack.ts'
import type { Position } from '../../../src/core/position.ts'
import {
  blockAt,
  countItems,
  give,
  hold,
  serverBlock,
  setBlock,
  ticks,
  truth,
  UP,
  vector,
} from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

const at = (x: number, z: number, y = -60): Position => ({ x, y, z })

describe.each(['1.21.4', '1.20.1'] as const)('redstone on %s', (version) => {
  async function start(): Promise<Bot> {
    harness = await startHarness({ version, rules: { difficulty: 'peaceful' } })
    return harness.join('Ada')
  }

  async function place(bot: Bot, item: string, position: Position): Promise<void> {
    await harness.run(hold(bot, item))
    const ground = { ...position, y: position.y - 1 }
    await harness.run(bot.placeBlock(blockAt(bot, ground), vector(UP)))
    await ticks(harness, 2)
  }

  async function use(bot: Bot, position: Position): Promise<void> {
    await harness.run(bot.activateBlock(blockAt(bot, position)))
    await ticks(harness, 8)
  }

  const property = (bot: Bot, position: Position, name: string) =>
    blockAt(bot, position).getProperties()[name]

  test('a bot lays dust from a lever past a repeater to a lamp, and switches it', async () => {
    const bot = await start()
    await give(harness, bot, { lever: 1, redstone: 3, repeater: 1, redstone_lamp: 1 })
    await place(bot, 'redstone_lamp', at(2, 2))
    await place(bot, 'redstone', at(1, 2))
    await place(bot, 'redstone', at(0, 2))
    await place(bot, 'redstone', at(-1, 2))
    await place(bot, 'lever', at(-2, 2))
    expect(property(bot, at(0, 2), 'east')).toBe('side')
    await use(bot, at(-2, 2))
    expect([-1, 0, 1].map((x) => property(bot, at(x, 2), 'power'))).toEqual(['15', '14', '13'])
    expect(property(bot, at(2, 2), 'lit')).toBe(true)
    await use(bot, at(-2, 2))
    expect([property(bot, at(1, 2), 'power'), property(bot, at(2, 2), 'lit')]).toEqual(['0', false])
    await place(bot, 'repeater', at(-1, -1))
    const before = Number(property(bot, at(-1, -1), 'delay'))
    await use(bot, at(-1, -1))
    expect([before, Number(property(bot, at(-1, -1), 'delay'))]).toEqual([1, 2])
  })

  test('a pressure plate opens an iron door for who stands on it', async () => {
    const bot = await start()
    await setBlock(harness, at(2, 0), 'stone_pressure_plate')
    harness.server.game.world.setBlock(at(3, 0, -59), 'iron_door', { facing: 'east', half: 'upper' })
    harness.server.game.world.setBlock(at(3, 0), 'iron_door', { facing: 'east', half: 'lower' })
    await ticks(harness, 2)
    await harness.run(bot.lookAt(vector({ x: 2.5, y: -58.4, z: 0.5 }), true))
    bot.setControlState('forward', true)
    await ticks(harness, 9)
    bot.setControlState('forward', false)
    await ticks(harness, 8)
    expect([property(bot, at(2, 0), 'powered'), property(bot, at(3, 0), 'open')]).toEqual([true, true])
    bot.setControlState('back', true)
    await ticks(harness, 14)
    bot.setControlState('back', false)
    await ticks(harness, 25)
    expect([property(bot, at(2, 0), 'powered'), property(bot, at(3, 0), 'open')]).toEqual([false, false])
  })

  test('a button empties a dropper by one, into the hands of who stands before it', async () => {
    const bot = await start()
    harness.server.game.world.setBlock(at(2, 0), 'dropper', { facing: 'west' })
    harness.server.game.world.setBlock(at(2, 0, -59), 'stone_button', { face: 'floor' })
    storedItems(harness.server.game, at(2, 0)).put(4, itemStack('bread', 3))
    await ticks(harness, 2)
    await use(bot, at(2, 0, -59))
    await ticks(harness, 40)
    expect(truth(harness, bot)).toEqual({ bread: 1 })
    await use(bot, at(2, 0, -59))
    await ticks(harness, 40)
    expect(truth(harness, bot)).toEqual({ bread: 2 })
  })

  test('a placed hopper carries what a bot throws onto it into a chest', async () => {
    const bot = await start()
    await setBlock(harness, at(1, 0, -61), 'chest')
    await give(harness, bot, { hopper: 1, dirt: 5 })
    await harness.run(hold(bot, 'hopper'))
    bot.setControlState('sneak', true)
    await ticks(harness, 2)
    await harness.run(bot.placeBlock(blockAt(bot, at(1, 0, -61)), vector(UP)))
    bot.setControlState('sneak', false)
    await ticks(harness, 2)
    expect(property(bot, at(1, 0), 'facing')).toBe('down')
    await harness.run(bot.lookAt(vector({ x: 1.5, y: -58.5, z: 0.5 }), true))
    await ticks(harness, 2)
    await harness.run(bot.toss(bot.registry.itemsByName.dirt?.id ?? 0, null, 5))
    await ticks(harness, 100)
    expect(countItems(storedItems(harness.server.game, at(1, 0, -61)).stacks())).toEqual({ dirt: 5 })
  })

  test('a bot lights TNT with flint and steel, which takes what it breaks out of the world as items', async () => {
    const bot = await start()
    await setBlock(harness, at(3, 0), 'tnt')
    await setBlock(harness, at(4, 0), 'oak_planks')
    await give(harness, bot, { flint_and_steel: 1 })
    await harness.run(hold(bot, 'flint_and_steel'))
    const seen: string[] = []
    bot.on('entitySpawn', (entity) => {
      seen.push(entity.name ?? '')
    })
    harness.server.command('/gamemode creative Ada')
    await use(bot, at(3, 0))
    expect(seen).toContain('tnt')
    expect(serverBlock(harness, at(3, 0))).toBe('air')
    await ticks(harness, 80)
    expect(serverBlock(harness, at(4, 0))).toBe('air')
    const fallen = [...harness.server.game.entities.values()].flatMap((entity) =>
      entity.type === 'item' ? [entity.stack] : [],
    )
    expect(countItems(fallen).oak_planks).toBe(1)
  })
})
