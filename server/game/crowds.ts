import type { Position } from '../../src/core/position.ts'
import { columnNumber } from '../world/column-number.ts'
import type { Entity } from './entity.ts'
import type { Game } from './game.ts'

/** Entities that one column holds at most, so that nobody can fill the server's memory. Vanilla has no such limit. */
export const MOST_PER_COLUMN = { item: 512, mob: 128, vehicle: 64 } as const

export type Crowding = keyof typeof MOST_PER_COLUMN

/** Whether the column around the place holds as many entities of that type as it may. */
export function isCrowded(game: Game, type: Crowding, place: Position): boolean {
  if (game.entities.size < MOST_PER_COLUMN[type]) return false
  let count = 0
  for (const _ of inColumn(game, type, place)) count += 1
  return count >= MOST_PER_COLUMN[type]
}

/** The one of that type that has been in the column for longest; null where there is none. */
export function oldestIn(game: Game, type: Crowding, place: Position): Entity | null {
  for (const entity of inColumn(game, type, place)) return entity
  return null
}

function* inColumn(game: Game, type: Crowding, place: Position): Iterable<Entity> {
  const column = numberAt(place)
  for (const entity of game.entities.ofType(type)) {
    if (numberAt(entity.position) === column) yield entity
  }
}

function numberAt({ x, z }: Position): number {
  return columnNumber(Math.floor(x) >> 4, Math.floor(z) >> 4)
}
