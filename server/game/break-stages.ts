import type { Position } from '../../src/core/position.ts'
import type { Game } from './game.ts'
import type { Digging, Player } from './player.ts'

/** Blocks within which others see how far a player is through with a block. */
const SIGHT = 32
const STAGES = 10
const NO_STAGE = -1

/** Shows others the cracks in the block that a player digs. @param progress 0 to 1 */
export function showCracks(game: Game, player: Player, digging: Digging, progress: number): void {
  const stage = Math.min(STAGES - 1, Math.floor(progress * STAGES))
  if (stage === digging.shownStage) return
  digging.shownStage = stage
  sendStage(game, player, digging.position, stage)
}

/** Takes the cracks away: the player has stopped digging, or the block is gone. */
export function hideCracks(game: Game, player: Player, { position, shownStage }: Digging): void {
  if (shownStage !== NO_STAGE) sendStage(game, player, position, NO_STAGE)
}

function sendStage(game: Game, player: Player, location: Position, destroyStage: number): void {
  const viewers = [...game.players.values()].filter(
    ({ id, position }) =>
      id !== player.id &&
      Math.hypot(position.x - location.x, position.y - location.y, position.z - location.z) < SIGHT,
  )
  const params = { entityId: player.id, location, destroyStage }
  game.sendTo(viewers, { name: 'block_break_animation', params })
}
