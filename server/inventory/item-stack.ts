import { isDeepStrictEqual } from 'node:util'
import type { ItemData } from './item-data.ts'

/** A stack of equal items. Immutable: operations give new stacks. */
export interface ItemStack {
  /** Minecraft name without namespace. */
  readonly name: string
  /** At least 1; an empty slot holds null instead of a stack. */
  readonly count: number
  /** Uses that a tool has behind it; 0 for items that do not wear. */
  readonly damage: number
  /** Enchantments, names and the like; null for ordinary items. */
  readonly data: ItemData | null
}

export function itemStack(name: string, count = 1, damage = 0, data: ItemData | null = null): ItemStack {
  return { name, count, damage, data }
}

/** Whether the stacks may share a slot, counts aside. */
export function sameItem(a: ItemStack, b: ItemStack): boolean {
  if (a.name !== b.name || a.damage !== b.damage) return false
  return a.data === b.data || (a.data !== null && b.data !== null && isDeepStrictEqual(a.data, b.data))
}

export function equalStacks(a: ItemStack | null, b: ItemStack | null): boolean {
  if (a === null || b === null) return a === b
  return sameItem(a, b) && a.count === b.count
}

/** The stack with another count; null for a count of zero or less. */
export function withCount(stack: ItemStack, count: number): ItemStack | null {
  return count <= 0 ? null : { ...stack, count }
}
