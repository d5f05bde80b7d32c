import { distanceBetween } from '../../../src/core/position.ts'
import type { MobEntity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import { refreshMob } from '../../game/mob-looks.ts'
import { explosion } from '../../rules/explosion.ts'
import { removeMob } from '../hurt-mob.ts'
import { canSee, targetOf } from '../targets.ts'
import { lookTowards } from '../walking.ts'

const FUSE_TICKS = 30
const LIGHTING_DISTANCE = 3
const GIVING_UP_DISTANCE = 7
const POWER = 3

/** Lights its fuse beside a player and blows up, unless the player gets away (Minecraft Wiki: Creeper). */
export function explode(game: Game, mob: MobEntity): boolean {
  const target = targetOf(game, mob)
  const { mind } = mob
  const distance = target === null ? Number.POSITIVE_INFINITY : distanceBetween(mob.position, target.position)
  const limit = mind.fuse > 0 ? GIVING_UP_DISTANCE : LIGHTING_DISTANCE
  const burns = target !== null && distance < limit && canSee(game, mob, target)
  const before = mind.fuse
  mind.fuse = burns ? mind.fuse + 1 : Math.max(0, mind.fuse - 1)
  if (before > 0 !== mind.fuse > 0) refreshMob(game, mob)
  if (mind.fuse < FUSE_TICKS) {
    if (burns) lookTowards(mob, target.position)
    return burns
  }
  removeMob(game, mob)
  const center = { ...mob.position, y: mob.position.y + mob.kind.height * 0.0625 }
  explosion(game, {
    center,
    power: POWER,
    by: mob.kind.displayName,
    breaksBlocks: game.rules.mobGriefing,
    dropChance: 1 / POWER,
  })
  return true
}
