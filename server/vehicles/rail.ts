import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { WorldBlock } from '../world/world.ts'

/** One of the two ends of a rail, seen from its block. */
export interface RailEnd {
  readonly x: number
  /** -1 for the lower end of a slope. */
  readonly y: number
  readonly z: number
}

export type RailEnds = readonly [RailEnd, RailEnd]

const north = { x: 0, y: 0, z: -1 }
const south = { x: 0, y: 0, z: 1 }
const west = { x: -1, y: 0, z: 0 }
const east = { x: 1, y: 0, z: 0 }
const lower = (end: RailEnd): RailEnd => ({ ...end, y: -1 })

const endsByShape: Readonly<Record<string, RailEnds>> = {
  north_south: [north, south],
  east_west: [west, east],
  ascending_east: [lower(west), east],
  ascending_west: [west, lower(east)],
  ascending_north: [north, lower(south)],
  ascending_south: [lower(north), south],
  south_east: [south, east],
  south_west: [south, west],
  north_west: [north, west],
  north_east: [north, east],
}

export function isRail(name: string): boolean {
  return name === 'rail' || name.endsWith('_rail')
}

/** The ends of a rail of that shape. */
export function endsOf(shape: string | undefined): RailEnds {
  return endsByShape[shape ?? ''] ?? [north, south]
}

/** The rail in which a minecart at the point stands: in its block, or in the one below. */
export function railAt(game: Game, { x, y, z }: Position): WorldBlock | null {
  const column = { x: Math.floor(x), z: Math.floor(z) }
  for (const blockY of [Math.floor(y) - 1, Math.floor(y)]) {
    const block = game.world.blockAt({ ...column, y: blockY })
    if (isRail(block.name)) return block
  }
  return null
}
