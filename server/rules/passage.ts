import type { Position } from '../../src/core/position.ts'
import type { CollisionBox } from '../data/game-registry.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'

/** How far a body goes along each axis, or which corner of a box is meant. */
type Vector = readonly [number, number, number]
type Axis = 0 | 1 | 2
/** Lowest corner, then highest. */
type Box = readonly [number, number, number, number, number, number]

const HALF_WIDTH = 0.3
/** Heights of a player who stands, sneaks and swims. */
const HEIGHTS = { standing: 1.8, sneaking: 1.5, swimming: 0.6 } as const
/** Players walk up this much without a jump. */
const STEP = 0.6
/** Bodies may touch a block by this much. */
const TOLERANCE = 1e-5
/** Squared blocks by which a move may end beside the place to which blocks let it come. */
const FORGIVEN = 0.0625

/** Clients differ in which axis they try first. */
const orders: readonly (readonly Axis[])[] = [
  [1, 0, 2],
  [1, 2, 0],
  [0, 2, 1],
  [2, 0, 1],
]

/**
 * Whether blocks leave the player the way to a place, in one straight move. As in vanilla (which says "moved wrongly") a body may
 * come out of blocks in which it is, but into none, and not through any.
 */
export function mayPass(game: Game, player: Player, target: Position): boolean {
  const from = bodyBox(player, player.position)
  const to = bodyBox(player, target)
  const space = united(from, to)
  if (isFree(game, space)) return true
  const obstacles = boxesIn(game, space)
  if (obstacles.some((box) => overlap(box, to) && !overlap(box, from))) return false
  if (obstacles.some((box) => overlap(box, from))) return true
  const way: Vector = [to[0] - from[0], to[1] - from[1], to[2] - from[2]]
  return [0, STEP].some((rise) =>
    orders.some((order) => isNear(moved(raised(from, rise, obstacles), way, order, obstacles), to)),
  )
}

/** Whether there is nothing but air around the player's feet: neither ground to stand on nor anything to hold or swim in. */
export function hangsInAir(game: Game, player: Player): boolean {
  const [x0, y0, z0, x1, , z1] = bodyBox(player, player.position)
  const [margin, depth] = [0.0625, 0.55]
  const top = player.position.y + HEIGHTS.standing + margin
  for (let y = Math.floor(y0 - depth - margin); y <= Math.floor(top); y++) {
    for (let x = Math.floor(x0 - margin); x <= Math.floor(x1 + margin); x++) {
      for (let z = Math.floor(z0 - margin); z <= Math.floor(z1 + margin); z++) {
        if (game.world.blockStateAt({ x, y, z }) !== 0) return false
      }
    }
  }
  return true
}

function bodyBox(player: Player, { x, y, z }: Position): Box {
  const height = HEIGHTS[player.swimming ? 'swimming' : player.sneaking ? 'sneaking' : 'standing']
  return [x - HALF_WIDTH, y, z - HALF_WIDTH, x + HALF_WIDTH, y + height, z + HALF_WIDTH]
}

function united(a: Box, b: Box): Box {
  return [
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.max(a[3], b[3]),
    Math.max(a[4], b[4]),
    Math.max(a[5], b[5]),
  ]
}

/** Whether no block reaches into the space: so it is for nearly every move, and is told at once. */
function isFree(game: Game, space: Box): boolean {
  return !someBox(game, space, (box) => overlap(box, space))
}

/** The boxes of all blocks around a space, with room above it to step up. */
function boxesIn(game: Game, [x0, y0, z0, x1, y1, z1]: Box): readonly Box[] {
  const boxes: Box[] = []
  someBox(game, [x0, y0, z0, x1, y1 + STEP, z1], (box) => {
    boxes.push(box)
    return false
  })
  return boxes
}

/** Whether one of the boxes of the blocks around a space is such a one; fences reach into the block above them. */
function someBox(
  { registry, world }: Game,
  [x0, y0, z0, x1, y1, z1]: Box,
  isSuch: (box: Box) => boolean,
): boolean {
  const place = { x: 0, y: 0, z: 0 }
  for (place.y = Math.floor(y0) - 1; place.y <= Math.floor(y1); place.y++) {
    for (place.x = Math.floor(x0); place.x <= Math.floor(x1); place.x++) {
      for (place.z = Math.floor(z0); place.z <= Math.floor(z1); place.z++) {
        for (const box of registry.collisionBoxes(world.blockStateAt(place))) {
          if (isSuch(shifted(box, [place.x, place.y, place.z]))) return true
        }
      }
    }
  }
  return false
}

function shifted(
  [x0 = 0, y0 = 0, z0 = 0, x1 = 1, y1 = 1, z1 = 1]: CollisionBox | Box,
  [x, y, z]: Vector,
): Box {
  return [x0 + x, y0 + y, z0 + z, x1 + x, y1 + y, z1 + z]
}

function overlap(a: Box, b: Box): boolean {
  return overlapAlong(a, b, 0) && overlapAlong(a, b, 1) && overlapAlong(a, b, 2)
}

function overlapAlong(a: Box, b: Box, axis: Axis): boolean {
  return a[axis] < b[highest(axis)] - TOLERANCE && a[highest(axis)] > b[axis] + TOLERANCE
}

function highest(axis: Axis): 3 | 4 | 5 {
  return (axis + 3) as 3 | 4 | 5
}

function raised(box: Box, by: number, obstacles: readonly Box[]): Box {
  return by === 0 ? box : moved(box, [0, by, 0], [1], obstacles)
}

/** Where the box comes when it goes along one axis after the other, each until an obstacle is in its way. */
function moved(box: Box, way: Vector, order: readonly Axis[], obstacles: readonly Box[]): Box {
  let now = box
  for (const axis of order) {
    const by = obstacles.reduce((rest, obstacle) => clipped(now, obstacle, axis, rest), way[axis])
    now = shifted(now, [axis === 0 ? by : 0, axis === 1 ? by : 0, axis === 2 ? by : 0])
  }
  return now
}

/** How far the box may go along the axis before it touches the obstacle. */
function clipped(box: Box, obstacle: Box, axis: Axis, by: number): number {
  const others = ([0, 1, 2] as const).filter((other) => other !== axis)
  if (!others.every((other) => overlapAlong(box, obstacle, other))) return by
  const ahead = obstacle[axis] - box[highest(axis)]
  const behind = obstacle[highest(axis)] - box[axis]
  if (by > 0 && ahead > -TOLERANCE) return Math.min(by, Math.max(0, ahead))
  if (by < 0 && behind < TOLERANCE) return Math.max(by, Math.min(0, behind))
  return by
}

function isNear(box: Box, target: Box): boolean {
  return (box[0] - target[0]) ** 2 + (box[2] - target[2]) ** 2 <= FORGIVEN
}
