import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import { storedItems } from '../../../server/game/containers.ts'
import { itemStack } from '../../../server/inventory/item-stack.ts'
import {
  beside,
  blockAt,
  countItems,
  expectAgreement,
  give,
  playerOf,
  setBlock,
  ticks,
  truth,
} from '../../support/server-actions.ts'
import { type HarnessOptions, type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

async function start(options: HarnessOptions): Promise<Bot> {
  harness = await startHarness(options)
  return harness.join('Ada')
}

function slotOf(bot: Bot, name: string): number {
  const slot = (bot.currentWindow ?? bot.inventory).slots.findIndex((item) => item?.name === name)
  if (slot < 0) throw new Error(`No "${name}" in the window.`)
  return slot
}

describe.each(['1.21.4', '1.20.1'] as const)('windows on %s', (version) => {
  test('a chest keeps what is put into it', async () => {
    const bot = await start({ version })
    const other = await harness.join('Bob')
    const place = beside(bot, 1, 0, 0)
    await setBlock(harness, place, 'chest')
    await give(harness, bot, { dirt: 70, stick: 5 })
    const chest = await harness.run(bot.openContainer(blockAt(bot, place)))
    await harness.run(chest.deposit(bot.registry.itemsByName.dirt?.id ?? 0, null, 66))
    chest.close()
    await ticks(harness, 2)
    expect(truth(harness, bot)).toEqual({ dirt: 4, stick: 5 })
    expect(countItems(storedItems(harness.server.game, place).stacks())).toEqual({ dirt: 66 })
    expectAgreement(harness, bot)
    const again = await harness.run(other.openContainer(blockAt(other, place)))
    expect(again.containerItems().map((item) => item.count)).toEqual([64, 2])
    await harness.run(again.withdraw(bot.registry.itemsByName.dirt?.id ?? 0, null, 3))
    again.close()
    await ticks(harness, 2)
    expect(truth(harness, other)).toEqual({ dirt: 3 })
    expectAgreement(harness, other)
  })

  test('two players see each other change one chest', async () => {
    const bot = await start({ version })
    const other = await harness.join('Bob')
    const place = beside(bot, 1, 0, 0)
    await setBlock(harness, place, 'chest')
    await give(harness, bot, { dirt: 3 })
    const mine = await harness.run(bot.openContainer(blockAt(bot, place)))
    const theirs = await harness.run(other.openContainer(blockAt(other, place)))
    await harness.run(mine.deposit(bot.registry.itemsByName.dirt?.id ?? 0, null, 3))
    await ticks(harness, 2)
    expect(theirs.containerItems().map((item) => `${item.count} ${item.name}`)).toEqual(['3 dirt'])
  })

  test('breaking a chest closes it and spills its contents', async () => {
    const bot = await start({ version })
    const place = beside(bot, 1, 0, 0)
    await setBlock(harness, place, 'chest')
    storedItems(harness.server.game, place).put(4, itemStack('coal', 9))
    await harness.run(bot.openContainer(blockAt(bot, place)))
    await setBlock(harness, place, 'air')
    await ticks(harness, 40)
    expect(bot.currentWindow).toBeNull()
    expect(truth(harness, bot)).toEqual({ coal: 9 })
  })

  test('armour is put on, seen by others and taken off', async () => {
    const bot = await start({ version })
    const other = await harness.join('Bob')
    await give(harness, bot, { iron_helmet: 1, shield: 1 })
    const [helmet, shield] = ['iron_helmet', 'shield'].map((name) => bot.inventory.slots[slotOf(bot, name)])
    if (helmet === null || helmet === undefined || shield === null || shield === undefined)
      throw new Error('No items.')
    await harness.run(bot.equip(helmet, 'head'))
    await harness.run(bot.equip(shield, 'off-hand'))
    await ticks(harness, 3)
    expect(playerOf(harness, bot).inventory.storage.at(5)?.name).toBe('iron_helmet')
    expect(playerOf(harness, bot).inventory.storage.at(45)?.name).toBe('shield')
    expect(other.players.Ada?.entity.equipment[5]?.name).toBe('iron_helmet')
    await harness.run(bot.unequip('head'))
    await ticks(harness, 2)
    expect(playerOf(harness, bot).inventory.storage.at(5)).toBeNull()
    expectAgreement(harness, bot)
  })

  test('boots do not go onto the head', async () => {
    const bot = await start({ version })
    await give(harness, bot, { iron_boots: 1 })
    await harness.run(bot.clickWindow(slotOf(bot, 'iron_boots'), 0, 0))
    await harness.run(bot.clickWindow(5, 0, 0))
    await ticks(harness, 2)
    expect(bot.inventory.slots[5]).toBeNull()
    expect(bot.inventory.selectedItem?.name).toBe('iron_boots')
  })

  test('tossed items fly, and come back only after the delay', async () => {
    const bot = await start({ version })
    await give(harness, bot, { stick: 10 })
    await harness.run(bot.look(0, -Math.PI / 2, true))
    await ticks(harness, 2)
    await harness.run(bot.toss(bot.registry.itemsByName.stick?.id ?? 0, null, 4))
    await ticks(harness, 20)
    expect(truth(harness, bot)).toEqual({ stick: 6 })
    expect(
      Object.values(bot.entities)
        .find((entity) => entity.name === 'item')
        ?.getDroppedItem(),
    ).toMatchObject({
      name: 'stick',
    })
    await ticks(harness, 30)
    expect(truth(harness, bot)).toEqual({ stick: 10 })
    expectAgreement(harness, bot)
  })

  test.each([
    ['shift', 1, 0],
    ['swap with a hotbar place', 2, 4],
    ['drop one', 4, 0],
    ['drop all', 4, 1],
  ])('after a click of kind "%s" client and server agree', async (_name, mode, button) => {
    const bot = await start({ version })
    await give(harness, bot, { stick: 10 })
    await harness.run(bot.clickWindow(slotOf(bot, 'stick'), button, mode))
    await ticks(harness, 2)
    expectAgreement(harness, bot)
    expect(countItems([...playerOf(harness, bot).inventory.storage.stacks(), ...onGround()])).toEqual({
      stick: 10,
    })
  })

  test('a drag spreads the stack and a double click gathers it again', async () => {
    const bot = await start({ version })
    await give(harness, bot, { stick: 10 })
    await harness.run(bot.clickWindow(slotOf(bot, 'stick'), 0, 0))
    for (const [slot, button] of [
      [-999, 0],
      [10, 1],
      [11, 1],
      [12, 1],
      [-999, 2],
    ] as const)
      rawClick(bot, slot, button, 5)
    await ticks(harness, 2)
    expect([10, 11, 12].map((slot) => bot.inventory.slots[slot]?.count)).toEqual([3, 3, 3])
    expect(playerOf(harness, bot).cursor.stack?.count).toBe(1)
    rawClick(bot, 20, 0, 6)
    await ticks(harness, 2)
    expect(playerOf(harness, bot).cursor.stack?.count).toBe(10)
    expect(bot.inventory.slots[10]).toBeNull()
  })

  test('creative players make items out of nothing, others do not', async () => {
    const bot = await start({ version, operators: ['Ada'] })
    const stack = {
      present: true,
      itemCount: 3,
      itemId: bot.registry.itemsByName.diamond?.id,
      addedComponentCount: 0,
      removedComponentCount: 0,
      components: [],
      removeComponents: [],
    }
    bot._client.write('set_creative_slot', { slot: 36, item: stack })
    await ticks(harness, 2)
    expect(truth(harness, bot)).toEqual({})
    bot.chat('/gamemode creative')
    await ticks(harness, 2)
    bot._client.write('set_creative_slot', { slot: 36, item: stack })
    await ticks(harness, 2)
    expect(truth(harness, bot)).toEqual({ diamond: 3 })
  })

  test('a creative player sets slots the way Mineflayer does it', async () => {
    const bot = await start({ version, rules: { gameMode: 'creative' } })
    await give(harness, bot, { stone_pickaxe: 1 })
    const pickaxe = bot.inventory.slots[36]
    if (pickaxe === null || pickaxe === undefined) throw new Error('No pickaxe.')
    await harness.run(bot.creative.setInventorySlot(40, pickaxe))
    await harness.run(bot.creative.clearSlot(36))
    await ticks(harness, 2)
    expect(truth(harness, bot)).toEqual({ stone_pickaxe: 1 })
    expectAgreement(harness, bot)
  })

  function onGround() {
    return [...harness.server.game.entities.values()].flatMap((entity) =>
      entity.type === 'item' ? entity.stack : [],
    )
  }
})

/** A click that Mineflayer itself has not implemented; it foretells nothing. */
function rawClick(bot: Bot, slot: number, mouseButton: number, mode: number): void {
  bot._client.write('window_click', {
    windowId: 0,
    stateId: 0,
    slot,
    mouseButton,
    mode,
    changedSlots: [],
    cursorItem: bot.supportFeature('itemsWithComponents') ? { itemCount: 0 } : { present: false },
  })
}
