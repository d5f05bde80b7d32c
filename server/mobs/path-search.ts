import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { isFloor, isFree } from './walking.ts'

/** Blocks that one search looks at, at most. */
const LARGEST_SEARCH = 200
const DEEPEST_STEP = 3

interface Step {
  readonly block: Position
  readonly cost: number
  readonly estimate: number
  readonly previous: Step | null
}

/**
 * A way over the ground from one block of feet to another: A* over at most 200 blocks, in the four directions, one block
 * up or three down at a time. Gives the middles of the blocks to walk through without the first one; the way to the
 * nearest block that it found when the search ended before the goal.
 */
export function findPath(game: Game, from: Position, to: Position): readonly Position[] {
  const start = { block: from, cost: 0, estimate: distance(from, to), previous: null }
  const open: Step[] = [start]
  const costs = new Map([[keyOf(from), 0]])
  let best: Step = start
  for (let count = 0; count < LARGEST_SEARCH && open.length > 0; count++) {
    const step = takeNearest(open)
    if (step.estimate < best.estimate) best = step
    if (step.estimate <= 1) break
    for (const block of neighborsOf(game, step.block)) {
      const cost = step.cost + 1
      if ((costs.get(keyOf(block)) ?? Number.POSITIVE_INFINITY) <= cost) continue
      costs.set(keyOf(block), cost)
      open.push({ block, cost, estimate: distance(block, to), previous: step })
    }
  }
  return pathTo(best)
}

/** Where one can step to from a block of feet. */
function neighborsOf(game: Game, { x, y, z }: Position): readonly Position[] {
  const sides = [
    { x: x + 1, z },
    { x: x - 1, z },
    { x, z: z + 1 },
    { x, z: z - 1 },
  ]
  return sides.flatMap((side) => {
    const block = landing(game, { ...side, y })
    return block === null ? [] : [block]
  })
}

function landing(game: Game, side: Position): Position | null {
  if (!isFree(game, { ...side, y: side.y + 1 })) return null
  if (!isFree(game, side)) {
    const hasRoom = isFree(game, { ...side, y: side.y + 2 })
    return hasRoom && isFloor(game, side) ? { ...side, y: side.y + 1 } : null
  }
  for (let depth = 0; depth <= DEEPEST_STEP; depth++) {
    const below = { ...side, y: side.y - depth - 1 }
    if (isFloor(game, below)) return { ...side, y: side.y - depth }
    if (!isFree(game, below)) return null
  }
  return null
}

function takeNearest(open: Step[]): Step {
  let index = 0
  for (const [candidate, step] of open.entries()) if (total(step) < total(open[index])) index = candidate
  const [step] = open.splice(index, 1)
  if (step === undefined) throw new RangeError('Cannot take a step from an empty list.')
  return step
}

function total(step: Step | undefined): number {
  return step === undefined ? Number.POSITIVE_INFINITY : step.cost + step.estimate
}

function pathTo(last: Step): readonly Position[] {
  const path: Position[] = []
  for (let step = last; step.previous !== null; step = step.previous) {
    path.push({ x: step.block.x + 0.5, y: step.block.y, z: step.block.z + 0.5 })
  }
  return path.toReversed()
}

function distance(a: Position, b: Position): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.z - b.z)
}

function keyOf({ x, y, z }: Position): string {
  return `${x},${y},${z}`
}
