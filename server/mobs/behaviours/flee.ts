import type { MobEntity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import { canWalk, walkingSpeed, walkTowards } from '../walking.ts'

const LONGEST_RUN = 5

/** Runs here and there for a while after it was hurt. */
export function flee(game: Game, mob: MobEntity): boolean {
  if (mob.mind.panicUntil <= game.tick) return false
  if (!canWalk(mob)) return true
  const { random } = game
  const offset = () => (random.float() * 2 - 1) * LONGEST_RUN
  mob.goal ??= { x: mob.position.x + offset(), y: mob.position.y, z: mob.position.z + offset() }
  const speed = walkingSpeed(mob.traits.speed * mob.traits.panic)
  if (!walkTowards(game, mob, mob.goal, speed)) mob.goal = null
  return true
}
