import type { Position } from '../../src/core/position.ts'
import { effectLevel } from '../game/active-effect.ts'
import { type MobEntity, stillVelocity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { immersionOf } from '../rules/currents.ts'
import { fallDamage } from '../rules/falling.ts'
import { trample } from '../rules/farmland.ts'
import { harm } from '../rules/harming.ts'
import { drift, floorBelow, isBlocked } from './body-motion.ts'
import { swim } from './swimming.ts'

const GRAVITY = 0.08
const SLOW_GRAVITY = 0.01
/** Speed to which each level of levitation draws, in blocks per tick. */
const LEVITATION = 0.05
const AIR_DRAG = 0.91
const GROUND_FRICTION = 0.546
/** Slower than this a mob walks again instead of sliding. */
const STILL = 0.02
const VOID_Y = -128
const VOID_DAMAGE = 4
/** Less water than this one wades through. */
const WADING_DEPTH = 0.4
/** A chicken flutters: it falls slower and unhurt (Minecraft Wiki: Chicken). */
const FLUTTER = 0.6
/** Mobs with more body than this, in cubic blocks, trample fields. */
const TRAMPLING_SIZE = 0.512

/** Lets a mob fall, swim, and slide after a blow. */
export function moveMob(game: Game, mob: MobEntity): void {
  const immersion = immersionOf(game, mob.position)
  const swims = immersion !== null && (immersion.depth > WADING_DEPTH || !mob.onGround)
  mob.mind.swims = swims
  if (immersion !== null) mob.mind.fallen = 0
  if (swims) swim(game, mob, immersion)
  else fall(game, mob)
  if (mob.position.y < VOID_Y) harm(game, mob, VOID_DAMAGE, 'void')
}

/** Whether it is flung about and cannot walk. */
export function isSliding(mob: MobEntity): boolean {
  return !mob.mind.swims && (Math.abs(mob.velocity.x) > STILL || Math.abs(mob.velocity.z) > STILL)
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

function fall(game: Game, mob: MobEntity): void {
  if (isSliding(mob)) slide(game, mob)
  const speed = fallingSpeed(mob)
  const floor = floorBelow(game, mob.position, Math.max(0, -speed))
  mob.onGround = mob.position.y <= floor && mob.velocity.y <= 0 && speed <= 0
  if (mob.onGround) {
    land(game, mob)
    return
  }
  const bumps = speed > 0 && isBlocked(game, { ...mob.position, y: mob.position.y + speed + mob.kind.height })
  const y = bumps ? mob.position.y : Math.max(floor, mob.position.y + speed)
  mob.mind.fallen = isCarried(mob) ? 0 : mob.mind.fallen + Math.max(0, mob.position.y - y)
  mob.velocity = { ...mob.velocity, y: bumps ? 0 : speed }
  mob.position = { ...mob.position, y }
  mob.moved = true
}

/** Upward speed in the next tick: chickens flutter, effects carry (Minecraft Wiki: Levitation; Slow Falling). */
function fallingSpeed(mob: MobEntity): number {
  const { y } = mob.velocity
  const levitation = effectLevel(mob, 'levitation')
  if (levitation > 0) return (y + (LEVITATION * levitation - y) * 0.2) * 0.98
  const fluttering = mob.traits.name === 'chicken' && y < 0 ? FLUTTER : 1
  const gravity = y <= 0 && mob.effects.has('slow_falling') ? SLOW_GRAVITY : GRAVITY
  return Math.max(-3, (y * fluttering - gravity) * 0.98)
}

function isCarried({ effects }: MobEntity): boolean {
  return effects.has('slow_falling') || effects.has('levitation')
}

function land(game: Game, mob: MobEntity): void {
  const { fallen } = mob.mind
  mob.mind.fallen = 0
  mob.mind.climbs = false
  mob.velocity = isSliding(mob) ? { ...mob.velocity, y: 0 } : stillVelocity
  if (fallen === 0) return
  const size = mob.kind.width ** 2 * mob.kind.height
  if (game.rules.mobGriefing && size > TRAMPLING_SIZE) trample(game, mob, fallen)
  const damage = fallDamage(game, mob, fallen)
  if (damage > 0 && mob.traits.name !== 'chicken') harm(game, mob, damage, 'fall')
}

function slide(game: Game, mob: MobEntity): void {
  drift(game, mob)
  const friction = mob.onGround ? GROUND_FRICTION : AIR_DRAG
  mob.velocity = { x: mob.velocity.x * friction, y: mob.velocity.y, z: mob.velocity.z * friction }
}
