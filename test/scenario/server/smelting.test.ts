import { afterEach, describe, expect, test } from 'vitest'
import {
  beside,
  blockAt,
  expectAgreement,
  give,
  setBlock,
  ticks,
  truth,
} from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

describe.each(['1.21.4', '1.20.1'] as const)('smelting on %s', (version) => {
  test('two ores take 20 seconds and two planks', async () => {
    harness = await startHarness({ version })
    const bot = await harness.join('Ada')
    const id = (name: string) => bot.registry.itemsByName[name]?.id ?? 0
    const place = beside(bot, 1, 0, 0)
    await setBlock(harness, place, 'furnace')
    await give(harness, bot, { raw_iron: 2, oak_planks: 4 })
    const furnace = await harness.run(bot.openFurnace(blockAt(bot, place)))
    await harness.run(furnace.putInput(id('raw_iron'), null, 2))
    await harness.run(furnace.putFuel(id('oak_planks'), null, 3))
    await ticks(harness, 100)
    expect(blockAt(bot, place).getProperties().lit).toBe(true)
    expect(furnace.progress).toBeGreaterThan(0.4)
    await ticks(harness, 320)
    expect(furnace.outputItem()).toMatchObject({ name: 'iron_ingot', count: 2 })
    await harness.run(furnace.takeOutput())
    await harness.run(furnace.takeFuel())
    furnace.close()
    await ticks(harness, 3)
    expect(truth(harness, bot)).toEqual({ iron_ingot: 2, oak_planks: 2 })
    expectAgreement(harness, bot)
    await ticks(harness, 300)
    expect(blockAt(bot, place).getProperties().lit).toBe(false)
  })

  test('only fuel goes into the place for fuel, and nothing into the one for results', async () => {
    harness = await startHarness({ version })
    const bot = await harness.join('Ada')
    const place = beside(bot, 1, 0, 0)
    await setBlock(harness, place, 'furnace')
    await give(harness, bot, { dirt: 2 })
    const furnace = await harness.run(bot.openFurnace(blockAt(bot, place)))
    const source = furnace.slots.findIndex((item) => item?.name === 'dirt')
    await harness.run(bot.clickWindow(source, 0, 0))
    await harness.run(bot.clickWindow(1, 0, 0))
    await harness.run(bot.clickWindow(2, 0, 0))
    await ticks(harness, 2)
    expect(furnace.fuelItem()).toBeNull()
    expect(furnace.outputItem()).toBeNull()
    expect(furnace.selectedItem).toMatchObject({ name: 'dirt', count: 2 })
    furnace.close()
    await ticks(harness, 2)
    expect(truth(harness, bot)).toEqual({ dirt: 2 })
  })

  test.each([
    ['blast_furnace', 'iron_ore', 'iron_ingot', 'beef'],
    ['smoker', 'beef', 'cooked_beef', 'iron_ore'],
  ])('a %s makes of %s %s in half the time, and nothing of %s', async (station, from, to, other) => {
    harness = await startHarness({ version })
    const bot = await harness.join('Ada')
    const id = (name: string) => bot.registry.itemsByName[name]?.id ?? 0
    const place = beside(bot, 1, 0, 0)
    await setBlock(harness, place, station)
    await give(harness, bot, { [from]: 10, [other]: 1, coal: 2 })
    const furnace = await harness.run(bot.openFurnace(blockAt(bot, place)))
    await harness.run(furnace.putInput(id(from), null, 10))
    await harness.run(furnace.putFuel(id('coal'), null, 2))
    await ticks(harness, 770)
    expect(furnace.outputItem()).toMatchObject({ name: to, count: 7 })
    expect(furnace.fuelItem()).toMatchObject({ name: 'coal', count: 1 })
    await ticks(harness, 240)
    expect(furnace.outputItem()).toMatchObject({ name: to, count: 10 })
    expect(furnace.fuelItem()).toBeNull()
    await harness.run(furnace.takeOutput())
    await harness.run(furnace.putInput(id(other), null, 1))
    await ticks(harness, 120)
    expect(furnace.inputItem()).toMatchObject({ name: other, count: 1 })
    expect(furnace.outputItem()).toBeNull()
    furnace.close()
    await ticks(harness, 60)
    const experience = from === 'beef' ? [3, 4] : [7, 8]
    expect(experience).toContain(bot.experience.points)
  })

  test('a furnace keeps the experience until its output is taken, or it breaks', async () => {
    harness = await startHarness({ version })
    const bot = await harness.join('Ada')
    const id = (name: string) => bot.registry.itemsByName[name]?.id ?? 0
    const place = beside(bot, 1, 0, 0)
    await setBlock(harness, place, 'furnace')
    await give(harness, bot, { gold_ore: 1, lava_bucket: 1 })
    const furnace = await harness.run(bot.openFurnace(blockAt(bot, place)))
    await harness.run(furnace.putInput(id('gold_ore'), null, 1))
    await harness.run(furnace.putFuel(id('lava_bucket'), null, 1))
    await ticks(harness, 240)
    expect(furnace.fuelItem()).toMatchObject({ name: 'bucket', count: 1 })
    expect(bot.experience.points).toBe(0)
    await setBlock(harness, place, 'air')
    await ticks(harness, 60)
    expect(bot.experience.points).toBe(1)
    expect(truth(harness, bot)).toEqual({ gold_ingot: 1, bucket: 1 })
  })
})
