import { gain } from '../game/gain.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { type ItemStack, itemStack, withCount } from '../inventory/item-stack.ts'

/**
 * Uses up one item of the slot and gives another for it, in its place where it was the last. Creative players keep what
 * they use, and get the other one only if they have none of it.
 */
export function exchangeItem(game: Game, player: Player, slot: number, result: string): void {
  exchangeStack(game, player, slot, itemStack(result))
}

/** `exchangeItem` for a result with data, such as a bottle of water. */
export function exchangeStack(game: Game, player: Player, slot: number, result: ItemStack): void {
  const { inventory } = player
  const stack = inventory.storage.at(slot)
  if (stack === null) return
  if (player.gameMode === 'creative') {
    if (inventory.count(result.name) === 0) gain(game, player, result)
    return
  }
  const rest = withCount(stack, stack.count - 1)
  inventory.storage.put(slot, rest ?? result)
  if (rest !== null) gain(game, player, result)
}
