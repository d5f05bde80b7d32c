import { blockPosition, type Position } from '../../src/core/position.ts'
import type { CollisionBox } from '../data/game-registry.ts'
import { type Face, neighbor, opposite } from './faces.ts'

/** The first block that a ray meets, and the side on which it does. */
export interface RayHit {
  readonly position: Position
  readonly face: Face
}

export interface Ray {
  readonly from: Position
  /** Of length 1. */
  readonly direction: Position
  /** In blocks. */
  readonly reach: number
}

/** The direction of a look, of length 1. Degrees as in the protocol: yaw 0 looks south, 90 west; pitch 90 down. */
export function lookVector(yaw: number, pitch: number): Position {
  const [turn, tilt] = [(yaw * Math.PI) / 180, (pitch * Math.PI) / 180]
  return {
    x: -Math.sin(turn) * Math.cos(tilt),
    y: -Math.sin(tilt),
    z: Math.cos(turn) * Math.cos(tilt),
  }
}

/** Follows the ray from block to block until it meets one of the boxes in them; null when it meets none in reach. */
export function castRay(ray: Ray, boxesAt: (position: Position) => readonly CollisionBox[]): RayHit | null {
  let position = blockPosition(ray.from)
  let entered = opposite(mainFace(ray.direction))
  let distance = 0
  while (distance <= ray.reach) {
    const face = nearestFace(ray, position, boxesAt(position), entered)
    if (face !== null) return { position, face }
    const exit = crossing(ray, position, [0, 0, 0, 1, 1, 1])
    if (exit === null) return null
    distance = exit.leave
    entered = opposite(exit.leaveFace)
    position = neighbor(position, exit.leaveFace)
  }
  return null
}

/** The side on which the ray comes into the first of the boxes; the way it came from where it starts inside of one. */
function nearestFace(
  ray: Ray,
  position: Position,
  boxes: readonly CollisionBox[],
  entered: Face,
): Face | null {
  let nearest: { readonly at: number; readonly face: Face } | null = null
  for (const box of boxes) {
    const hit = crossing(ray, position, box)
    if (hit === null || hit.leave < 0 || hit.enter > ray.reach) continue
    if (nearest === null || hit.enter < nearest.at) {
      nearest = { at: hit.enter, face: hit.enter < 0 ? entered : hit.enterFace }
    }
  }
  return nearest?.face ?? null
}

interface Crossing {
  readonly enter: number
  readonly enterFace: Face
  readonly leave: number
  readonly leaveFace: Face
}

const axes = [
  { name: 'x', low: 'west', high: 'east' },
  { name: 'y', low: 'down', high: 'up' },
  { name: 'z', low: 'north', high: 'south' },
] as const

/** Where the line goes into the box and out of it, in blocks from the ray's start; null when it misses the box. */
function crossing({ from, direction }: Ray, block: Position, box: CollisionBox): Crossing | null {
  let [enter, leave] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  let enterFace: Face = 'up'
  let leaveFace: Face = 'down'
  for (const [index, { name, low, high }] of axes.entries()) {
    const [minimum, maximum] = [block[name] + (box[index] ?? 0), block[name] + (box[index + 3] ?? 1)]
    const speed = direction[name]
    if (speed === 0) {
      if (from[name] < minimum || from[name] > maximum) return null
      continue
    }
    const first = ((speed > 0 ? minimum : maximum) - from[name]) / speed
    const last = ((speed > 0 ? maximum : minimum) - from[name]) / speed
    if (first > enter) [enter, enterFace] = [first, speed > 0 ? low : high]
    if (last < leave) [leave, leaveFace] = [last, speed > 0 ? high : low]
  }
  return enter <= leave ? { enter, enterFace, leave, leaveFace } : null
}

function mainFace({ x, y, z }: Position): Face {
  const [across, up, along] = [Math.abs(x), Math.abs(y), Math.abs(z)]
  if (up >= across && up >= along) return y > 0 ? 'up' : 'down'
  if (across >= along) return x > 0 ? 'east' : 'west'
  return z > 0 ? 'south' : 'north'
}
