import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { countItems, inventoryCounts } from '../acting/held-items.ts'
import { itemByIdOrName } from '../acting/names.ts'
import { withinTicks } from '../acting/within-ticks.ts'
import type { Bot, Item } from '../mineflayer-library.ts'

export type Destination = 'hand' | 'head' | 'torso' | 'legs' | 'feet' | 'off-hand'
/** An item by id or name, or the very stack in a slot. */
export type StackKey = number | string | { readonly slot: number }

const CLICK_TICKS = 120
/** Eating takes 32 ticks, and the answer a moment. */
const CONSUME_TICKS = 60
const FISH_TICKS = 1200

export async function equip(act: Act, key: StackKey, destination: Destination): Promise<Done> {
  const item = stackOf(act.bot, key)
  await withinTicks(act, CLICK_TICKS, `Equipping ${item.name}`, act.bot.equip(item, destination))
  await act.wait(1)
  const worn = act.bot.inventory.slots[act.bot.getEquipmentDestSlot(destination)]
  if (worn?.name !== item.name) {
    throw new ActFailure(
      'failed',
      `Equipping ${item.name} on ${destination} did not work: it does not fit there.`,
    )
  }
  return done(`Equipped ${item.name} (${destination}).`)
}

export async function unequip(act: Act, destination: Destination): Promise<Done> {
  await withinTicks(act, CLICK_TICKS, `Emptying ${destination}`, act.bot.unequip(destination))
  return done(`Emptied ${destination}.`)
}

/** Eats or drinks what is in the hand. */
export async function consume(act: Act): Promise<Done> {
  const { bot } = act
  const item = bot.heldItem
  if (!item) throw new ActFailure('missing-ingredient', 'There is nothing in the hand to eat or drink.')
  const { name } = item
  const before = { count: item.count, food: bot.food }
  await withinTicks(act, CONSUME_TICKS, `Consuming ${name}`, bot.consume())
  await act.wait(2)
  const left = bot.heldItem?.name === name ? bot.heldItem.count : 0
  if (left >= before.count && bot.food <= before.food) {
    throw new ActFailure('failed', `Consuming ${name} did nothing: it is still in the hand.`)
  }
  act.tally.add('consumed', name)
  return done(`Consumed ${name}.`)
}

export async function fish(act: Act): Promise<Done> {
  const { bot } = act
  if (bot.heldItem?.name !== 'fishing_rod') {
    throw new ActFailure('wrong-tool', 'There is no fishing_rod in the hand to fish with.')
  }
  const before = countItems(bot.inventory.items())
  await withinTicks(act, FISH_TICKS, 'Fishing', bot.fish())
  await act.wait(40)
  return done('Fished.', { before, after: inventoryCounts(bot) })
}

export async function activateItem(act: Act, offHand: boolean): Promise<Done> {
  act.bot.activateItem(offHand)
  await act.wait(1)
  return done('Used the item.')
}

export async function deactivateItem(act: Act): Promise<Done> {
  act.bot.deactivateItem()
  await act.wait(1)
  return done('Let the item go.')
}

export async function toss(act: Act, key: number | string, count: number): Promise<Done> {
  const { id, name } = itemByIdOrName(act.bot.registry, key)
  const held = inventoryCounts(act.bot)[name] ?? 0
  if (held < count)
    throw new ActFailure('missing-ingredient', `Cannot toss ${count} ${name}: only ${held} held.`)
  await withinTicks(act, CLICK_TICKS * 2, `Tossing ${name}`, act.bot.toss(id, null, count))
  return done(`Tossed ${count} ${name}.`)
}

export async function tossStack(act: Act, slot: number): Promise<Done> {
  const item = stackOf(act.bot, { slot })
  await withinTicks(act, CLICK_TICKS, `Tossing ${item.name}`, act.bot.tossStack(item))
  return done(`Tossed ${item.count} ${item.name}.`)
}

export async function setQuickBarSlot(act: Act, slot: number): Promise<Done> {
  act.bot.setQuickBarSlot(slot)
  await act.wait(1)
  return done(`Chose slot ${slot}.`)
}

export async function swingArm(act: Act): Promise<Done> {
  act.bot.swingArm('right')
  await act.wait(1)
  return done('Swung the arm.')
}

function stackOf(bot: Bot, key: StackKey): Item {
  if (typeof key === 'object') {
    const item = bot.inventory.slots[key.slot]
    if (item) return item
    throw new ActFailure('not-found', `Slot ${key.slot} of the inventory is empty.`)
  }
  const { id, name } = itemByIdOrName(bot.registry, key)
  const item = bot.inventory.slots.find((one) => one?.type === id)
  if (item) return item
  throw new ActFailure('missing-ingredient', `There is no ${name} in the inventory.`)
}
