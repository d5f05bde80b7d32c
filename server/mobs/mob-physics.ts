import type { Position } from '../../src/core/position.ts'
import { type MobEntity, stillVelocity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { hurtMob } from './hurt-mob.ts'

const GRAVITY = 0.08
const AIR_DRAG = 0.91
const GROUND_FRICTION = 0.546
const HARMLESS_FALL = 3
/** Slower than this a mob walks again instead of sliding. */
const STILL = 0.02
const VOID_Y = -128

/** Lets a mob fall and slide after a blow. */
export function moveMob(game: Game, mob: MobEntity): void {
  slide(game, mob)
  const floor = floorBelow(game, mob.position)
  mob.onGround = mob.position.y <= floor && mob.velocity.y <= 0
  if (mob.onGround) {
    land(game, mob)
    return
  }
  const speed = Math.max(-3, (mob.velocity.y - GRAVITY) * 0.98)
  const y = Math.max(floor, mob.position.y + speed)
  mob.mind.fallen += Math.max(0, mob.position.y - y)
  mob.velocity = { ...mob.velocity, y: speed }
  mob.position = { ...mob.position, y }
  mob.moved = true
  if (mob.position.y < VOID_Y)
    hurtMob(game, mob, { damage: 4, player: null, blockable: false, cause: 'void' })
}

/** Whether it is flung about and cannot walk. */
export function isSliding(mob: MobEntity): boolean {
  return Math.abs(mob.velocity.x) > STILL || Math.abs(mob.velocity.z) > STILL
}

/** Throws a body away from a point (Minecraft Wiki: Knockback (mechanic)); gives its new velocity. */
export function knockedBack(
  body: { readonly velocity: Position; readonly onGround: boolean },
  direction: { readonly x: number; readonly z: number },
  strength: number,
): Position {
  const length = Math.hypot(direction.x, direction.z)
  if (length < 1e-4) return body.velocity
  const { x, y, z } = body.velocity
  return {
    x: x / 2 + (direction.x / length) * strength,
    y: body.onGround ? Math.min(0.4, y / 2 + strength) : y,
    z: z / 2 + (direction.z / length) * strength,
  }
}

function land(game: Game, mob: MobEntity): void {
  const damage = Math.ceil(mob.mind.fallen - HARMLESS_FALL - 1e-6)
  mob.mind.fallen = 0
  mob.velocity = isSliding(mob) ? { ...mob.velocity, y: 0 } : stillVelocity
  if (damage > 0 && mob.traits.name !== 'chicken') {
    hurtMob(game, mob, { damage, player: null, blockable: false })
  }
}

function slide(game: Game, mob: MobEntity): void {
  if (!isSliding(mob)) return
  for (const axis of ['x', 'z'] as const) {
    const next = { ...mob.position, [axis]: mob.position[axis] + mob.velocity[axis] }
    if (isBlocked(game, next)) mob.velocity = { ...mob.velocity, [axis]: 0 }
    else mob.position = next
  }
  const friction = mob.onGround ? GROUND_FRICTION : AIR_DRAG
  mob.velocity = { x: mob.velocity.x * friction, y: mob.velocity.y, z: mob.velocity.z * friction }
  mob.moved = true
}

function isBlocked(game: Game, { x, y, z }: Position): boolean {
  const feet = { x: Math.floor(x), y: Math.floor(y + 0.001), z: Math.floor(z) }
  return game.registry.collisionBoxes(game.world.blockStateAt(feet)).length > 0
}

function floorBelow(game: Game, { x, y, z }: Position): number {
  const block = { x: Math.floor(x), y: Math.ceil(y) - 1, z: Math.floor(z) }
  const boxes = game.registry.collisionBoxes(game.world.blockStateAt(block))
  if (boxes.length === 0) return Number.NEGATIVE_INFINITY
  return block.y + Math.max(...boxes.map((box) => box[4] ?? 1))
}
