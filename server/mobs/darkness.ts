import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { isNight } from './daylight.ts'

/** Sky light that monsters bear at most, and how much of it the night takes. */
const MOST_SKY_LIGHT = 7
const NIGHT_LOSS = 11

/** Whether monsters may appear there: no light of a lamp at all, and at most 7 of the sky (Minecraft Wiki: Light). */
export function isDark(game: Game, position: Position): boolean {
  const { sky, block } = game.world.lightAt(position)
  return block === 0 && sky - (isNight(game.time) ? NIGHT_LOSS : 0) <= MOST_SKY_LIGHT
}
