import type { Position } from '../../src/core/position.ts'
import { demandLoaded } from './arguments/position.ts'
import { CommandError } from './command.ts'

/** Blocks that one command may touch; vanilla's rule `commandModificationBlockLimit`. */
const MOST_BLOCKS = 32_768

/** A box of whole blocks, both corners included. */
export interface BlockArea {
  readonly from: Position
  readonly to: Position
}

/** The area between two corners in any order. @throws CommandError when it is too large or outside the world */
export function blockArea(one: Position, other: Position): BlockArea {
  demandLoaded(one)
  demandLoaded(other)
  const from = { x: Math.min(one.x, other.x), y: Math.min(one.y, other.y), z: Math.min(one.z, other.z) }
  const to = { x: Math.max(one.x, other.x), y: Math.max(one.y, other.y), z: Math.max(one.z, other.z) }
  const size = (to.x - from.x + 1) * (to.y - from.y + 1) * (to.z - from.z + 1)
  if (size > MOST_BLOCKS) {
    throw new CommandError(
      `Too many blocks in the specified area (maximum ${MOST_BLOCKS}, specified ${size})`,
    )
  }
  return { from, to }
}

/** Every block of the area, bottom up. */
export function* blocksOf({ from, to }: BlockArea): Iterable<Position> {
  for (let y = from.y; y <= to.y; y++) {
    for (let z = from.z; z <= to.z; z++) {
      for (let x = from.x; x <= to.x; x++) yield { x, y, z }
    }
  }
}

export function overlap(a: BlockArea, b: BlockArea): boolean {
  return (['x', 'y', 'z'] as const).every((axis) => a.from[axis] <= b.to[axis] && b.from[axis] <= a.to[axis])
}
