import type { MobEntity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import { canWalk, walkingSpeed, walkTowards } from '../walking.ts'

const LONGEST_WALK = 6
/** Ticks that a mob stands about, at least and in addition at most. */
const LEAST_REST = 60
const MORE_REST = 200

/** Stands about and now and then walks a few blocks on the level, up or down one step. */
export function wander(game: Game, mob: MobEntity): boolean {
  if (!canWalk(mob)) return false
  if (mob.goal !== null) {
    if (!walkTowards(game, mob, mob.goal, walkingSpeed(mob.traits.speed))) mob.goal = null
  } else if (mob.idleTicks > 0) {
    mob.idleTicks -= 1
  } else {
    const { random } = game
    const offset = () => (random.float() * 2 - 1) * LONGEST_WALK
    mob.goal = { x: mob.position.x + offset(), y: mob.position.y, z: mob.position.z + offset() }
    mob.idleTicks = LEAST_REST + random.below(MORE_REST)
  }
  return true
}
