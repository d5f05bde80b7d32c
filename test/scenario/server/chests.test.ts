import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import { storedItems } from '../../../server/game/containers.ts'
import { itemStack } from '../../../server/inventory/item-stack.ts'
import type { Position } from '../../../src/core/position.ts'
import {
  blockAt,
  countItems,
  expectAgreement,
  give,
  hold,
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

describe.each(['1.21.4', '1.20.1'] as const)('chests on %s', (version) => {
  async function start(): Promise<Bot> {
    harness = await startHarness({ version })
    return harness.join('Ada')
  }

  async function place(bot: Bot, item: string, ground: Position): Promise<void> {
    await harness.run(hold(bot, item))
    await harness.run(bot.placeBlock(blockAt(bot, ground), vector(UP)))
    await ticks(harness, 2)
  }

  const typeOf = (bot: Bot, position: Position) => blockAt(bot, position).getProperties().type

  test('two chests side by side make a large one of 54 places, which comes apart again', async () => {
    const bot = await start()
    await give(harness, bot, { chest: 2, trapped_chest: 1, dirt: 200 })
    await harness.run(bot.lookAt(vector({ x: 0.5, y: -60, z: 3.5 }), true))
    await ticks(harness, 2)
    await place(bot, 'chest', at(0, 2, -61))
    await place(bot, 'trapped_chest', at(-1, 2, -61))
    expect([typeOf(bot, at(0, 2)), typeOf(bot, at(-1, 2))]).toEqual(['single', 'single'])
    await place(bot, 'chest', at(1, 2, -61))
    // They look north: east is clockwise of their front.
    expect([typeOf(bot, at(0, 2)), typeOf(bot, at(1, 2))]).toEqual(['left', 'right'])

    storedItems(harness.server.game, at(0, 2)).put(0, itemStack('stick', 7))
    const chest = await harness.run(bot.openContainer(blockAt(bot, at(0, 2))))
    expect(chest.inventoryStart).toBe(54)
    expect(chest.slots[27]).toMatchObject({ name: 'stick', count: 7 })
    await harness.run(chest.deposit(bot.registry.itemsByName.dirt?.id ?? 0, null, 200))
    await ticks(harness, 2)
    expect(countItems(storedItems(harness.server.game, at(1, 2)).stacks())).toEqual({ dirt: 200 })
    await setBlock(harness, at(1, 2), 'air')
    await ticks(harness, 40)
    expect(bot.currentWindow).toBeNull()
    expect(typeOf(bot, at(0, 2))).toBe('single')
    const fallen = [...harness.server.game.entities.values()].flatMap((entity) =>
      entity.type === 'item' ? [entity.stack] : [],
    )
    expect(countItems(fallen)).toEqual({ dirt: 200 })
    const single = await harness.run(bot.openContainer(blockAt(bot, at(0, 2))))
    expect(single.containerItems().map(({ name }) => name)).toEqual(['stick'])
  })

  test('lids move for everybody near, and barrels open', async () => {
    const bot = await start()
    const other = await harness.join('Bob')
    await setBlock(harness, at(1, 0), 'chest')
    await setBlock(harness, at(2, 0), 'barrel')
    const seen: string[] = []
    other.on('chestLidMove', (block, viewers) => {
      seen.push(`${block.name} ${viewers}`)
    })
    const chest = await harness.run(bot.openContainer(blockAt(bot, at(1, 0))))
    await ticks(harness, 2)
    chest.close()
    await ticks(harness, 2)
    expect(seen).toEqual(['chest 1', 'chest 0'])
    const barrel = await harness.run(bot.openContainer(blockAt(bot, at(2, 0))))
    await ticks(harness, 2)
    expect(blockAt(other, at(2, 0)).getProperties().open).toBe(true)
    barrel.close()
    await ticks(harness, 2)
    expect(blockAt(other, at(2, 0)).getProperties().open).toBe(false)
  })

  test('a solid block on top keeps a chest shut, glass does not', async () => {
    const bot = await start()
    await setBlock(harness, at(1, 0), 'chest')
    await setBlock(harness, at(1, 0, -59), 'stone')
    await harness.run(bot.activateBlock(blockAt(bot, at(1, 0))))
    await ticks(harness, 3)
    expect(bot.currentWindow).toBeNull()
    await setBlock(harness, at(1, 0, -59), 'glass')
    await harness.run(bot.activateBlock(blockAt(bot, at(1, 0))))
    await ticks(harness, 3)
    expect(bot.currentWindow).not.toBeNull()
  })

  test('an ender chest shows each player the own things, everywhere and also later', async () => {
    const bot = await start()
    const other = await harness.join('Bob')
    await setBlock(harness, at(1, 0), 'ender_chest')
    await setBlock(harness, at(0, 2), 'ender_chest')
    await give(harness, bot, { diamond: 3 })
    const chest = await harness.run(bot.openContainer(blockAt(bot, at(1, 0))))
    await harness.run(chest.deposit(bot.registry.itemsByName.diamond?.id ?? 0, null, 3))
    chest.close()
    const theirs = await harness.run(other.openContainer(blockAt(other, at(1, 0))))
    expect(theirs.containerItems()).toEqual([])
    bot.quit()
    await ticks(harness, 5)
    const back = await harness.join('Ada')
    const again = await harness.run(back.openContainer(blockAt(back, at(0, 2))))
    expect(again.containerItems()).toMatchObject([{ name: 'diamond', count: 3 }])
  })

  test('a shulker box takes everything but shulker boxes', async () => {
    const bot = await start()
    await setBlock(harness, at(1, 0), 'red_shulker_box')
    await give(harness, bot, { dirt: 3, shulker_box: 1 })
    const box = await harness.run(bot.openContainer(blockAt(bot, at(1, 0))))
    await harness.run(box.deposit(bot.registry.itemsByName.dirt?.id ?? 0, null, 3))
    await harness.run(
      bot.clickWindow(
        box.slots.findIndex((item) => item?.name === 'shulker_box'),
        0,
        1,
      ),
    )
    box.close()
    await ticks(harness, 2)
    expect(truth(harness, bot)).toEqual({ shulker_box: 1 })
    expect(countItems(storedItems(harness.server.game, at(1, 0)).stacks())).toEqual({ dirt: 3 })
    expectAgreement(harness, bot)
  })

  test.each([
    ['hopper', 5],
    ['dispenser', 9],
    ['dropper', 9],
  ])('a %s has %i places', async (name, size) => {
    const bot = await start()
    await setBlock(harness, at(1, 0), name)
    await give(harness, bot, { dirt: 3 })
    const window = await harness.run(bot.openContainer(blockAt(bot, at(1, 0))))
    expect(window.inventoryStart).toBe(size)
    await harness.run(window.deposit(bot.registry.itemsByName.dirt?.id ?? 0, null, 2))
    window.close()
    await ticks(harness, 2)
    expect(truth(harness, bot)).toEqual({ dirt: 1 })
    expectAgreement(harness, bot)
  })
})
