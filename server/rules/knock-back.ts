import type { Position } from '../../src/core/position.ts'
import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { knockedBack } from '../mobs/mob-physics.ts'
import { velocityShort } from '../protocol/angle.ts'

/** Blocks per tick that a blow gives, and what running and each level of Knockback add (Minecraft Wiki: Knockback (mechanic)). */
export const BLOW = 0.4
export const EXTRA_BLOW = 0.5

/** Pushes a player away from a point: its client does the moving. */
export function pushPlayer(game: Game, player: Player, from: Position, strength = BLOW): void {
  if (player.isDead) return
  const direction = { x: player.position.x - from.x, z: player.position.z - from.z }
  // The server knows no velocity of a player but what its last step makes believe; vanilla counts from a stand.
  const still = { velocity: { x: 0, y: 0, z: 0 }, onGround: player.onGround }
  sendVelocity(game, player, knockedBack(still, direction, strength))
}

/** Pushes a mob away from a point. */
export function pushMob(mob: MobEntity, from: Position, strength = BLOW): void {
  const direction = { x: mob.position.x - from.x, z: mob.position.z - from.z }
  mob.velocity = knockedBack(mob, direction, strength)
  mob.goal = null
}

/** Gives a player a velocity, in blocks per tick. */
export function sendVelocity(game: Game, player: Player, { x, y, z }: Position): void {
  const velocity = { x: velocityShort(x), y: velocityShort(y), z: velocityShort(z) }
  const packet = { name: 'entity_velocity', params: { entityId: player.id, velocity } }
  game.sendTo([player], packet)
  game.sendToWatchers(player.id, packet)
}
