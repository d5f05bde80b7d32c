import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'

/** Whether time passes for mobs at that place: some client has the column. */
export function isActive(game: Game, { x, z }: Position): boolean {
  return game.activeArea.includes(Math.floor(x) >> 4, Math.floor(z) >> 4)
}
