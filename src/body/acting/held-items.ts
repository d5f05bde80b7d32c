import { type ItemCounts, itemDifference } from '../../core/item-counts.ts'
import type { Bot, Item, Window } from '../mineflayer-library.ts'

/** What lies in the slots of the bot's own inventory, by name: hotbar and storage, without armour and off hand. */
export function inventoryCounts(bot: Bot): ItemCounts {
  return countItems(bot.inventory.items())
}

/** What lies in the container part of an open window, by name. */
export function containerCounts(window: Window): ItemCounts {
  return countItems(window.containerItems())
}

export function countItems(items: readonly Item[]): ItemCounts {
  const counts: Record<string, number> = {}
  for (const item of items) counts[item.name] = (counts[item.name] ?? 0) + item.count
  return counts
}

/** What the inventory has more of than before. */
export function gainedItems(before: ItemCounts, after: ItemCounts): ItemCounts {
  return Object.fromEntries(Object.entries(itemDifference(before, after)).filter(([, change]) => change > 0))
}

/** `3 oak_log and 1 stick`, or `nothing`. */
export function itemList(counts: ItemCounts): string {
  const parts = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
  if (parts.length === 0) return 'nothing'
  return parts.length === 1 ? `${parts[0]}` : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** The first stack of that item, or null. */
export function findItem(bot: Bot, name: string): Item | null {
  return bot.inventory.items().find((item) => item.name === name) ?? null
}
