import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import { itemData } from '../../../server/inventory/item-data.ts'
import { itemStack } from '../../../server/inventory/item-stack.ts'
import { expectAgreement, hold, playerOf, ticks } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

/** The same items in the words of each version. */
const givenItems = {
  '1.20.1': [
    'iron_pickaxe{Damage:9,Enchantments:[{id:"minecraft:efficiency",lvl:3s},{id:unbreaking,lvl:1}]}',
    `enchanted_book{StoredEnchantments:[{id:"mending",lvl:1}]}`,
    `paper{display:{Name:'{"text":"Map"}',Lore:['"to the"','"left"']},RepairCost:3}`,
    'potion{Potion:"minecraft:healing"}',
  ],
  '1.21.4': [
    'iron_pickaxe[damage=9,enchantments={levels:{"minecraft:efficiency":3,unbreaking:1}}]',
    'enchanted_book[stored_enchantments={"minecraft:mending":1}]',
    `paper[custom_name='{"text":"Map"}',lore=['"to the"','"left"'],minecraft:repair_cost=3]`,
    'potion[potion_contents={potion:"minecraft:healing"}]',
  ],
} as const

describe.each(['1.21.4', '1.20.1'] as const)('items with data in %s', (version) => {
  let harness: ServerHarness

  afterEach(() => harness.close())

  async function start(): Promise<Bot> {
    harness = await startHarness({ version, operators: ['Ada'] })
    const bot = await harness.join('Ada')
    for (const item of givenItems[version]) harness.server.command(`/give Ada ${item}`)
    await ticks(harness, 2)
    return bot
  }

  test('are given as commands describe them, and kept apart by what they are', async () => {
    const bot = await start()
    const { storage } = playerOf(harness, bot).inventory
    expect(storage.stacks()).toEqual([
      itemStack('iron_pickaxe', 1, 9, itemData({ enchantments: { efficiency: 3, unbreaking: 1 } })),
      itemStack('enchanted_book', 1, 0, itemData({ storedEnchantments: { mending: 1 } })),
      itemStack('paper', 1, 0, itemData({ customName: 'Map', lore: ['to the', 'left'], repairCost: 3 })),
      itemStack('potion', 1, 0, itemData({ potion: 'healing' })),
    ])
    harness.server.command('/give Ada paper 2')
    await ticks(harness, 2)
    expectAgreement(harness, bot)
    const papers = bot.inventory.items().filter((item) => item.name === 'paper')
    expect(papers.map((item) => item.count)).toEqual([1, 2])
    expect(bot.inventory.items()[0]?.durabilityUsed).toBe(9)
  })

  test('keep their data when they are moved, thrown, picked up and set down by a creative player', async () => {
    const bot = await start()
    const { storage } = playerOf(harness, bot).inventory
    const given = storage.at(36)
    await harness.run(bot.moveSlotItem(36, 20))
    await ticks(harness, 2)
    expect(storage.at(20)).toEqual(given)
    expectAgreement(harness, bot)
    await harness.run(hold(bot, 'iron_pickaxe'))
    const thrown = bot.heldItem
    if (thrown === null) throw new Error('The bot holds nothing.')
    await harness.run(bot.look(0, -Math.PI / 2, true))
    await ticks(harness, 2)
    await harness.run(bot.tossStack(thrown))
    await ticks(harness, 60)
    expect(storage.stacks()).toContainEqual(given)
    harness.server.command('/gamemode creative Ada')
    await ticks(harness, 2)
    const own = bot.inventory.items().find((item) => item.name === 'enchanted_book')
    await harness.run(bot.creative.setInventorySlot(30, own ?? null))
    await ticks(harness, 2)
    expect(storage.at(30)).toEqual(
      itemStack('enchanted_book', 1, 0, itemData({ storedEnchantments: { mending: 1 } })),
    )
  })

  test('are refused where a command writes them wrongly', async () => {
    const bot = await start()
    const [open, close, is] = version === '1.20.1' ? ['{', '}', ':'] : ['[', ']', '=']
    const before = playerOf(harness, bot).inventory.storage.stacks()
    for (const wrong of [`${open}damage${is}1`, `${open}damage${close}`, `${open}${is}1${close}`]) {
      harness.server.command(`/give Ada dirt${wrong}`)
    }
    expect(playerOf(harness, bot).inventory.storage.stacks()).toEqual(before)
  })
})
