import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import type { Position } from '../../../src/core/position.ts'
import { beside, blockAt, give, hold, setBlock, ticks, vector } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

describe.each(['1.21.4', '1.20.1'] as const)('doors and switches on %s', (version) => {
  async function start(): Promise<Bot> {
    harness = await startHarness({ version })
    return harness.join('Ada')
  }

  const isOpen = (bot: Bot, place: Position) => blockAt(bot, place).getProperties().open
  const isOn = (bot: Bot, place: Position) => blockAt(bot, place).getProperties().powered

  async function use(bot: Bot, place: Position): Promise<void> {
    await harness.run(bot.activateBlock(blockAt(bot, place)))
    await ticks(harness, 2)
  }

  async function place(bot: Bot, item: string, ground: Position): Promise<Position> {
    await give(harness, bot, { [item]: 1 })
    await harness.run(hold(bot, item))
    await harness.run(bot.placeBlock(blockAt(bot, ground), vector({ x: 0, y: 1, z: 0 })))
    await ticks(harness, 2)
    return { ...ground, y: ground.y + 1 }
  }

  test('both halves of a wooden door open by hand, those of an iron door do not', async () => {
    const bot = await start()
    const oak = await place(bot, 'oak_door', beside(bot, 2, -1, 0))
    const iron = await place(bot, 'iron_door', beside(bot, -2, -1, 0))
    await use(bot, oak)
    await use(bot, iron)
    const states = [oak, { ...oak, y: oak.y + 1 }, iron].map((part) => isOpen(bot, part))
    expect(states).toEqual([true, true, false])
    await use(bot, { ...oak, y: oak.y + 1 })
    expect([oak, { ...oak, y: oak.y + 1 }].map((part) => isOpen(bot, part))).toEqual([false, false])
  })

  test.each(['oak_trapdoor', 'oak_fence_gate'])('%s opens and closes by hand', async (name) => {
    const bot = await start()
    const position = await place(bot, name, beside(bot, 2, -1, 0))
    await use(bot, position)
    expect(isOpen(bot, position)).toBe(true)
    await use(bot, position)
    expect(isOpen(bot, position)).toBe(false)
  })

  test('a lever opens the iron door beside it and closes it again', async () => {
    const bot = await start()
    const door = await place(bot, 'iron_door', beside(bot, 2, -1, 0))
    const lever = await place(bot, 'lever', beside(bot, 2, -1, 1))
    await use(bot, lever)
    expect(isOn(bot, lever)).toBe(true)
    expect([door, { ...door, y: door.y + 1 }].map((part) => isOpen(bot, part))).toEqual([true, true])
    await use(bot, lever)
    expect([isOn(bot, lever), isOpen(bot, door)]).toEqual([false, false])
  })

  test.each([
    ['stone_button', 20],
    ['oak_button', 30],
  ])('%s on a block opens the iron door behind it for %i ticks', async (button, time) => {
    const bot = await start()
    const door = await place(bot, 'iron_door', beside(bot, 3, -1, 0))
    await setBlock(harness, beside(bot, 2, 0, 0), 'stone')
    const pressed = await place(bot, button, beside(bot, 2, 0, 0))
    await use(bot, pressed)
    expect([isOn(bot, pressed), isOpen(bot, door)]).toEqual([true, true])
    await ticks(harness, time - 6)
    expect(isOpen(bot, door)).toBe(true)
    await ticks(harness, 10)
    expect([isOn(bot, pressed), isOpen(bot, door)]).toEqual([false, false])
  })

  test('a lever falls off when its block goes, and the door closes', async () => {
    const bot = await start()
    const door = await place(bot, 'iron_door', beside(bot, 3, -1, 0))
    await setBlock(harness, beside(bot, 2, 0, 0), 'stone')
    const lever = await place(bot, 'lever', beside(bot, 2, 0, 0))
    await use(bot, lever)
    expect(isOpen(bot, door)).toBe(true)
    await setBlock(harness, beside(bot, 2, 0, 0), 'air')
    await ticks(harness, 2)
    expect(blockAt(bot, lever).name).toBe('air')
    expect(isOpen(bot, door)).toBe(false)
  })

  test('a bot picks ripe sweet berries', async () => {
    const bot = await start()
    const bush = beside(bot, 1, 0, 0)
    harness.server.game.world.setBlock(bush, 'sweet_berry_bush', { age: '3' })
    await ticks(harness, 1)
    await use(bot, bush)
    expect(blockAt(bot, bush).getProperties().age).toBe('1')
    const dropped = [...harness.server.game.entities.values()].flatMap((entity) =>
      entity.type === 'item' ? [entity.stack] : [],
    )
    expect(dropped.map(({ name }) => name)).toEqual(['sweet_berries'])
    expect([2, 3]).toContain(dropped[0]?.count)
  })
})
