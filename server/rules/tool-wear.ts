import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { afterUses } from './wear.ts'

/** How many uses an action costs: swords wear twice as fast on blocks, tools on bodies. */
function costOf(name: string, action: 'dig' | 'hit'): number {
  if (name.endsWith('_sword')) return action === 'dig' ? 2 : 1
  if (/_(pickaxe|axe|shovel)$/.test(name)) return action === 'dig' ? 1 : 2
  if (name.endsWith('_hoe')) return 1
  return name === 'shears' && action === 'dig' ? 1 : 0
}

/** Wears the tool in the player's hand; it is gone after its last use. */
export function wearHeldItem(game: Game, player: Player, action: 'dig' | 'hit'): void {
  const { held } = player
  if (held === null || player.gameMode === 'creative') return
  const cost = costOf(held.name, action)
  if (cost > 0) wearSlot(game, player, player.heldSlot, cost)
}

/** Wears what is in the slot by that many uses; it is gone after its last. */
export function wearSlot(game: Game, player: Player, slot: number, uses: number): void {
  const { storage } = player.inventory
  const stack = storage.at(slot)
  if (stack === null || player.gameMode === 'creative') return
  storage.put(slot, afterUses(game, stack, uses))
}
