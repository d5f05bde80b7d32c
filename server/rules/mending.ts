import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { enchantmentLevel } from '../inventory/item-data.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'
import { ARMOR_PLACES } from './worn-enchantments.ts'

const USES_PER_POINT = 2

/**
 * Lets the points of an orb repair what the player wears or holds: worn items with Mending, by chance one after another.
 * Source: Minecraft Wiki, Mending.
 *
 * @returns the points that are left for the player
 */
export function mend(game: Game, player: Player, points: number): number {
  const { storage } = player.inventory
  let left = points
  while (left > 0) {
    const places = [player.heldSlot, OFF_HAND, ...ARMOR_PLACES].filter((place) => {
      const stack = storage.at(place)
      return stack !== null && stack.damage > 0 && enchantmentLevel(stack, 'mending') > 0
    })
    if (places.length === 0) return left
    const place = game.stream('mending').pick(places)
    const stack = storage.at(place)
    if (stack === null) return left
    const repaired = Math.min(stack.damage, left * USES_PER_POINT)
    storage.put(place, { ...stack, damage: stack.damage - repaired })
    left -= Math.floor(repaired / USES_PER_POINT)
  }
  return left
}
