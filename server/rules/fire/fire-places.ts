import type { Position } from '../../../src/core/position.ts'
import type { BlockProperties } from '../../data/block-kind.ts'
import { flammabilityOf } from '../../data/flammability.ts'
import type { Game } from '../../game/game.ts'
import { faces, neighbor } from '../faces.ts'
import { isRainedOn } from '../rain.ts'
import { isSturdy } from '../sturdiness.ts'

const SIDES = ['north', 'south', 'west', 'east', 'up'] as const

/** How readily the block catches fire; what is under water does not. */
export function catchesAt(game: Game, position: Position): number {
  return burnableAt(game, position)?.catches ?? 0
}

/** How fast fire beside it burns the block away. */
export function burnsAt(game: Game, position: Position): number {
  return burnableAt(game, position)?.burns ?? 0
}

/** Whether something beside the place burns. */
export function hasFuelAround(game: Game, position: Position): boolean {
  return faces.some((face) => catchesAt(game, neighbor(position, face)) > 0)
}

/** Fire burns on firm ground and beside what burns. */
export function canBurnAt(game: Game, position: Position): boolean {
  return isOnFirmGround(game, position) || hasFuelAround(game, position)
}

export function isOnFirmGround(game: Game, position: Position): boolean {
  return isSturdy(game, game.world.blockStateAt(neighbor(position, 'down')), 'up')
}

/** Puts fire there: upright on the ground, else clinging to what burns around it. @param age 0 to 15 */
export function setFire(game: Game, position: Position, age = 0): boolean {
  const below = game.world.blockAt(neighbor(position, 'down')).name
  if (below === 'soul_sand' || below === 'soul_soil') return game.world.setBlock(position, 'soul_fire')
  const properties: Record<string, string> = { age: String(age) }
  const stands = isOnFirmGround(game, position) || catchesAt(game, neighbor(position, 'down')) > 0
  for (const side of SIDES) {
    if (!stands && catchesAt(game, neighbor(position, side)) > 0) properties[side] = 'true'
  }
  return game.world.setBlock(position, 'fire', properties satisfies BlockProperties)
}

/** Whether rain reaches the fire from above or from beside. */
export function isNearRain(game: Game, position: Position): boolean {
  const around = [
    position,
    ...(['north', 'south', 'west', 'east'] as const).map((side) => neighbor(position, side)),
  ]
  return around.some((place) => isRainedOn(game, { ...place, y: place.y + 1 }))
}

function burnableAt(game: Game, position: Position) {
  const { kind, properties } = game.world.blockAt(position)
  return properties.waterlogged === 'true' ? null : flammabilityOf(kind)
}
