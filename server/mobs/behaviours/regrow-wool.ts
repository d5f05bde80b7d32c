import { blockPosition } from '../../../src/core/position.ts'
import type { MobEntity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import { refreshMob } from '../../game/mob-looks.ts'
import { neighbor } from '../../rules/faces.ts'

/** One in so many ticks a shorn sheep eats. */
const APPETITE = 1000
const EATING_STATUS = 10

/** A shorn sheep eats grass now and then and has its wool again (Minecraft Wiki: Sheep). Those with wool do not eat. */
export function regrowWool(game: Game, mob: MobEntity): boolean {
  if (!mob.mind.shorn || !mob.onGround || game.random.below(APPETITE) > 0) return false
  const ground = neighbor(blockPosition(mob.position), 'down')
  if (game.world.blockAt(ground).name !== 'grass_block') return false
  if (game.rules.mobGriefing) game.world.setBlock(ground, 'dirt')
  game.sendToWatchers(mob.id, {
    name: 'entity_status',
    params: { entityId: mob.id, entityStatus: EATING_STATUS },
  })
  mob.mind.shorn = false
  refreshMob(game, mob)
  return true
}
