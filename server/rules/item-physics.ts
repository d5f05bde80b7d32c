import type { Position } from '../../src/core/position.ts'
import type { ItemEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { ageOf, ITEM_HEALTH } from '../game/item-entities.ts'
import { forget } from '../game/tracking.ts'
import { carriedBy, immersionOf } from './currents.ts'
import { isRuined } from './item-hazards.ts'

const GRAVITY = 0.04
const DRAG = 0.98
const GROUND_FRICTION = 0.588
const LIFETIME = 6000
/** Half of an item's width. */
const REACH = 0.125
const STILL = 0.003
const VOID_DEPTH = -128
/** In fluid that reaches this high above its foot an item floats (Minecraft Wiki: Item (entity), in water). */
const FLOATING_DEPTH = 0.1
const FLUID_DRAGS = { water: 0.99, lava: 0.95 } as const
const LIFT = 5e-4
const MOST_LIFT = 0.06
/** Blocks along each axis within which a changed block sets resting items moving. */
const WAKE = 3
/** Ticks after which items join others that lie close to them. */
export const MERGE_INTERVAL = 20

/** Moves items until they lie still, where only a changed block sets them moving again, and lets old ones vanish. */
export function tickItems(game: Game): void {
  const { entities } = game
  game.itemTicks += 1
  for (const item of awakeItems(game)) tickItem(game, item)
  for (const item of entities.stillSince(game.itemTicks - LIFETIME)) removeItem(game, item)
}

function tickItem(game: Game, item: ItemEntity): void {
  if (ageOf(game, item) >= LIFETIME || item.position.y < VOID_DEPTH) removeItem(game, item)
  else if (!item.resting) {
    moveItem(game, item)
    if (isRuined(game, item)) removeItem(game, item)
    // Where it lies it has just been looked at for others to merge with.
  } else if (!item.moved && game.tick % MERGE_INTERVAL === 1) game.entities.settle(item)
}

/** A block has changed: the items that lie around it may fall or be pushed. */
export function wakeItems(game: Game, { x, y, z }: Position): void {
  for (const item of itemsAround(game, { x, y, z }, WAKE)) {
    const { position } = item
    const isNear = Math.abs(position.x - x) < WAKE && Math.abs(position.z - z) < WAKE
    if (isNear && Math.abs(position.y - y) < WAKE) wakeItem(game, item)
  }
}

/** Sets an item moving again that may lie still. To be called before it is moved. */
export function wakeItem(game: Game, item: ItemEntity): void {
  item.resting = false
  game.entities.wake(item)
}

/** All items within so many blocks along x and z, and some that are not. */
export function itemsAround(game: Game, position: Position, reach: number): readonly ItemEntity[] {
  return [...game.entities.stillAround(position, reach), ...awakeItems(game)]
}

/** The items that are not known to lie still, in the order in which they came or woke. */
export function awakeItems({ entities }: Game): readonly ItemEntity[] {
  const items: ItemEntity[] = []
  for (const entity of entities.awake()) if (entity.type === 'item') items.push(entity)
  return items
}

export function removeItem(game: Game, item: ItemEntity): void {
  game.entities.delete(item.id)
  forget(game, item.id)
}

function moveItem(game: Game, item: ItemEntity): void {
  const before = item.position
  const wanted = drivenVelocity(game, item)
  const after = { ...before }
  const velocity = { ...wanted }
  if (slide(game, after, 'y', wanted.y)) velocity.y = 0
  if (slide(game, after, 'x', wanted.x)) velocity.x = 0
  if (slide(game, after, 'z', wanted.z)) velocity.z = 0
  item.onGround = velocity.y === 0 && wanted.y < 0
  const friction = item.onGround ? GROUND_FRICTION : DRAG
  const distance = Math.hypot(after.x - before.x, after.y - before.y, after.z - before.z)
  item.resting = item.onGround && distance < STILL && item.health === ITEM_HEALTH
  item.velocity = item.resting
    ? { x: 0, y: 0, z: 0 }
    : { x: velocity.x * friction, y: velocity.y * DRAG, z: velocity.z * friction }
  item.position = after
  if (distance >= STILL) item.moved = true
}

/** The velocity with which an item sets out: pulled down, or carried and lifted by what it lies in. */
function drivenVelocity(game: Game, item: ItemEntity): Position {
  const immersion = immersionOf(game, item.position)
  if (immersion === null) return { ...item.velocity, y: item.velocity.y - GRAVITY }
  const { x, y, z } = carriedBy(game, item, immersion)
  if (immersion.depth <= FLOATING_DEPTH) return { x, y: y - GRAVITY, z }
  const drag = FLUID_DRAGS[immersion.fluid.name]
  return { x: x * drag, y: y + (y < MOST_LIFT ? LIFT : 0), z: z * drag }
}

/** Moves the point along one axis until a block is in the way; says whether one was. */
export function slide(
  game: Game,
  point: { x: number; y: number; z: number },
  axis: 'x' | 'y' | 'z',
  by: number,
): boolean {
  if (by === 0) return false
  const { x, y, z } = point
  const target = point[axis] + by
  const edge = axis === 'y' ? target : target + Math.sign(by) * REACH
  const surface = solidAt(game, axis === 'x' ? edge : x, axis === 'y' ? edge : y, axis === 'z' ? edge : z)
  if (surface === null || solidAt(game, x, y, z) !== null) {
    // Inside a block there is nothing to stop it but the block below: let it rise out instead of sinking.
    if (surface !== null && axis === 'y') point.y = Math.floor(y) + surface
    else point[axis] = target
    return surface !== null && axis === 'y'
  }
  if (axis === 'y' && by < 0) point.y = Math.floor(edge) + surface
  return true
}

/** Height, within its block, of what stands at the point; null where the point is free. */
function solidAt(game: Game, x: number, y: number, z: number): number | null {
  const block = { x: Math.floor(x), y: Math.floor(y), z: Math.floor(z) }
  const [insideX, insideY, insideZ] = [x - block.x, y - block.y, z - block.z]
  for (const box of game.registry.collisionBoxes(game.world.blockStateAt(block))) {
    const [x0 = 0, y0 = 0, z0 = 0, x1 = 1, y1 = 1, z1 = 1] = box
    const isAcross = insideX > x0 && insideX < x1 && insideZ > z0 && insideZ < z1
    if (isAcross && insideY >= y0 && insideY < y1) return Math.min(1, y1)
  }
  return null
}
