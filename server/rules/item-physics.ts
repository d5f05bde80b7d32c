import type { Position } from '../../src/core/position.ts'
import type { ItemEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { forget } from '../game/tracking.ts'

const GRAVITY = 0.04
const DRAG = 0.98
const GROUND_FRICTION = 0.588
const LIFETIME = 6000
/** Half of an item's width. */
const REACH = 0.125
const STILL = 0.003
/** How fast items rise in water, in blocks per tick. */
const RISE = 0.06
const VOID_DEPTH = -128

/** Moves the items on the ground and in the air, and lets old ones vanish. */
export function tickItems(game: Game): void {
  for (const item of game.entities.values()) {
    if (item.type !== 'item') continue
    item.age += 1
    if (item.pickUpDelay > 0) item.pickUpDelay -= 1
    if (item.age >= LIFETIME || item.position.y < VOID_DEPTH) removeItem(game, item)
    else if (!item.resting || item.age % 20 === 0) moveItem(game, item)
  }
}

export function removeItem(game: Game, item: ItemEntity): void {
  game.entities.delete(item.id)
  forget(game, item.id)
}

function moveItem(game: Game, item: ItemEntity): void {
  const before = item.position
  const wet = isLiquid(game, before)
  const wanted = { ...item.velocity, y: wet ? buoyed(item.velocity.y) : item.velocity.y - GRAVITY }
  const after = { ...before }
  const velocity = { ...wanted }
  if (slide(game, after, 'y', wanted.y)) velocity.y = 0
  if (slide(game, after, 'x', wanted.x)) velocity.x = 0
  if (slide(game, after, 'z', wanted.z)) velocity.z = 0
  item.onGround = velocity.y === 0 && wanted.y < 0
  const friction = item.onGround ? GROUND_FRICTION : DRAG
  item.velocity = { x: velocity.x * friction, y: velocity.y * DRAG, z: velocity.z * friction }
  item.position = after
  const distance = Math.hypot(after.x - before.x, after.y - before.y, after.z - before.z)
  item.resting = item.onGround && distance < STILL
  if (distance >= STILL) item.moved = true
}

/** Water slows what sinks and lets it rise slowly; what shoots up goes on. */
function buoyed(speed: number): number {
  return speed > RISE ? speed : Math.min(RISE, speed * 0.9 + 0.02)
}

/** Moves the point along one axis until a block is in the way; says whether one was. */
export function slide(
  game: Game,
  point: { x: number; y: number; z: number },
  axis: 'x' | 'y' | 'z',
  by: number,
): boolean {
  if (by === 0) return false
  const target = { ...point, [axis]: point[axis] + by }
  const edge = { ...target, [axis]: target[axis] + (axis === 'y' ? 0 : Math.sign(by) * REACH) }
  const surface = solidAt(game, edge)
  if (surface === null || solidAt(game, point) !== null) {
    // Inside a block there is nothing to stop it but the block below: let it rise out instead of sinking.
    if (surface !== null && axis === 'y') point.y = Math.floor(point.y) + surface
    else point[axis] = target[axis]
    return surface !== null && axis === 'y'
  }
  if (axis === 'y' && by < 0) point.y = Math.floor(edge.y) + surface
  return true
}

/** Height, within its block, of what stands at the point; null where the point is free. */
function solidAt(game: Game, point: Position): number | null {
  const block = { x: Math.floor(point.x), y: Math.floor(point.y), z: Math.floor(point.z) }
  const boxes = game.registry.collisionBoxes(game.world.blockStateAt(block))
  const inside = { x: point.x - block.x, y: point.y - block.y, z: point.z - block.z }
  for (const [x0 = 0, y0 = 0, z0 = 0, x1 = 1, y1 = 1, z1 = 1] of boxes) {
    const hit =
      inside.x > x0 && inside.x < x1 && inside.y >= y0 && inside.y < y1 && inside.z > z0 && inside.z < z1
    if (hit) return Math.min(1, y1)
  }
  return null
}

function isLiquid(game: Game, point: Position): boolean {
  const block = { x: Math.floor(point.x), y: Math.floor(point.y), z: Math.floor(point.z) }
  return game.registry.blockOfState(game.world.blockStateAt(block)).name === 'water'
}
