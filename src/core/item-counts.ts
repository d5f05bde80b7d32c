import * as z from 'zod'

/** How many of each item, by Minecraft name without namespace (`oak_log`). Names with a count of zero are left out. */
export const itemCountsSchema = z.record(z.string(), z.number().int().positive())

export type ItemCounts = Readonly<Record<string, number>>

export function countOf(items: ItemCounts, name: string): number {
  return Object.hasOwn(items, name) ? (items[name] ?? 0) : 0
}

/** What must be added to `before` to get `after`: positive for gained items, negative for lost ones. */
export function itemDifference(before: ItemCounts, after: ItemCounts): Readonly<Record<string, number>> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  const changes = [...names]
    .sort()
    .map((name) => [name, countOf(after, name) - countOf(before, name)] as const)
  return Object.fromEntries(changes.filter(([, change]) => change !== 0))
}
