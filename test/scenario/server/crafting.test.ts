import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import {
  beside,
  blockAt,
  carried,
  craft,
  expectAgreement,
  give,
  hold,
  setBlock,
  truth,
  UP,
  vector,
} from '../../support/server-actions.ts'
import { type HarnessOptions, type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

async function start(options: HarnessOptions): Promise<Bot> {
  harness = await startHarness(options)
  return harness.join('Ada')
}

describe.each(['1.21.4', '1.20.1'] as const)('crafting on %s', (version) => {
  test('makes planks and sticks in the inventory grid', async () => {
    const bot = await start({ version })
    await give(harness, bot, { oak_log: 2 })
    await harness.run(craft(bot, 'oak_planks', 2))
    await harness.run(craft(bot, 'stick', 1))
    await harness.clock.advance(2)
    expect(truth(harness, bot)).toEqual({ oak_planks: 6, stick: 4 })
    expectAgreement(harness, bot)
  })

  test('goes from logs to a wooden and a stone pickaxe at a placed table', async () => {
    const bot = await start({ version })
    await give(harness, bot, { oak_log: 5, cobblestone: 3 })
    await harness.run(craft(bot, 'oak_planks', 4))
    await harness.run(craft(bot, 'stick', 1))
    await harness.run(craft(bot, 'crafting_table', 1))
    await harness.run(hold(bot, 'crafting_table'))
    const ground = beside(bot, 1, -1, 1)
    await harness.run(bot.placeBlock(blockAt(bot, ground), vector(UP)))
    const table = blockAt(bot, { ...ground, y: ground.y + 1 })
    expect(table.name).toBe('crafting_table')
    await harness.run(craft(bot, 'wooden_pickaxe', 1, table))
    await harness.run(craft(bot, 'stick', 1))
    await harness.run(craft(bot, 'stone_pickaxe', 1, table))
    await harness.clock.advance(2)
    expect(truth(harness, bot)).toEqual({
      oak_log: 1,
      oak_planks: 7 - 2,
      stick: 4,
      wooden_pickaxe: 1,
      stone_pickaxe: 1,
    })
    expect(carried(bot)).toEqual(truth(harness, bot))
    expectAgreement(harness, bot)
  })

  test('crafts several times in a row at one table', async () => {
    const bot = await start({ version })
    await give(harness, bot, { oak_planks: 64 })
    const place = beside(bot, 1, 0, 0)
    await setBlock(harness, place, 'crafting_table')
    await harness.run(craft(bot, 'chest', 5, blockAt(bot, place)))
    await harness.clock.advance(2)
    expect(truth(harness, bot)).toEqual({ oak_planks: 24, chest: 5 })
    expectAgreement(harness, bot)
  })

  test('gives the ingredients back when the window closes', async () => {
    const bot = await start({ version })
    await give(harness, bot, { oak_planks: 3 })
    const place = beside(bot, 1, 0, 0)
    await setBlock(harness, place, 'crafting_table')
    const window = await harness.run(bot.openBlock(blockAt(bot, place)))
    const source = window.slots.findIndex((item) => item?.name === 'oak_planks')
    await harness.run(bot.clickWindow(source, 0, 0))
    await harness.run(bot.clickWindow(1, 1, 0))
    await harness.run(bot.clickWindow(5, 0, 0))
    bot.closeWindow(window)
    await harness.clock.advance(3)
    expect(truth(harness, bot)).toEqual({ oak_planks: 3 })
    expectAgreement(harness, bot)
  })

  test('shift-clicking the result crafts as often as possible', async () => {
    const bot = await start({ version })
    await give(harness, bot, { oak_log: 3 })
    const source = bot.inventory.slots.findIndex((item) => item?.name === 'oak_log')
    await harness.run(bot.clickWindow(source, 0, 0))
    await harness.run(bot.clickWindow(1, 0, 0))
    await harness.run(bot.clickWindow(0, 0, 1))
    await harness.clock.advance(3)
    expect(truth(harness, bot)).toEqual({ oak_planks: 12 })
    expectAgreement(harness, bot)
  })

  test('a forged result is not given out', async () => {
    const bot = await start({ version })
    await give(harness, bot, { dirt: 4 })
    const source = bot.inventory.slots.findIndex((item) => item?.name === 'dirt')
    await harness.run(bot.clickWindow(source, 0, 0))
    await harness.run(bot.clickWindow(1, 0, 0))
    bot.inventory.updateSlot(0, {
      ...bot.inventory.slots[1],
      type: bot.registry.itemsByName.diamond?.id,
    } as never)
    await harness.run(bot.clickWindow(0, 0, 0))
    await harness.clock.advance(2)
    expect(playerItems()).toEqual([])
    bot.closeWindow(bot.inventory)
    await harness.clock.advance(2)
    expect(truth(harness, bot)).toEqual({ dirt: 4 })
    expectAgreement(harness, bot)
  })
})

function playerItems(): readonly unknown[] {
  return [...harness.server.game.players.values()].flatMap((player) => player.cursor.stack ?? [])
}
