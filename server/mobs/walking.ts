import type { Position } from '../../src/core/position.ts'
import { attributeValue } from '../game/active-effect.ts'
import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { neighbor } from '../rules/faces.ts'

/**
 * Blocks per tick on the level at that speed attribute: mobs push themselves by 0.98 times the square of their speed
 * each tick, and the ground takes 0.454 of it away (Minecraft Wiki: Attribute, movement speed).
 */
export function walkingSpeed(attribute: number): number {
  return (0.98 * attribute ** 2) / (1 - 0.546)
}

/** Moves a mob one tick towards a point, up or down one block at most. Says whether it could; false when it is there. */
export function walkTowards(game: Game, mob: MobEntity, point: Position, speed: number): boolean {
  const [dx, dz] = [point.x - mob.position.x, point.z - mob.position.z]
  const distance = Math.hypot(dx, dz)
  if (distance < 1e-3) return false
  const share = Math.min(1, (speed * attributeValue(mob, 'movement_speed', 1) ** 2) / distance)
  const next = { ...mob.position, x: mob.position.x + dx * share, z: mob.position.z + dz * share }
  const height = groundAt(game, mob, next)
  if (height === null) return false
  mob.position = { ...next, y: height }
  mob.yaw = (Math.atan2(-dx, dz) * 180) / Math.PI
  mob.moved = true
  return true
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
  const lower = { ...feet, y: feet.y - 2 }
  return isFree(game, feet) && isFree(game, neighbor(feet, 'down')) && isFloor(game, lower)
    ? mob.position.y
    : null
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
