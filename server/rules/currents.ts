import type { Position } from '../../src/core/position.ts'
import { type Fluid, type FluidName, FULL_AMOUNT } from '../data/fluid.ts'
import type { Body } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { horizontalFaces, neighbor } from './faces.ts'
import { fluidAt, isSolidBlock } from './fluid-space.ts'

/** Blocks per tick that a current adds to the speed of a body in it, and the least that it makes of a slow one. */
const strengths: Readonly<Record<FluidName, number>> = { water: 0.014, lava: 0.007 / 3 }
const SLOW = 0.003
const LEAST_PUSH = 0.0045
/** A surface is that much lower than its block. */
const SHARE_OF_BLOCK = 9
/** How much lower a fluid counts that goes on in the block below. */
const DROP = FULL_AMOUNT / SHARE_OF_BLOCK

/** The fluid at the feet of a body, and how deep it stands in it; null on dry land. */
export interface Immersion {
  readonly place: Position
  readonly fluid: Fluid
  /** Blocks from the feet to the surface. */
  readonly depth: number
}

export function immersionOf(game: Game, { x, y, z }: Position): Immersion | null {
  const place = { x: Math.floor(x), y: Math.floor(y), z: Math.floor(z) }
  const fluid = fluidAt(game, place)
  if (fluid === null) return null
  const above = fluidAt(game, neighbor(place, 'up'))
  const surface = place.y + (above?.name === fluid.name ? 1 : heightOf(fluid))
  if (surface <= y) return null
  const isDeeper = above?.name === fluid.name
  return { place, fluid, depth: surface - y + (isDeeper ? heightOf(above) : 0) }
}

/** The velocity of a body after the current at its feet has pushed it (Minecraft Wiki: Fluid, current; Water; Lava). */
export function carriedBy(game: Game, { velocity }: Body, { place, fluid }: Immersion): Position {
  const flow = currentAt(game, place)
  const strength = strengths[fluid.name]
  if (flow.x === 0 && flow.z === 0 && flow.y === 0) return velocity
  const isSlow = Math.abs(velocity.x) < SLOW && Math.abs(velocity.z) < SLOW
  const push = isSlow ? Math.max(strength, LEAST_PUSH) : strength
  return { x: velocity.x + flow.x * push, y: velocity.y + flow.y * push, z: velocity.z + flow.z * push }
}

/**
 * Where the fluid in a block flows, of length 1: away from higher fluid, towards lower and towards drops; down where it
 * falls along a wall. Nothing where it stands still.
 */
export function currentAt(game: Game, place: Position): Position {
  const fluid = fluidAt(game, place)
  if (fluid === null) return { x: 0, y: 0, z: 0 }
  let [x, z] = [0, 0]
  for (const side of horizontalFaces) {
    const beside = neighbor(place, side)
    const fall = fallTowards(game, beside, fluid)
    x += (beside.x - place.x) * fall
    z += (beside.z - place.z) * fall
  }
  const flat = unit({ x, y: 0, z })
  return fluid.isFalling && isAlongWall(game, place) ? unit({ ...flat, y: -6 }) : flat
}

/** How much lower the fluid stands in a block beside one; negative where it stands higher. */
function fallTowards(game: Game, beside: Position, fluid: Fluid): number {
  const other = fluidAt(game, beside)
  if (other !== null && other.name !== fluid.name) return 0
  if (other !== null) return heightOf(fluid) - heightOf(other)
  if (isSolidBlock(game, game.world.blockStateAt(beside))) return 0
  const below = fluidAt(game, neighbor(beside, 'down'))
  return below?.name === fluid.name ? heightOf(fluid) - (heightOf(below) - DROP) : 0
}

function isAlongWall(game: Game, place: Position): boolean {
  return horizontalFaces.some((side) => {
    const beside = neighbor(place, side)
    return [beside, neighbor(beside, 'up')].some((block) =>
      isSolidBlock(game, game.world.blockStateAt(block)),
    )
  })
}

function heightOf({ amount }: Fluid): number {
  return amount / SHARE_OF_BLOCK
}

function unit({ x, y, z }: Position): Position {
  const length = Math.hypot(x, y, z)
  return length < 1e-4 ? { x: 0, y: 0, z: 0 } : { x: x / length, y: y / length, z: z / length }
}
