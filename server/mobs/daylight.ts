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

/**
 * How much of the sky's light the time of day and the weather take, 0 to 11 (Minecraft Wiki: Light, internal sky light).
 *
 * @param rain how far the sky has gone over to rain, 0 to 1; `thunder` likewise
 */
export function skyDarkening(time: number, rain: number, thunder: number): number {
  const share = (time / DAY + 0.75) % 1
  const angle = (share * 2 + 0.5 - Math.cos(share * Math.PI) / 2) / 3
  const sun = 0.5 + 2 * Math.max(-0.25, Math.min(0.25, Math.cos(angle * Math.PI * 2)))
  return Math.floor((1 - sun * (1 - (rain * 5) / 16) * (1 - (thunder * 5) / 16)) * 11)
}

/** Whether nothing stands between the place and the sky. */
export function isUnderSky(game: Game, { x, y, z }: Position): boolean {
  return game.world.surfaceY(Math.floor(x), Math.floor(z)) < y
}

/** Whether the sun shines on the place; rain hides it. */
export function isInSunlight(game: Game, place: Position): boolean {
  return !isNight(game.time) && game.weather.rainLevel <= 0.2 && isUnderSky(game, place)
}
