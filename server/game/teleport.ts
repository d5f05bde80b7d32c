import type { Position } from '../../src/core/position.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'
import { leaveSeat } from './seats.ts'

/** Puts a player somewhere else; what the client says of its position counts again once it has confirmed. */
export function teleport(
  game: Game,
  player: Player,
  position: Position,
  direction?: { yaw: number; pitch: number },
): void {
  leaveSeat(game, player)
  player.position = position
  if (direction !== undefined) {
    player.yaw = direction.yaw
    player.pitch = direction.pitch
  }
  player.fallDistance = 0
  player.steps = null
  player.floatingSince = null
  player.moved = true
  player.lastTeleport += 1
  player.pendingTeleport = player.lastTeleport
  player.connection.send(game.protocol.teleport(player, player.lastTeleport))
}
