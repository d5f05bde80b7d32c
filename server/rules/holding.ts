import type { Game } from '../game/game.ts'
import { tossItem } from '../game/item-entities.ts'
import type { Player } from '../game/player.ts'
import { syncWindow } from '../game/window-sync.ts'
import { withCount } from '../inventory/item-stack.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'

/** The player takes another hotbar place into the hand. */
export function selectHeld(player: Player, index: number): void {
  if (index < 0 || index > 8) return
  player.heldIndex = index
  player.eating = null
  player.drawing = null
  player.blocking = null
}

/** The player throws one of the held items, or all of them. */
export function dropHeld(game: Game, player: Player, all: boolean): void {
  const { held } = player
  if (held === null || player.isDead || player.gameMode === 'spectator') return
  const count = all ? held.count : 1
  player.held = withCount(held, held.count - count)
  tossItem(game, player, { ...held, count })
  syncWindow(game, player)
}

export function swapHands(game: Game, player: Player): void {
  if (player.isDead || player.gameMode === 'spectator') return
  const { storage } = player.inventory
  const inOffHand = storage.at(OFF_HAND)
  storage.put(OFF_HAND, player.held)
  player.held = inOffHand
  syncWindow(game, player)
}
