import { blockPosition, type Position } from '../../src/core/position.ts'
import type { FluidName } from '../data/fluid.ts'
import type { Game } from '../game/game.ts'
import type { Living } from '../game/living.ts'
import type { WorldBlock } from '../world/world.ts'
import { neighbor } from './faces.ts'
import { fluidAt } from './fluid-space.ts'

/** A body that only just reaches into a block is not in it. */
const TOLERANCE = 1e-3
const SNEAKING_HEIGHT = 1.5
const SNEAKING_EYES = 1.27
/** Share of a mob's height at which its eyes are. */
const MOB_EYES = 0.85

/** What is around a body in one tick. */
export interface Surroundings {
  /** The blocks that its body is in, air aside. */
  readonly blocks: readonly WorldBlock[]
  readonly inWater: boolean
  readonly inLava: boolean
  /** Whether the eyes are under water. */
  readonly isSubmerged: boolean
}

export function surroundingsOf(game: Game, body: Living): Surroundings {
  const { world } = game
  const places = filledPlaces(game, body)
  const isIn = (name: FluidName) =>
    places.some((place) => fluidSurface(game, place, name) > body.position.y + TOLERANCE)
  const eyes = eyesOf(body)
  return {
    blocks: places.map((place) => world.blockAt(place)),
    inWater: isIn('water'),
    inLava: isIn('lava'),
    isSubmerged: fluidSurface(game, blockPosition(eyes), 'water') > eyes.y,
  }
}

/** Where the body sees from; lower when a player ducks. */
export function eyesOf(body: Living): Position {
  if (body.type === 'mob') return { ...body.position, y: body.position.y + body.kind.height * MOB_EYES }
  if (!body.sneaking) return body.eyes
  return { ...body.position, y: body.position.y + SNEAKING_EYES }
}

/** Height of the fluid's surface; minus infinity where there is none. */
function fluidSurface(game: Game, place: Position, name: FluidName): number {
  const fluid = fluidAt(game, place)
  if (fluid?.name !== name) return Number.NEGATIVE_INFINITY
  const isCovered = fluidAt(game, neighbor(place, 'up'))?.name === name
  return place.y + (isCovered ? 1 : fluid.amount / 9)
}

function isSneaking(body: Living): boolean {
  return body.type === 'player' && body.sneaking
}

/** The places that the body is in and that hold a block, air aside. Most often there is none, which costs nothing. */
export function filledPlaces({ world }: Game, body: Living): readonly Position[] {
  const { x, y, z } = body.position
  const half = body.kind.width / 2 - TOLERANCE
  const height = (isSneaking(body) ? SNEAKING_HEIGHT : body.kind.height) - TOLERANCE
  const places: Position[] = []
  const place = { x: 0, y: 0, z: 0 }
  for (place.y = Math.floor(y + TOLERANCE); place.y <= Math.floor(y + height); place.y++) {
    for (place.x = Math.floor(x - half); place.x <= Math.floor(x + half); place.x++) {
      for (place.z = Math.floor(z - half); place.z <= Math.floor(z + half); place.z++) {
        if (world.blockStateAt(place) !== 0) places.push({ ...place })
      }
    }
  }
  return places
}
