import type { Position } from '../../src/core/position.ts'
import type { Game } from './game.ts'

/** Where players appear: the middle of the spawn block. */
export function spawnPosition(game: Game): Position {
  const { x, y, z } = game.world.spawn
  return { x: x + 0.5, y, z: z + 0.5 }
}
