import { blockPosition, type Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { isFloor, isFree } from '../mobs/walking.ts'
import { MIN_Y } from '../world/world-bounds.ts'

/** The place below or at the point where a body of two blocks can stand on solid ground; null where there is none. */
export function fitsAt(game: Game, point: Position): Position | null {
  const feet = { ...blockPosition(point) }
  while (feet.y > MIN_Y && !isFloor(game, { ...feet, y: feet.y - 1 })) feet.y -= 1
  if (feet.y <= MIN_Y) return null
  const hasRoom = isFree(game, feet) && isFree(game, { ...feet, y: feet.y + 1 })
  return hasRoom ? { x: point.x, y: feet.y, z: point.z } : null
}
