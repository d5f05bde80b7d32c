import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import { storedItems } from '../../../server/game/containers.ts'
import { itemData } from '../../../server/inventory/item-data.ts'
import { itemStack } from '../../../server/inventory/item-stack.ts'
import { openSave } from '../../../server/saving/open-save.ts'
import {
  beside,
  blockAt,
  expectAgreement,
  give,
  hold,
  playerOf,
  setBlock,
  ticks,
  truth,
  UP,
  vector,
} from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let harness: ServerHarness
afterEach(() => harness.close())

const sword = itemStack('iron_sword', 1, 7, itemData({ enchantments: { sharpness: 2 } }))

describe.each(['1.21.4', '1.20.1'] as const)('on %s', (version) => {
  async function digUp(bot: Bot, place: { x: number; y: number; z: number }): Promise<void> {
    await harness.run(bot.dig(blockAt(bot, place), true))
    await ticks(harness, 30)
  }

  test('a shulker box keeps what it holds when it is dug up, saved, dyed, moved and placed again', async () => {
    const folder = temporaryFolder()
    harness = await startHarness({ version, save: await openSave(folder) })
    const first = await harness.join('Ada')
    const place = beside(first, 1, 0, 0)
    await setBlock(harness, place, 'shulker_box')
    const { game } = harness.server
    storedItems(game, place).put(3, sword)
    storedItems(game, place).put(20, itemStack('dirt', 40))
    const held = storedItems(game, place).all()
    await digUp(first, place)
    expect(truth(harness, first)).toEqual({ shulker_box: 1 })
    expectAgreement(harness, first)
    await harness.close()

    harness = await startHarness({ version, save: await openSave(folder) })
    const bot = await harness.join('Ada')
    await give(harness, bot, { red_dye: 1 })
    await dye(bot)
    expect(truth(harness, bot)).toEqual({ red_shulker_box: 1 })
    // Clients send in creative mode what they have read before.
    harness.server.command('/gamemode creative Ada')
    await ticks(harness, 2)
    const box = bot.inventory.items()[0] ?? null
    await harness.run(bot.creative.setInventorySlot(44, box))
    playerOf(harness, bot).inventory.storage.put(36, null)
    await ticks(harness, 2)
    harness.server.command('/gamemode survival Ada')
    await ticks(harness, 2)
    expect(truth(harness, bot)).toEqual({ red_shulker_box: 1 })
    await harness.run(hold(bot, 'red_shulker_box'))
    await harness.run(bot.placeBlock(blockAt(bot, beside(bot, 1, -1, 0)), vector(UP)))
    await ticks(harness, 2)
    expect(truth(harness, bot)).toEqual({})
    expect(storedItems(harness.server.game, place).all()).toEqual(held)
  })

  /** Puts box and dye into the inventory's own grid and takes the result. */
  async function dye(bot: Bot): Promise<void> {
    for (const [name, slot] of [
      ['shulker_box', 1],
      ['red_dye', 2],
    ] as const) {
      const item = bot.inventory.items().find((one) => one.name === name)
      await harness.run(bot.clickWindow(item?.slot ?? -1, 0, 0))
      await harness.run(bot.clickWindow(slot, 0, 0))
    }
    await ticks(harness, 2)
    await harness.run(bot.clickWindow(0, 0, 0))
    await harness.run(bot.clickWindow(36, 0, 0))
    await ticks(harness, 2)
  }

  test('boxes drop as a whole in creative mode, and empty ones are like new', async () => {
    harness = await startHarness({ version, rules: { fallDamage: false } })
    const bot = await harness.join('Ada')
    const place = beside(bot, 1, 0, 0)
    await setBlock(harness, place, 'shulker_box')
    await digUp(bot, place)
    await give(harness, bot, { shulker_box: 1 })
    const boxes = playerOf(harness, bot).inventory.storage.stacks()
    expect(boxes.map(({ data }) => data)).toEqual([null, null])
    harness.server.command('/clear Ada')
    harness.server.command('/gamemode creative Ada')
    await setBlock(harness, place, 'blue_shulker_box')
    storedItems(harness.server.game, place).put(0, sword)
    await digUp(bot, place)
    const lying = [...harness.server.game.entities.values()].filter((one) => one.type === 'item')
    const stacks = [...lying.map(({ stack }) => stack), ...playerOf(harness, bot).inventory.storage.stacks()]
    expect(stacks).toEqual([
      itemStack('blue_shulker_box', 1, 0, itemData({ contents: [{ slot: 0, stack: sword }] })),
    ])
  })

  test('clients are told how long pearls and chorus fruit rest', async () => {
    harness = await startHarness({ version })
    const bot = await harness.join('Ada')
    const rests: unknown[] = []
    bot._client.on('set_cooldown', ({ cooldownGroup, itemID, cooldownTicks }) => {
      rests.push([cooldownGroup ?? `minecraft:${bot.registry.items[itemID]?.name}`, cooldownTicks])
    })
    await give(harness, bot, { ender_pearl: 2, chorus_fruit: 1 })
    await harness.run(hold(bot, 'ender_pearl'))
    bot.activateItem()
    await ticks(harness, 3)
    bot.activateItem()
    await ticks(harness, 3)
    expect(truth(harness, bot).ender_pearl).toBe(1)
    playerOf(harness, bot).food = 10
    bot.food = 10
    await harness.run(hold(bot, 'chorus_fruit'))
    await harness.run(bot.consume())
    await ticks(harness, 2)
    expect(rests).toEqual([
      ['minecraft:ender_pearl', 20],
      ['minecraft:chorus_fruit', 20],
    ])
  })
})
