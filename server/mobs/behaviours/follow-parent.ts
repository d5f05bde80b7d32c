import { distanceBetween } from '../../../src/core/position.ts'
import type { MobEntity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import { canWalk, walkingSpeed, walkTowards } from '../walking.ts'

const SIGHT = 8
const CLOSE = 3
/** It looks for its parent once in so many ticks. */
const INTERVAL = 20
const HASTE = 1.1

/** A young animal walks after a grown one of its kind (Minecraft Wiki: Baby mobs). */
export function followParent(game: Game, mob: MobEntity): boolean {
  const { mind } = mob
  if (mind.childhood === 0 || !canWalk(mob)) return false
  if ((game.tick + mob.id) % INTERVAL === 0) mind.parent = nearestParent(game, mob)?.id ?? null
  const parent = mind.parent === null ? undefined : game.entities.get(mind.parent)
  if (parent === undefined || distanceBetween(parent.position, mob.position) <= CLOSE) return false
  mob.goal = null
  return walkTowards(game, mob, parent.position, walkingSpeed(mob.traits.speed) * HASTE)
}

function nearestParent(game: Game, mob: MobEntity): MobEntity | null {
  let nearest: MobEntity | null = null
  let least = SIGHT
  for (const other of game.entities.ofType('mob')) {
    if (other.traits !== mob.traits || other.mind.childhood > 0) continue
    const distance = distanceBetween(other.position, mob.position)
    if (distance > least) continue
    nearest = other
    least = distance
  }
  return nearest
}
