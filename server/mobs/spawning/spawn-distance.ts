import { distanceBetween, type Position } from '../../../src/core/position.ts'
import type { Game } from '../../game/game.ts'

/** No mob appears by itself nearer to a player or to the world's spawn than this, in blocks. */
const LEAST_DISTANCE = 24

/** Whether mobs may appear there as far as players and the world's spawn go (Minecraft Wiki: Mob spawning). */
export function isFarFromPlayers(game: Game, place: Position): boolean {
  if (distanceBetween(game.world.spawn, place) < LEAST_DISTANCE) return false
  for (const player of game.players.values()) {
    if (player.gameMode !== 'spectator' && distanceBetween(player.position, place) < LEAST_DISTANCE)
      return false
  }
  return true
}
