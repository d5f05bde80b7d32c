import type { ItemStack } from '../inventory/item-stack.ts'
import type { Game } from './game.ts'
import { tossItem } from './item-entities.ts'
import type { Player } from './player.ts'

/** Gives the player a stack; what does not fit into the inventory falls before its feet. */
export function gain(game: Game, player: Player, stack: ItemStack): void {
  const rest = player.inventory.add(stack)
  if (rest !== null) tossItem(game, player, rest)
}
