import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { isOpaque, lampLight } from '../rules/brightness.ts'
import { faces, neighbor } from '../rules/faces.ts'
import { isNight } from './daylight.ts'

/** Steps that light of the strongest lamp goes. */
const LAMP_REACH = 14
/** Sky light that monsters bear at most, and how much of it the night takes. */
const MOST_SKY_LIGHT = 7
const DAYLIGHT = 15
const NIGHT_LOSS = 11
/** Larger caves than this are looked at only in part. */
const LARGEST_SEARCH = 4000

/**
 * Whether monsters may appear there: no light of a lamp at all, and at most 7 of the sky (Minecraft Wiki: Light). Light
 * spreads through what is not opaque and loses one on each step.
 */
export function isDark(game: Game, position: Position): boolean {
  const sky = isNight(game.time) ? DAYLIGHT - NIGHT_LOSS : DAYLIGHT
  const seen = new Set<number>([numberOf(position, position)])
  let edge: readonly Position[] = [position]
  for (let distance = 0; distance <= LAMP_REACH && seen.size < LARGEST_SEARCH; distance++) {
    for (const place of edge) {
      if (lampLight(game, place) > distance) return false
      if (sky - distance > MOST_SKY_LIGHT && game.world.surfaceY(place.x, place.z) < place.y) return false
    }
    edge = spread(game, edge, { center: position, seen })
  }
  return true
}

interface Search {
  readonly center: Position
  readonly seen: Set<number>
}

function spread(game: Game, edge: readonly Position[], { center, seen }: Search): readonly Position[] {
  const next: Position[] = []
  for (const place of edge) {
    for (const face of faces) {
      const side = neighbor(place, face)
      const key = numberOf(side, center)
      if (seen.has(key)) continue
      seen.add(key)
      if (!isOpaque(game, side) || lampLight(game, side) > 0) next.push(side)
    }
  }
  return next
}

/** Tells apart the places within 15 blocks of the centre. */
function numberOf({ x, y, z }: Position, center: Position): number {
  return ((x - center.x + 16) << 10) | ((y - center.y + 16) << 5) | (z - center.z + 16)
}
