import { distanceBetween } from '../../../src/core/position.ts'
import { spawnArrow } from '../../game/arrows.ts'
import { difficulties } from '../../game/difficulty.ts'
import type { MobEntity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import type { Player } from '../../game/player.ts'
import { canSee, targetOf } from '../targets.ts'
import { lookTowards } from '../walking.ts'
import { approach } from './hunt.ts'

const RANGE = 15
/** A second to draw the bow, then a rest that is shorter on hard. */
const DRAW_TICKS = 20
const REST_TICKS = 40
const HARD_REST_TICKS = 20
const SPEED = 1.6
const DAMAGE = 2

/** Keeps within bowshot of a player and shoots at it (Minecraft Wiki: Skeleton). */
export function shoot(game: Game, mob: MobEntity): boolean {
  const target = targetOf(game, mob)
  if (target === null) return false
  mob.goal = null
  const { mind } = mob
  if (distanceBetween(mob.position, target.position) > RANGE || !canSee(game, mob, target)) {
    mind.nextAttack = game.tick + DRAW_TICKS
    approach(game, mob, target)
    return true
  }
  lookTowards(mob, target.position)
  if (mind.nextAttack === 0) mind.nextAttack = game.tick + DRAW_TICKS
  if (mind.nextAttack > game.tick) return true
  mind.nextAttack = game.tick + DRAW_TICKS + (game.difficulty === 'hard' ? HARD_REST_TICKS : REST_TICKS)
  loose(game, mob, target)
  return true
}

function loose(game: Game, mob: MobEntity, target: Player): void {
  const position = { ...mob.position, y: mob.position.y + mob.kind.height * 0.85 - 0.1 }
  const [x, z] = [target.position.x - position.x, target.position.z - position.z]
  const y = target.position.y + target.kind.height / 3 - position.y + Math.hypot(x, z) * 0.2
  spawnArrow(game, {
    shooter: mob.id,
    position,
    direction: { x, y, z },
    speed: SPEED,
    spread: 14 - difficulties.indexOf(game.difficulty) * 4,
    damage: DAMAGE,
    critical: false,
    collectable: false,
  })
}
