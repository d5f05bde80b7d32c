import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'

const DAY = 24_000
/** Between these times monsters appear under the open sky and the undead do not burn (Minecraft Wiki: Daylight cycle). */
const NIGHTFALL = 13_188
const DAYBREAK = 22_812

export function isNight(time: number): boolean {
  const hour = time % DAY
  return hour >= NIGHTFALL && hour <= DAYBREAK
}

/** Whether nothing stands between the place and the sky. */
export function isUnderSky(game: Game, { x, y, z }: Position): boolean {
  return game.world.surfaceY(Math.floor(x), Math.floor(z)) < y
}

export function isInSunlight(game: Game, place: Position): boolean {
  return !isNight(game.time) && isUnderSky(game, place)
}
