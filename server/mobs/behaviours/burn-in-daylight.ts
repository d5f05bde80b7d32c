import type { MobEntity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import { setOnFire } from '../../rules/burning.ts'
import { isInSunlight } from '../daylight.ts'
import { isFree } from '../walking.ts'

const FIRE_TICKS = 160
/** It looks at the sky only now and then. */
const INTERVAL = 20

/** Catches fire under the open sky by day (Minecraft Wiki: Undead). Water protects it. Never takes the tick. */
export function burnInDaylight(game: Game, mob: MobEntity): boolean {
  if ((game.tick + mob.id) % INTERVAL !== 0) return false
  const { x, y, z } = mob.position
  const isDry = isFree(game, { x: Math.floor(x), y: Math.floor(y), z: Math.floor(z) })
  if (isDry && isInSunlight(game, mob.position)) setOnFire(game, mob, FIRE_TICKS)
  return false
}
