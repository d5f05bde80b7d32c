import { armorPlaceOf } from '../inventory/equipment.ts'
import type { EnchantmentKind } from './enchantment-kind.ts'
import type { ItemKind } from './item-kind.ts'

const ARMOR: Readonly<Record<string, number>> = {
  leather: 15,
  chainmail: 12,
  iron: 9,
  golden: 25,
  diamond: 10,
  turtle: 9,
  netherite: 15,
}
const TOOLS: Readonly<Record<string, number>> = {
  wooden: 15,
  stone: 5,
  iron: 14,
  golden: 22,
  diamond: 10,
  netherite: 15,
}
const OTHERS: Readonly<Record<string, number>> = {
  book: 1,
  bow: 1,
  crossbow: 1,
  fishing_rod: 1,
  trident: 1,
  mace: 15,
}

/** How well an item takes to the enchanting table; 0 for what it does not enchant (Minecraft Wiki: Enchanting mechanics). */
export function enchantability(item: string): number {
  const material = item.slice(0, item.indexOf('_'))
  if (/_(sword|pickaxe|axe|shovel|hoe)$/.test(item)) return TOOLS[material] ?? 0
  if (/_(helmet|chestplate|leggings|boots)$/.test(item)) return ARMOR[material] ?? 0
  return OTHERS[item] ?? 0
}

/** What axes and maces take from anvils only. */
const forSwords = new Set(['sharpness', 'smite', 'bane_of_arthropods', 'fire_aspect'])

/** Whether an enchanting table may put the enchantment on the item. Books take all. */
export function isOffered(item: ItemKind, enchantment: EnchantmentKind): boolean {
  if (enchantment.isTreasure) return false
  if (item.name === 'book') return true
  if (forSwords.has(enchantment.name) && !item.name.endsWith('_sword')) return false
  if (enchantment.name === 'thorns' && armorPlaceOf(item.name) !== 'torso') return false
  return item.enchantmentCategories.includes(enchantment.category)
}

/** Whether the item can have the enchantment at all, by an anvil or a command. */
export function isSuitable(item: ItemKind, enchantment: EnchantmentKind): boolean {
  if (item.enchantmentCategories.includes(enchantment.category)) return true
  // Before 1.21 the categories are those of the enchanting table, and anvils allow a little more.
  if (enchantment.category === 'weapon' && enchantment.name !== 'fire_aspect') {
    return forSwords.has(enchantment.name) && item.name.endsWith('_axe')
  }
  if (enchantment.name === 'efficiency') return item.name === 'shears'
  return enchantment.name === 'thorns' && item.enchantmentCategories.includes('armor')
}

export function isCompatible(one: EnchantmentKind, other: EnchantmentKind): boolean {
  return one.name !== other.name && !one.excludes.includes(other.name) && !other.excludes.includes(one.name)
}
