import type { Position } from '../../src/core/position.ts'
import { type Fluid, fluidOfState } from '../data/fluid.ts'
import { fluidSpaceOf } from '../data/fluid-space.ts'
import type { Game } from '../game/game.ts'
import { type Face, faces, neighbor, opposite } from './faces.ts'

/** The water or lava at the position; null where it is dry. */
export function fluidAt(game: Game, position: Position): Fluid | null {
  return fluidOfState(game.registry, game.world.blockStateAt(position))
}

/** Whether fluids pass between the position and its neighbour: no full side stands between them. */
export function isOpenSide(game: Game, position: Position, side: Face): boolean {
  return !isClosed(game, position, side) && !isClosed(game, neighbor(position, side), opposite(side))
}

/** Whether flowing water or lava takes the place of what stands there: of air, of itself, of plants, torches, rails. */
export function hasRoomForFluid(game: Game, position: Position): boolean {
  return fluidSpaceOf(game.registry, game.world.blockStateAt(position)).hasRoom
}

/** Whether the block carries fluid. */
export function isSolidBlock(game: Game, state: number): boolean {
  return fluidSpaceOf(game.registry, state).isSolid
}

function isClosed(game: Game, position: Position, side: Face): boolean {
  const { closedSides } = fluidSpaceOf(game.registry, game.world.blockStateAt(position))
  return closedSides[faces.indexOf(side)] === true
}
