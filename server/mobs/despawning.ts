import { distanceBetween } from '../../src/core/position.ts'
import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'

/** Farther than this from every player a monster vanishes at once, in blocks. */
const AT_ONCE_DISTANCE = 128
const CHANCE_DISTANCE = 32
/** It is looked at once in so many ticks. */
const INTERVAL = 20
const LONELY_TICKS = 600
/** Vanilla's chance is one in 800 in each tick. */
const CHANCE = INTERVAL / 800

/** Whether a monster vanishes now: in peace, or far from players (Minecraft Wiki: Mob spawning, despawning). Animals stay. */
export function despawns(game: Game, mob: MobEntity): boolean {
  if (!mob.traits.hostile) return false
  if (game.difficulty === 'peaceful') return true
  if ((game.tick + mob.id) % INTERVAL !== 0 || game.players.size === 0) return false
  const distance = nearestPlayer(game, mob)
  if (distance > AT_ONCE_DISTANCE) return true
  mob.mind.lonelyTicks = distance < CHANCE_DISTANCE ? 0 : mob.mind.lonelyTicks + INTERVAL
  return mob.mind.lonelyTicks > LONELY_TICKS && game.random.float() < CHANCE
}

function nearestPlayer(game: Game, mob: MobEntity): number {
  let least = Number.POSITIVE_INFINITY
  for (const player of game.players.values()) {
    least = Math.min(least, distanceBetween(player.position, mob.position))
  }
  return least
}
