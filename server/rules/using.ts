import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { syncWindow } from '../game/window-sync.ts'
import { correctBlock } from './digging.ts'
import { startEating } from './eating.ts'
import { neighbor } from './faces.ts'
import { type BlockUse, placeBlock } from './placing.ts'
import { reachesBlock } from './reach.ts'
import { useBlock } from './using-blocks.ts'
import { useToolOnBlock } from './using-tools.ts'

/**
 * The player uses its hand on a block: opens it, works it with a tool, or places what it holds. Clients expect an answer
 * for the block and for the one at its side, whatever came of it.
 */
export function useOnBlock(game: Game, player: Player, use: BlockUse): void {
  if (!player.isDead && player.pendingTeleport === null && reachesBlock(player, use.position)) {
    const held = use.offHand ? null : player.held
    const opens = !player.sneaking || held === null
    if (!(opens && useBlock(game, player, use.position)) && !useToolOnBlock(game, player, use)) {
      placeBlock(game, player, use)
    }
  }
  correctBlock(game, player, use.position)
  correctBlock(game, player, neighbor(use.position, use.face))
  syncWindow(game, player)
}

/** The player uses what it holds on nothing in particular: eats it. */
export function useItem(game: Game, player: Player, offHand: boolean): void {
  if (!player.isDead) startEating(game, player, offHand)
}
