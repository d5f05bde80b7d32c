import type { ItemValue } from '../../core/skill-values.ts'

/** An item stack as Mineflayer's skills know it: a snapshot. */
export type Item = ItemValue & { readonly nbt: null }

export function toItem(value: ItemValue | null): Item | null {
  return value === null ? null : { ...value, nbt: null }
}

/** The id or name of an item that skill code named by id, by name or by a stack of it. */
export function itemKey(item: unknown, caller: string): number | string {
  if (typeof item === 'number' || typeof item === 'string') return item
  if (typeof item === 'object' && item !== null) {
    const { type, id } = item as Record<string, unknown>
    if (typeof type === 'number') return type
    if (typeof id === 'number') return id
  }
  throw new TypeError(
    `${caller} needs an item: a stack of the inventory, an id or a name, but got ${String(item)}. ` +
      'An item that the inventory does not hold is null: check for that first.',
  )
}

export function isItem(item: ItemValue, key: unknown): boolean {
  return item.type === key || item.name === key
}
