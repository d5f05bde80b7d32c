import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import { giveEnchanted } from '../../support/enchanted-items.ts'
import {
  beside,
  blockAt,
  expectAgreement,
  give,
  hold,
  playerOf,
  rejection,
  setBlock,
  ticks,
  truth,
} from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

describe.each(['1.21.4', '1.20.1'] as const)('enchanting on %s', (version) => {
  async function start(levels: number): Promise<Bot> {
    harness = await startHarness({ version, operators: ['Ada'] })
    const bot = await harness.join('Ada')
    harness.server.command(`/xp add Ada ${levels} levels`)
    await ticks(harness, 2)
    return bot
  }

  /** A table beside the bot, with a wall of so many bookshelves around it. */
  async function openTable(bot: Bot, bookshelves: number) {
    const place = beside(bot, 3, 0, 0)
    await setBlock(harness, place, 'enchanting_table')
    for (let index = 0; index < bookshelves; index++) {
      const shelf = { x: place.x + 2, y: place.y + (index % 2), z: place.z - 2 + Math.floor(index / 2) }
      await setBlock(harness, index < 10 ? shelf : { ...shelf, x: place.x - 2, z: shelf.z - 5 }, 'bookshelf')
    }
    return harness.run(bot.openEnchantmentTable(blockAt(bot, place)))
  }

  /** The bot's stack of that name, in the open window or its inventory. */
  function find(bot: Bot, name: string) {
    const item = (bot.currentWindow ?? bot.inventory).items().find((one) => one.name === name)
    if (item === undefined) throw new Error(`The bot has no ${name}.`)
    return item
  }

  async function closeWindow(bot: Bot): Promise<void> {
    if (bot.currentWindow !== null) bot.closeWindow(bot.currentWindow)
    await ticks(harness, 2)
  }

  async function put(bot: Bot, name: string, slot: number): Promise<void> {
    await harness.run(bot.moveSlotItem(find(bot, name).slot, slot))
    await ticks(harness, 2)
  }

  test('a table offers by its bookshelves, takes levels and lapis, and enchants a tool and a book', async () => {
    const bot = await start(30)
    await give(harness, bot, { diamond_pickaxe: 1, lapis_lazuli: 9, book: 1 })
    const table = await openTable(bot, 15)
    await put(bot, 'diamond_pickaxe', 0)
    await put(bot, 'lapis_lazuli', 1)
    const costs = table.enchantments.map((offer) => offer.level)
    expect(costs[2]).toBe(30)
    const [, , best] = table.enchantments
    const registry = harness.server.game.registry
    const clue = registry.enchantmentOfId(best?.expected.enchant ?? -1)
    const level = best?.expected.level
    const item = await harness.run(table.enchant(2))
    expect(item?.name).toBe('diamond_pickaxe')
    await ticks(harness, 2)
    expect(bot.experience.level).toBe(27)
    const { slots } = playerOf(harness, bot).window.layout
    expect(slots[0]?.read()?.data?.enchantments[clue?.name ?? '']).toBe(level)
    expect(slots[1]?.read()?.count).toBe(6)
    expect(table.enchantments.map((offer) => offer.level)).toEqual([0, 0, 0])
    await harness.run(table.takeTargetItem())
    await put(bot, 'book', 0)
    await harness.run(table.enchant(0))
    await ticks(harness, 2)
    const book = slots[0]?.read()
    expect(book?.name).toBe('enchanted_book')
    expect(Object.keys(book?.data?.storedEnchantments ?? {}).length).toBeGreaterThan(0)
    await closeWindow(bot)
    expect(truth(harness, bot)).toEqual({ diamond_pickaxe: 1, lapis_lazuli: 5, enchanted_book: 1 })
    expectAgreement(harness, bot)
  })

  test('a table refuses who lacks levels or lapis', async () => {
    const bot = await start(1)
    await give(harness, bot, { iron_sword: 1, lapis_lazuli: 3 })
    const table = await openTable(bot, 15)
    await put(bot, 'iron_sword', 0)
    const press = async (enchantment: number) => {
      bot._client.write('enchant_item', { windowId: table.id, enchantment })
      await ticks(harness, 2)
    }
    await press(0)
    await put(bot, 'lapis_lazuli', 1)
    await press(2)
    for (const nonsense of [-1, 3, 99]) await press(nonsense)
    const { slots } = playerOf(harness, bot).window.layout
    expect(slots[0]?.read()?.data).toBeNull()
    expect(slots[1]?.read()?.count).toBe(3)
    expect(bot.experience.level).toBe(1)
  })

  test('an anvil repairs, names and joins, for levels', async () => {
    const bot = await start(20)
    await giveEnchanted(harness, bot, 'iron_pickaxe', { damage: 200 })
    await give(harness, bot, { iron_ingot: 5, stick: 3 })
    const place = beside(bot, 2, 0, 0)
    await setBlock(harness, place, 'anvil')
    const anvil = await harness.run(bot.openAnvil(blockAt(bot, place)))
    await harness.run(anvil.combine(find(bot, 'iron_pickaxe'), find(bot, 'iron_ingot')))
    await ticks(harness, 2)
    expect(bot.experience.level).toBe(16)
    // Mineflayer does not wait for the result before it takes it: it may still be at the pointer.
    await closeWindow(bot)
    expect(find(bot, 'iron_pickaxe').durabilityUsed).toBe(0)
    const again = await harness.run(bot.openAnvil(blockAt(bot, place)))
    await harness.run(again.rename(find(bot, 'stick'), 'Wand'))
    await closeWindow(bot)
    expect(bot.experience.level).toBe(15)
    expect(JSON.stringify(find(bot, 'stick').customName)).toContain('Wand')
    expect(truth(harness, bot)).toEqual({ iron_pickaxe: 1, iron_ingot: 1, stick: 3 })
    expectAgreement(harness, bot)
  })

  test('an anvil puts a book onto a tool, and gives nothing to who cannot pay', async () => {
    const bot = await start(3)
    await giveEnchanted(harness, bot, 'iron_pickaxe', { damage: 10 })
    await giveEnchanted(harness, bot, 'enchanted_book', { stored: { efficiency: 4 } })
    const place = beside(bot, 2, 0, 0)
    await setBlock(harness, place, 'anvil')
    await harness.run(bot.openAnvil(blockAt(bot, place)))
    await put(bot, 'iron_pickaxe', 0)
    await put(bot, 'enchanted_book', 1)
    const window = bot.currentWindow
    expect(window?.slots[2]?.name).toBe('iron_pickaxe')
    await harness.run(bot.clickWindow(2, 0, 0))
    await ticks(harness, 2)
    expect(window?.selectedItem).toBeNull()
    harness.server.command('/xp add Ada 1 levels')
    await ticks(harness, 1)
    await harness.run(bot.putAway(2))
    await ticks(harness, 2)
    expect(bot.experience.level).toBe(0)
    expect(truth(harness, bot)).toEqual({ iron_pickaxe: 1 })
    const [pickaxe] = playerOf(harness, bot).inventory.storage.stacks()
    expect(pickaxe?.data).toMatchObject({ enchantments: { efficiency: 4 }, repairCost: 1 })
    expect(window?.containerItems()).toEqual([])
  })

  test('an anvil wears and breaks in the end; its window goes with it, and no item is lost', async () => {
    const bot = await start(1000)
    const place = beside(bot, 2, 0, 0)
    await setBlock(harness, place, 'damaged_anvil')
    await give(harness, bot, { stick: 64 })
    await harness.run(bot.openAnvil(blockAt(bot, place)))
    for (let turn = 0; turn < 60 && bot.currentWindow !== null; turn++) {
      bot._client.write('name_item', { name: `name ${turn}` })
      await put(bot, 'stick', 0)
      await harness.run(bot.clickWindow(2, 0, 1))
      await ticks(harness, 2)
    }
    expect(bot.currentWindow).toBeNull()
    expect(harness.server.game.world.blockAt(place).name).toBe('air')
    expect(truth(harness, bot)).toEqual({ stick: 64 })
  })

  test('a grindstone takes enchantments off and pays them back in part', async () => {
    const bot = await start(0)
    await giveEnchanted(harness, bot, 'iron_sword', { enchantments: { sharpness: 5 } })
    const place = beside(bot, 2, 0, 0)
    await setBlock(harness, place, 'grindstone')
    await harness.run(bot.openBlock(blockAt(bot, place)))
    await put(bot, 'iron_sword', 0)
    await harness.run(bot.clickWindow(2, 0, 1))
    await ticks(harness, 60)
    expect(playerOf(harness, bot).inventory.storage.stacks()).toMatchObject([
      { name: 'iron_sword', data: null },
    ])
    expect(bot.experience.points).toBeGreaterThanOrEqual(23)
    expect(bot.experience.points).toBeLessThanOrEqual(45)
  })

  test('two worn tools of a kind are crafted into one by hand', async () => {
    const bot = await start(0)
    await giveEnchanted(harness, bot, 'iron_axe', { damage: 200 })
    await giveEnchanted(harness, bot, 'iron_axe', { damage: 200, enchantments: { efficiency: 1 } })
    await harness.run(bot.moveSlotItem(36, 1))
    await harness.run(bot.moveSlotItem(37, 4))
    await ticks(harness, 2)
    await harness.run(bot.putAway(0))
    await ticks(harness, 2)
    expect(playerOf(harness, bot).inventory.storage.stacks()).toMatchObject([
      { name: 'iron_axe', damage: 138, data: null },
    ])
    expectAgreement(harness, bot)
  })

  test('/enchant answers as vanilla does', async () => {
    const bot = await start(0)
    const answers: string[] = []
    bot.on('messagestr', (message) => {
      answers.push(message)
    })
    const say = async (line: string) => {
      bot.chat(line)
      await ticks(harness, 4)
      return answers.at(-1)
    }
    expect(await say('/enchant Ada sharpness')).toBe('Ada is not holding any item')
    await give(harness, bot, { diamond_sword: 1 })
    await harness.run(hold(bot, 'diamond_sword'))
    expect(await say('/enchant Ada efficiency')).toBe('Diamond Sword cannot support that enchantment')
    expect(await say('/enchant Ada sharpness 6')).toBe(
      '6 is higher than the maximum level of 5 supported by that enchantment',
    )
    expect(await say('/enchant @s minecraft:sharpness 3')).toBe(
      "Applied enchantment Sharpness III to Ada's item",
    )
    expect(await say('/enchant Ada smite')).toBe('Diamond Sword cannot support that enchantment')
    expect(await say('/enchant Ada mending')).toBe("Applied enchantment Mending to Ada's item")
    expect(playerOf(harness, bot).held?.data?.enchantments).toEqual({ mending: 1, sharpness: 3 })
    answers.length = 0
    await say('/enchant Ada nonsense')
    expect(answers.join()).toContain(
      "Can't find element 'minecraft:nonsense' of type 'minecraft:enchantment'",
    )
  })

  test('an anvil that cannot do the work makes Mineflayer say so', async () => {
    const bot = await start(5)
    await give(harness, bot, { dirt: 1, stick: 1 })
    const place = beside(bot, 2, 0, 0)
    await setBlock(harness, place, 'anvil')
    const anvil = await harness.run(bot.openAnvil(blockAt(bot, place)))
    const failure = rejection(anvil.combine(find(bot, 'dirt'), find(bot, 'stick')))
    expect(await harness.run(failure)).toContain('Not anvil-able')
  })
})
