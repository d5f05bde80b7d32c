import type { Position } from '../../src/core/position.ts'
import { attributeValue } from '../game/active-effect.ts'
import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { neighbor } from '../rules/faces.ts'
import { fluidAt } from '../rules/fluid-space.ts'

/** Share of the pace that is left in water (Minecraft Wiki: Water). */
const SWIMMING = 0.18
/** Blocks. */
const DEEPEST_JUMP = 3
/** Blocks per tick. */
const CLIMBING_SPEED = 0.2

/**
 * Blocks per tick on the level at that speed attribute: mobs push themselves by 0.98 times the square of their speed
 * each tick, and the ground takes 0.454 of it away (Minecraft Wiki: Attribute, movement speed).
 */
export function walkingSpeed(attribute: number): number {
  return (0.98 * attribute ** 2) / (1 - 0.546)
}

/** Blocks per tick of a ridden horse: its rider spurs it on all it can. */
export function horsePace(attribute: number): number {
  return (0.98 * attribute) / (1 - 0.546)
}

/** Moves a mob one tick towards a point, up or down one block at most. Says whether it could; false when it is there. */
export function walkTowards(game: Game, mob: MobEntity, point: Position, speed: number): boolean {
  const [dx, dz] = [point.x - mob.position.x, point.z - mob.position.z]
  const distance = Math.hypot(dx, dz)
  if (distance < 1e-3) return false
  const pace = speed * attributeValue(mob, 'movement_speed', 1) ** 2 * (mob.mind.swims ? SWIMMING : 1)
  const share = Math.min(1, pace / distance)
  const next = { ...mob.position, x: mob.position.x + dx * share, z: mob.position.z + dz * share }
  const height = mob.mind.swims ? shoreAt(game, mob, next) : groundAt(game, mob, next)
  if (height === null) return climb(game, mob, next)
  mob.position = { ...next, y: height }
  mob.yaw = (Math.atan2(-dx, dz) * 180) / Math.PI
  mob.moved = true
  return true
}

/** Whether it has something to push itself off from: ground, water, or a wall that it climbs. */
export function canWalk({ onGround, mind }: MobEntity): boolean {
  return onGround || mind.swims || mind.climbs
}

/** Turns a mob to a point. */
export function lookTowards(mob: MobEntity, point: Position): void {
  const [dx, dz] = [point.x - mob.position.x, point.z - mob.position.z]
  const yaw = (Math.atan2(-dx, dz) * 180) / Math.PI
  if (Math.abs(yaw - mob.yaw) < 1) return
  mob.yaw = yaw
  mob.moved = true
}

/** Height at which the mob can stand there; null where it cannot go. */
function groundAt(game: Game, mob: MobEntity, place: Position): number | null {
  const feet = { x: Math.floor(place.x), y: Math.floor(mob.position.y + 0.001), z: Math.floor(place.z) }
  for (const ground of [neighbor(feet, 'down'), feet]) {
    const room = [1, 2].every((height) => isFree(game, { ...ground, y: ground.y + height }))
    if (room && isFloor(game, ground)) return ground.y + 1
  }
  if (mayEnterWater(game, mob, feet)) return mob.position.y
  return isOverShallowDrop(game, feet) ? mob.position.y : null
}

/** Whether one can jump down from there without harm. */
function isOverShallowDrop(game: Game, feet: Position): boolean {
  for (let depth = 0; depth <= DEEPEST_JUMP; depth++) {
    const place = { ...feet, y: feet.y - depth }
    if (!isFree(game, place)) return depth > 0 && isFloor(game, place)
  }
  return isFloor(game, { ...feet, y: feet.y - DEEPEST_JUMP - 1 })
}

/** Those who hunt or flee do not shrink from water. */
function mayEnterWater(game: Game, { mind }: MobEntity, feet: Position): boolean {
  if (mind.target === null && mind.panicUntil <= game.tick) return false
  const below = neighbor(feet, 'down')
  return isWater(game, feet) || (isFree(game, feet) && isWater(game, below))
}

/** Height at which a swimmer goes on there: its own in the water, higher where it gets on land; null at a wall. */
function shoreAt(game: Game, mob: MobEntity, place: Position): number | null {
  const feet = { x: Math.floor(place.x), y: Math.floor(mob.position.y + 0.001), z: Math.floor(place.z) }
  if (isFree(game, feet) || fluidAt(game, feet) !== null) return mob.position.y
  const hasRoom = [1, 2].every((height) => isFree(game, { ...feet, y: feet.y + height }))
  return hasRoom && isFloor(game, feet) ? feet.y + 1 : null
}

/** A wall stops a mob, unless it can go up there. Says whether it can. */
function climb(game: Game, mob: MobEntity, next: Position): boolean {
  const feet = { x: Math.floor(next.x), y: Math.floor(mob.position.y + 0.001), z: Math.floor(next.z) }
  mob.mind.climbs = mob.traits.climbs && !isFree(game, feet) && !mob.mind.swims
  if (mob.mind.climbs) mob.velocity = { ...mob.velocity, y: CLIMBING_SPEED }
  return mob.mind.climbs
}

function isWater(game: Game, place: Position): boolean {
  return fluidAt(game, place)?.name === 'water'
}

/** Whether a body can be in the block. */
export function isFree(game: Game, place: Position): boolean {
  const kind = game.registry.blockOfState(game.world.blockStateAt(place))
  return kind.boundingBox === 'empty' && kind.name !== 'water' && kind.name !== 'lava'
}

/** Whether a body can stand on the block. */
export function isFloor(game: Game, place: Position): boolean {
  const boxes = game.registry.collisionBoxes(game.world.blockStateAt(place))
  return boxes.some(
    ([x0 = 0, , z0 = 0, x1 = 1, y1 = 1, z1 = 1]) => x0 <= 0 && z0 <= 0 && x1 >= 1 && z1 >= 1 && y1 === 1,
  )
}
