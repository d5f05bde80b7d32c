import type { Position } from '../../../src/core/position.ts'
import type { HeightField } from './height-field.ts'

/** What the search asks about the land. */
type Ground = Pick<HeightField, 'groundY' | 'cover'>

/** What the search asks about trees: those in an area, borders included. */
interface Trees {
  treesWithin(minX: number, minZ: number, maxX: number, maxZ: number): readonly unknown[]
}

const STEP = 4
const LARGEST_RING = 100
/** Even ground this far around. */
const MEADOW = 3
/** No trunk this near, so that no branch hangs over the spawn. */
const CLEARING = 4
const TREE_RADIUS = 16
const MIN_TREES = 4

/**
 * A place for beginners, as near to the origin as there is one: dry, even grass without a tree on top of it and with
 * some trees near by. Where the land has no such place, the nearest dry ground does.
 *
 * @returns the block that holds a player's feet
 */
export function findSpawn(field: Ground, trees: Trees): Position {
  let dry: Position | null = null
  for (const { x, z } of ringsAroundOrigin()) {
    const ground = field.groundY(x, z)
    if (field.cover(x, z, ground) === 'bottom') continue
    const position = { x, y: ground + 1, z }
    dry ??= position
    if (isMeadow(field, position) && hasTreesAround(trees, position)) return position
  }
  return dry ?? { x: 0, y: Math.max(field.groundY(0, 0), 62) + 1, z: 0 }
}

function* ringsAroundOrigin(): Iterable<{ readonly x: number; readonly z: number }> {
  yield { x: 0, z: 0 }
  for (let ring = 1; ring <= LARGEST_RING; ring++) {
    for (let step = -ring; step < ring; step++) {
      yield { x: step * STEP, z: -ring * STEP }
      yield { x: ring * STEP, z: step * STEP }
      yield { x: -step * STEP, z: ring * STEP }
      yield { x: -ring * STEP, z: -step * STEP }
    }
  }
}

function isMeadow(field: Ground, spawn: Position): boolean {
  for (let z = spawn.z - MEADOW; z <= spawn.z + MEADOW; z++) {
    for (let x = spawn.x - MEADOW; x <= spawn.x + MEADOW; x++) {
      const ground = field.groundY(x, z)
      if (field.cover(x, z, ground) !== 'grass' || Math.abs(ground + 1 - spawn.y) > 1) return false
    }
  }
  return true
}

function hasTreesAround(trees: Trees, spawn: Position): boolean {
  const around = (radius: number) =>
    trees.treesWithin(spawn.x - radius, spawn.z - radius, spawn.x + radius, spawn.z + radius)
  return around(CLEARING).length === 0 && around(TREE_RADIUS).length >= MIN_TREES
}
