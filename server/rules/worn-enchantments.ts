import type { Player } from '../game/player.ts'
import { enchantmentLevel } from '../inventory/item-data.ts'
import type { ItemStack } from '../inventory/item-stack.ts'

/** Places of the armour in a player's inventory, from head to feet. */
export const ARMOR_PLACES = [5, 6, 7, 8]

/** What the player wears, from head to feet, without what it lacks. */
export function wornItems(player: Player): readonly ItemStack[] {
  return ARMOR_PLACES.map((place) => player.inventory.storage.at(place)).filter((stack) => stack !== null)
}

/** Highest level of the enchantment on anything that the player wears. */
export function wornLevel(player: Player, name: string): number {
  return Math.max(0, ...wornItems(player).map((stack) => enchantmentLevel(stack, name)))
}
