import type { MobEntity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import { breed, partnerOf } from '../breeding.ts'
import { walkingSpeed, walkTowards } from '../walking.ts'

/** Goes to a partner after it was fed, and has a young with it (Minecraft Wiki: Breeding). */
export function mate(game: Game, mob: MobEntity): boolean {
  if (mob.mind.loveTicks === 0) return false
  const partner = partnerOf(game, mob)
  if (partner === null) return false
  mob.goal = null
  if (!breed(game, mob, partner)) walkTowards(game, mob, partner.position, walkingSpeed(mob.traits.speed))
  return true
}
