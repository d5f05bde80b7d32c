import { blockPosition, distanceBetween } from '../../../src/core/position.ts'
import { attributeValue } from '../../game/active-effect.ts'
import { scaledDamage } from '../../game/difficulty.ts'
import type { MobEntity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import type { Player } from '../../game/player.ts'
import { hurt } from '../../rules/damage.ts'
import { pushPlayer } from '../../rules/knock-back.ts'
import { prickAttacker } from '../../rules/thorns.ts'
import { findPath } from '../path-search.ts'
import { targetOf } from '../targets.ts'
import { canWalk, lookTowards, walkingSpeed, walkTowards } from '../walking.ts'

const ATTACK_INTERVAL = 20
/** How far beyond its body a mob strikes. */
const ARM = 0.83
const HALF_PLAYER = 0.3
const SEARCH_INTERVAL = 20
const CLOSE = 1

/** Goes after a player by the shortest way that it finds, and strikes it (Minecraft Wiki: Mob, melee attack). */
export function hunt(game: Game, mob: MobEntity): boolean {
  const target = targetOf(game, mob)
  if (target === null) return false
  mob.goal = null
  approach(game, mob, target)
  strike(game, mob, target)
  return true
}

/** Comes one step closer to the player. */
export function approach(game: Game, mob: MobEntity, target: Player): void {
  if (!canWalk(mob)) return
  if (distanceBetween(mob.position, target.position) <= CLOSE) {
    lookTowards(mob, target.position)
    return
  }
  const { mind } = mob
  if (mind.nextSearch <= game.tick && game.searches.take(game.tick)) {
    mind.nextSearch = game.tick + SEARCH_INTERVAL
    mind.path = findPath(game, blockPosition(mob.position), blockPosition(target.position))
  }
  const [next] = mind.path
  const speed = walkingSpeed(mob.traits.speed)
  if (next === undefined) {
    walkTowards(game, mob, target.position, speed)
    return
  }
  if (!walkTowards(game, mob, next, speed)) mind.path = []
  if (Math.hypot(next.x - mob.position.x, next.z - mob.position.z) < 0.3) mind.path = mind.path.slice(1)
}

function strike(game: Game, mob: MobEntity, target: Player): void {
  const { traits, mind } = mob
  if (traits.attack === 0 || mind.nextAttack > game.tick || !isInReach(mob, target)) return
  mind.nextAttack = game.tick + ATTACK_INTERVAL
  game.sendToWatchers(mob.id, { name: 'animation', params: { entityId: mob.id, animation: 0 } })
  const damage = scaledDamage(game.difficulty, attributeValue(mob, 'attack_damage', traits.attack))
  const attack = { by: mob.kind.displayName, from: mob.position, weapon: 'blow', attacker: mob.id } as const
  if (!hurt(game, target, damage, attack)) return
  pushPlayer(game, target, mob.position)
  prickAttacker(game, target, mob)
}

function isInReach(mob: MobEntity, { position, kind }: Player): boolean {
  const reach = mob.kind.width / 2 + HALF_PLAYER + ARM
  const side = Math.max(Math.abs(position.x - mob.position.x), Math.abs(position.z - mob.position.z))
  return (
    side <= reach &&
    position.y < mob.position.y + mob.kind.height &&
    mob.position.y < position.y + kind.height
  )
}
