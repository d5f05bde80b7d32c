import { Vec3 } from '../../../src/body/mineflayer-library.ts'
import type { RockMap } from './rock-map.ts'

/** About the ticks that it takes to dig a block, to walk a step, and to build a floor. */
const DIG = 12
const WALK = 6
const BUILD = 14
const UP = new Vec3(0, 1, 0)
const DOWN = new Vec3(0, -1, 0)
export const SIDES = [new Vec3(1, 0, 0), new Vec3(0, 0, 1), new Vec3(-1, 0, 0), new Vec3(0, 0, -1)] as const
export const NEIGHBOURS = [DOWN, ...SIDES, UP] as const

/** What must be free for the step besides the places that the body is in, topmost first: what falls is met early. */
export function passage(feet: Vec3, next: Vec3): readonly Vec3[] {
  const body = [next.plus(UP), next]
  if (next.y > feet.y) return [feet.offset(0, 2, 0), ...body]
  if (next.y < feet.y) return [next.offset(0, 2, 0), ...body]
  return body
}

/** What the step costs in ticks, about; infinite where fluids would come in or nothing carries the bot. */
export function stepCost(map: RockMap, feet: Vec3, next: Vec3): number {
  let cost = WALK + floorCost(map, next.plus(DOWN))
  for (const place of passage(feet, next)) {
    if (!Number.isFinite(cost)) return cost
    cost += clearingCost(map, place)
  }
  return cost
}

function floorCost(map: RockMap, floor: Vec3): number {
  const kind = map.at(floor)
  if (kind === 'rock' || kind === 'falling') return 0
  if (kind !== 'free') return Number.POSITIVE_INFINITY
  const holds = [DOWN, ...SIDES].some((side) => ['rock', 'falling'].includes(map.at(floor.plus(side))))
  return holds ? BUILD : Number.POSITIVE_INFINITY
}

/** What it costs to make the place free; infinite where water or lava is beside it or would fall into it. */
export function clearingCost(map: RockMap, place: Vec3): number {
  const kind = map.at(place)
  if (kind === 'free') return 0
  if (kind !== 'rock' && kind !== 'falling') return Number.POSITIVE_INFINITY
  if (NEIGHBOURS.some((side) => isFluid(map, place.plus(side)))) return Number.POSITIVE_INFINITY
  let cost = DIG
  let above = place.plus(UP)
  for (; map.at(above) === 'falling'; above = above.plus(UP)) cost += 2 * DIG
  return isFluid(map, above) ? Number.POSITIVE_INFINITY : cost
}

function isFluid(map: RockMap, place: Vec3): boolean {
  const kind = map.at(place)
  return kind === 'water' || kind === 'lava'
}
