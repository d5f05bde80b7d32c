import type { Position } from '../../src/core/position.ts'
import type { FluidName } from '../data/fluid.ts'
import type { Game } from '../game/game.ts'
import { type HorizontalFace, horizontalFaces, neighbor, opposite } from './faces.ts'
import { fluidAt, hasRoomForFluid, isOpenSide } from './fluid-space.ts'
import { fluidTraits } from './fluid-traits.ts'

/**
 * The open sides on which the way to the next drop is shortest; all open sides where no drop is in sight. Source:
 * Minecraft Wiki, Fluid.
 */
export function sidesTowardsDrop(game: Game, position: Position, name: FluidName): readonly HorizontalFace[] {
  const open = horizontalFaces.filter((side) => isPassable(game, position, side, name))
  const ways = open.map((side) => ({
    side,
    length: wayToDrop(game, neighbor(position, side), name, { from: opposite(side), steps: 0 }),
  }))
  const shortest = Math.min(...ways.map((way) => way.length))
  return ways.filter((way) => way.length === shortest).map((way) => way.side)
}

/** Steps from the block to the next one over a drop; infinite when none is in sight. */
function wayToDrop(
  game: Game,
  position: Position,
  name: FluidName,
  path: { readonly from: string; readonly steps: number },
): number {
  if (isOverDrop(game, position, name)) return path.steps
  if (path.steps >= fluidTraits[name].sight) return Number.POSITIVE_INFINITY
  const lengths = horizontalFaces
    .filter((side) => side !== path.from && isPassable(game, position, side, name))
    .map((side) =>
      wayToDrop(game, neighbor(position, side), name, { from: opposite(side), steps: path.steps + 1 }),
    )
  return Math.min(...lengths, Number.POSITIVE_INFINITY)
}

function isPassable(game: Game, position: Position, side: HorizontalFace, name: FluidName): boolean {
  const target = neighbor(position, side)
  if (!hasRoomForFluid(game, target) || !isOpenSide(game, position, side)) return false
  const fluid = fluidAt(game, target)
  return !(fluid?.name === name && fluid.isSource)
}

/** Whether fluid falls from that block, if only into more of the same. */
export function isOverDrop(game: Game, position: Position, name: FluidName): boolean {
  const below = neighbor(position, 'down')
  if (!isOpenSide(game, position, 'down')) return false
  return fluidAt(game, below)?.name === name || hasRoomForFluid(game, below)
}
