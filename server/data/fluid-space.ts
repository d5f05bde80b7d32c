import { fluidOfState } from './fluid.ts'
import type { CollisionBox, GameRegistry } from './game-registry.ts'
import { perState } from './per-state.ts'

/** What a block of some state leaves to fluids. */
export interface FluidSpace {
  /** Whether water or lava that flows takes its place. */
  readonly hasRoom: boolean
  /** Whether it carries fluid that would otherwise fall. */
  readonly isSolid: boolean
  /** Whether the side is shut, in the order of the faces: down, up, north, south, west, east. */
  readonly closedSides: readonly boolean[]
}

/** Blocks without a body that fluids leave standing all the same. */
const watertight =
  /(_sign|_banner|_pressure_plate|_door|portal|gateway)$|^(ladder|sugar_cane|structure_void)$/
/** Blocks that fluids wash away although they have a body. */
const washedAway = /^(snow|cobweb|end_rod|lightning_rod)$/
/** Blocks whose edges add up to this much stop fluids. */
const SOLID_EDGES = 3 * 0.7291666666666666

/** Source: Minecraft Wiki, Fluid; vanilla takes blocks for solid by their collision bounds. */
export const fluidSpaceOf = perState(reckon)

function reckon(registry: GameRegistry, state: number): FluidSpace {
  const boxes = registry.collisionBoxes(state)
  const { name } = registry.blockOfState(state)
  const isSolid = hasSolidBounds(boxes) && !washedAway.test(name)
  const isLiquid = name === 'water' || name === 'lava'
  const isWet = fluidOfState(registry, state) !== null || 'waterlogged' in registry.propertiesOfState(state)
  return {
    isSolid,
    hasRoom: isLiquid || !(isSolid || isWet || watertight.test(name)),
    closedSides: [0, 1, 2, 3, 4, 5].map((side) => isClosed(boxes, side)),
  }
}

function hasSolidBounds(boxes: readonly CollisionBox[]): boolean {
  if (boxes.length === 0) return false
  const edge = (axis: number) =>
    Math.max(...boxes.map((box) => box[axis + 3] ?? 1)) - Math.min(...boxes.map((box) => box[axis] ?? 0))
  return edge(0) + edge(1) + edge(2) >= SOLID_EDGES || edge(1) >= 1
}

/** Axis of each side, in the order of the faces, and the two axes along it. */
const sideAxes = [
  [1, 0, 2],
  [1, 0, 2],
  [2, 0, 1],
  [2, 0, 1],
  [0, 1, 2],
  [0, 1, 2],
] as const
/** Middles of sixteenths would be exact; all bodies that matter are made of eighths or thinner than a side. */
const samples = [1, 3, 5, 7, 9, 11, 13, 15].map((sixteenth) => sixteenth / 16)

/** Whether the boxes that touch the side cover all of it together. */
function isClosed(boxes: readonly CollisionBox[], side: number): boolean {
  const [across, first, second] = sideAxes[side] ?? sideAxes[0]
  const isMaximum = side % 2 === 1
  const touching = boxes.filter((box) => (isMaximum ? (box[across + 3] ?? 1) >= 1 : (box[across] ?? 0) <= 0))
  const within = (box: CollisionBox, axis: number, at: number) =>
    (box[axis] ?? 0) <= at && at <= (box[axis + 3] ?? 1)
  return samples.every((a) =>
    samples.every((b) => touching.some((box) => within(box, first, a) && within(box, second, b))),
  )
}
