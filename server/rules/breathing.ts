import type { Game } from '../game/game.ts'
import { FULL_AIR, type Player } from '../game/player.ts'
import { hurt } from './damage.ts'
import type { Surroundings } from './surroundings.ts'

const AIR_PER_BREATH = 4
/** Air runs on below nothing for a second between two bouts of damage. */
const OUT_OF_AIR = -20
const DROWNING_DAMAGE = 2

/**
 * Under water a player has air for 15 seconds, then loses a heart each second; above it, it breathes in again. The client
 * is told of every change. Source: Minecraft Wiki, Damage (drowning).
 */
export function breathe(game: Game, player: Player, { isSubmerged }: Surroundings): void {
  if (isSubmerged) player.air -= breathesWater(player) ? 0 : 1
  else player.air = Math.min(FULL_AIR, player.air + AIR_PER_BREATH)
  const drowns = player.air <= OUT_OF_AIR
  if (drowns) player.air = 0
  if (drowns) hurt(game, player, DROWNING_DAMAGE, 'drowning')
}

function breathesWater({ effects }: Player): boolean {
  return effects.has('water_breathing') || effects.has('conduit_power')
}
