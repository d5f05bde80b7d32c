import { distanceBetween } from '../../../src/core/position.ts'
import type { MobEntity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import type { Player } from '../../game/player.ts'
import { OFF_HAND } from '../../inventory/player-inventory.ts'
import { isLuredBy } from '../animal-foods.ts'
import { canWalk, lookTowards, walkingSpeed, walkTowards } from '../walking.ts'

const SIGHT = 10
const CLOSE = 2.5
/** It looks around once in so many ticks. */
const INTERVAL = 10
const HASTE = 1.2

/** Walks after a player who holds what it eats (Minecraft Wiki: Breeding). */
export function followFood(game: Game, mob: MobEntity): boolean {
  const { mind } = mob
  if ((game.tick + mob.id) % INTERVAL === 0) mind.target = nearestFeeder(game, mob)?.id ?? null
  const feeder = mind.target === null ? undefined : game.players.get(mind.target)
  if (feeder === undefined || !canWalk(mob)) return false
  mob.goal = null
  lookTowards(mob, feeder.position)
  if (distanceBetween(mob.position, feeder.position) > CLOSE) {
    walkTowards(game, mob, feeder.position, walkingSpeed(mob.traits.speed) * HASTE)
  }
  return true
}

function nearestFeeder(game: Game, mob: MobEntity): Player | null {
  let nearest: Player | null = null
  let least = SIGHT
  for (const player of game.players.values()) {
    const distance = distanceBetween(player.position, mob.position)
    if (distance > least || player.isDead || player.gameMode === 'spectator' || !offers(player, mob)) continue
    nearest = player
    least = distance
  }
  return nearest
}

function offers({ held, inventory }: Player, { traits }: MobEntity): boolean {
  return isLuredBy(traits.name, held?.name) || isLuredBy(traits.name, inventory.storage.at(OFF_HAND)?.name)
}
