import type { Position } from '../../../src/core/position.ts'
import type { Random } from '../../../src/core/random.ts'
import type { Game } from '../../game/game.ts'
import { skyDarkening } from '../daylight.ts'

/** Light that monsters bear at most. */
const MOST_LIGHT = 7
/** Vanilla draws against the light of the sky, so that even at night few appear in the open. */
const SKY_ODDS = 32
/** How much of the sky's light a thunderstorm takes as far as monsters go. */
const THUNDER_LOSS = 10

/** Whether monsters may appear there: no light of a lamp at all, and at most 7 of the sky (Minecraft Wiki: Light). */
export function isDark(game: Game, position: Position): boolean {
  return lightFor(game, position) <= MOST_LIGHT
}

/** Whether it is dark there, and chance agrees: the less likely, the more light there is. */
export function isDarkByChance(game: Game, position: Position, random: Random): boolean {
  const { sky } = game.world.lightAt(position)
  return sky <= random.below(SKY_ODDS) && lightFor(game, position) <= random.below(MOST_LIGHT + 1)
}

/** The light that counts for monsters; infinite in the light of a lamp. */
function lightFor(game: Game, position: Position): number {
  const { sky, block } = game.world.lightAt(position)
  if (block > 0) return Number.POSITIVE_INFINITY
  const { rainLevel, thunderLevel } = game.weather
  const isThundering = rainLevel * thunderLevel > 0.9
  return sky - (isThundering ? THUNDER_LOSS : skyDarkening(game.time, rainLevel, thunderLevel))
}
