import type { Game } from '../game/game.ts'
import type { Living } from '../game/living.ts'
import { FULL_AIR } from '../game/player.ts'
import { harm } from './harming.ts'
import type { Surroundings } from './surroundings.ts'
import { wornLevel } from './worn-enchantments.ts'

const AIR_PER_BREATH = 4
/** Air runs on below nothing for a second between two bouts of damage. */
const OUT_OF_AIR = -20
const DROWNING_DAMAGE = 2

/**
 * Under water a body has air for 15 seconds, then loses a heart each second; above it, it breathes in again. The client
 * is told of every change. Source: Minecraft Wiki, Damage (drowning).
 */
export function breathe(game: Game, body: Living, { isSubmerged }: Surroundings): void {
  if (isSubmerged) body.air -= breathesWater(body) || holdsBreath(game, body) ? 0 : 1
  else body.air = Math.min(FULL_AIR, body.air + AIR_PER_BREATH)
  const drowns = body.air <= OUT_OF_AIR
  if (drowns) body.air = 0
  if (drowns) harm(game, body, DROWNING_DAMAGE, 'drowning')
}

/** Respiration saves air in level of level + 1 ticks (Minecraft Wiki: Respiration). */
function holdsBreath(game: Game, body: Living): boolean {
  const level = body.type === 'player' ? wornLevel(body, 'respiration') : 0
  return level > 0 && game.stream('respiration').below(level + 1) > 0
}

function breathesWater({ effects }: Living): boolean {
  return effects.has('water_breathing') || effects.has('conduit_power')
}
