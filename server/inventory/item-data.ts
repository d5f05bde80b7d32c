import { isDeepStrictEqual } from 'node:util'
import type { ItemStack } from './item-stack.ts'

/** Levels by the enchantment's name without namespace, in the order of the names. */
export type Enchantments = Readonly<Record<string, number>>

/**
 * What makes an item differ from others of its kind, wear aside. Immutable, and null instead of an object in which
 * everything is at rest, so that ordinary items compare at once. Made by `itemData`.
 */
export interface ItemData {
  readonly enchantments: Enchantments
  /** What an enchanted book holds for other items. */
  readonly storedEnchantments: Enchantments
  readonly customName: string | null
  readonly lore: readonly string[]
  /** Levels that an anvil asks for on top, for its work on the item so far. */
  readonly repairCost: number
  /** Kind of a potion or tipped arrow without namespace, such as `long_swiftness`. */
  readonly potion: string | null
  /** What a suspicious stew does to who eats it. */
  readonly stewEffects: readonly StewEffect[]
  /** The words of a book, page by page. */
  readonly pages: readonly string[]
  /** Null for all but signed books. */
  readonly signature: BookSignature | null
  /** What a shulker box holds, by its places. */
  readonly contents: readonly StoredStack[]
}

export interface StoredStack {
  /** Place from 0. */
  readonly slot: number
  readonly stack: ItemStack
}

export interface StewEffect {
  /** Name without namespace. */
  readonly effect: string
  readonly ticks: number
}

export interface BookSignature {
  readonly title: string
  readonly author: string
  /** 0 original, 1 copy, 2 copy of a copy, 3 tattered. */
  readonly generation: number
}

const nothing: ItemData = {
  enchantments: {},
  storedEnchantments: {},
  customName: null,
  lore: [],
  repairCost: 0,
  potion: null,
  stewEffects: [],
  pages: [],
  signature: null,
  contents: [],
}

/** Data of those parts; null when they say nothing. Equal parts give equal data, whatever their order. */
export function itemData(parts: Partial<ItemData>): ItemData | null {
  const whole = { ...nothing, ...parts }
  const data: ItemData = {
    ...whole,
    enchantments: inOrder(whole.enchantments),
    storedEnchantments: inOrder(whole.storedEnchantments),
  }
  return isDeepStrictEqual(data, nothing) ? null : data
}

/** The stack with some of its data replaced. */
export function withData(stack: ItemStack, changes: Partial<ItemData>): ItemStack {
  return { ...stack, data: itemData({ ...stack.data, ...changes }) }
}

export function dataOf(stack: ItemStack): ItemData {
  return stack.data ?? nothing
}

/** Level at which the stack, when worn or held, has the enchantment; 0 for none. What a book stores does not count. */
export function enchantmentLevel(stack: ItemStack | null, name: string): number {
  return stack?.data?.enchantments[name] ?? 0
}

function inOrder(levels: Enchantments): Enchantments {
  const names = Object.keys(levels).filter((name) => (levels[name] ?? 0) > 0)
  return Object.fromEntries(names.toSorted().map((name) => [name, levels[name] ?? 0]))
}
