import type { Position } from '../../src/core/position.ts'
import type { FluidName } from '../data/fluid.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import type { WorldBlock } from '../world/world.ts'
import { neighbor } from './faces.ts'
import { fluidAt } from './fluid-space.ts'

/** A body that only just reaches into a block is not in it. */
const TOLERANCE = 1e-3
const SNEAKING_HEIGHT = 1.5
const SNEAKING_EYES = 1.27

/** What is around a player in one tick. */
export interface Surroundings {
  /** The blocks that its body is in, air aside. */
  readonly blocks: readonly WorldBlock[]
  readonly inWater: boolean
  readonly inLava: boolean
  /** Whether the eyes are under water. */
  readonly isSubmerged: boolean
}

export function surroundingsOf(game: Game, player: Player): Surroundings {
  const places = touchedPlaces(player)
  const isIn = (name: FluidName) =>
    places.some((place) => fluidSurface(game, place, name) > player.position.y + TOLERANCE)
  const eyes = eyesOf(player)
  const head = { x: Math.floor(eyes.x), y: Math.floor(eyes.y), z: Math.floor(eyes.z) }
  return {
    blocks: places
      .filter((place) => game.world.blockStateAt(place) !== 0)
      .map((place) => game.world.blockAt(place)),
    inWater: isIn('water'),
    inLava: isIn('lava'),
    isSubmerged: fluidSurface(game, head, 'water') > eyes.y,
  }
}

/** Where the player sees from; lower when it ducks. */
export function eyesOf(player: Player): Position {
  if (!player.sneaking) return player.eyes
  return { ...player.position, y: player.position.y + SNEAKING_EYES }
}

/** Height of the fluid's surface; minus infinity where there is none. */
function fluidSurface(game: Game, place: Position, name: FluidName): number {
  const fluid = fluidAt(game, place)
  if (fluid?.name !== name) return Number.NEGATIVE_INFINITY
  const isCovered = fluidAt(game, neighbor(place, 'up'))?.name === name
  return place.y + (isCovered ? 1 : fluid.amount / 9)
}

function touchedPlaces(player: Player): readonly Position[] {
  const { x, y, z } = player.position
  const half = player.kind.width / 2 - TOLERANCE
  const height = (player.sneaking ? SNEAKING_HEIGHT : player.kind.height) - TOLERANCE
  const places: Position[] = []
  for (let blockY = Math.floor(y + TOLERANCE); blockY <= Math.floor(y + height); blockY++) {
    for (let blockX = Math.floor(x - half); blockX <= Math.floor(x + half); blockX++) {
      for (let blockZ = Math.floor(z - half); blockZ <= Math.floor(z + half); blockZ++) {
        places.push({ x: blockX, y: blockY, z: blockZ })
      }
    }
  }
  return places
}
