import type { Position } from '../../src/core/position.ts'
import { directionOf } from '../game/arrows.ts'
import { scaledDamage } from '../game/difficulty.ts'
import type { ArrowEntity, MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { Player } from '../game/player.ts'
import { forget } from '../game/tracking.ts'
import { itemStack } from '../inventory/item-stack.ts'
import { hurtMob } from '../mobs/hurt-mob.ts'
import { hurt } from './damage.ts'
import { pushMob, pushPlayer } from './knock-back.ts'

const GRAVITY = 0.05
const AIR_DRAG = 0.99
const WATER_DRAG = 0.6
const LIFETIME = 1200
const VOID_Y = -128
/** Blocks between two looks at what is in the way. */
const STEP = 0.2
/** How much larger bodies are for arrows. */
const MARGIN = 0.3
/** Ticks in which an arrow cannot hit who shot it. */
const LEAVING_TICKS = 5
/** Ticks that an arrow trembles in the wood before it can be taken. */
const TREMBLING_TICKS = 7
const PICK_UP_REACH = 1

/** Lets arrows fly, hit and be picked up (Minecraft Wiki: Arrow). */
export function tickArrows(game: Game): void {
  for (const arrow of game.entities.values()) {
    if (arrow.type !== 'arrow') continue
    arrow.age += 1
    if (arrow.stuckTicks === null) fly(game, arrow)
    else rest(game, arrow)
  }
}

function fly(game: Game, arrow: ArrowEntity): void {
  const { velocity } = arrow
  const length = Math.hypot(velocity.x, velocity.y, velocity.z)
  const steps = Math.max(1, Math.ceil(length / STEP))
  const bodies = nearbyBodies(game, arrow, length)
  arrow.moved = true
  for (let step = 0; step < steps; step++) {
    const next = {
      x: arrow.position.x + velocity.x / steps,
      y: arrow.position.y + velocity.y / steps,
      z: arrow.position.z + velocity.z / steps,
    }
    if (isSolid(game, next)) {
      arrow.stuckTicks = 0
      arrow.velocity = { x: 0, y: 0, z: 0 }
      return
    }
    arrow.position = next
    const body = bodies.find((candidate) => isInside(candidate, next))
    if (body === undefined) continue
    removeArrow(game, arrow)
    hit(game, arrow, body)
    return
  }
  const drag = isInWater(game, arrow.position) ? WATER_DRAG : AIR_DRAG
  arrow.velocity = { x: velocity.x * drag, y: velocity.y * drag - GRAVITY, z: velocity.z * drag }
  Object.assign(arrow, directionOf(arrow.velocity))
  if (arrow.age > LIFETIME || arrow.position.y < VOID_Y) removeArrow(game, arrow)
}

function hit(game: Game, arrow: ArrowEntity, body: Player | MobEntity): void {
  const { velocity, shooter } = arrow
  const plain = Math.ceil(Math.hypot(velocity.x, velocity.y, velocity.z) * arrow.damage)
  const damage = plain + (arrow.critical ? game.random.below(Math.floor(plain / 2) + 2) : 0)
  const from = { x: body.position.x - velocity.x, y: body.position.y, z: body.position.z - velocity.z }
  const player = game.players.get(shooter)
  if (!(body instanceof Player)) {
    const harm = { damage, player: player?.id ?? null, blockable: true }
    if (hurtMob(game, body, harm)) pushMob(body, from)
    return
  }
  if (player !== undefined && player !== body && !game.rules.pvp) return
  const by = player?.name ?? game.entities.get(shooter)?.kind.displayName ?? 'an arrow'
  const scaled = player === undefined ? scaledDamage(game.difficulty, damage) : damage
  if (hurt(game, body, scaled, { by, from, weapon: 'arrow' })) pushPlayer(game, body, from)
}

function rest(game: Game, arrow: ArrowEntity): void {
  arrow.stuckTicks = (arrow.stuckTicks ?? 0) + 1
  if (arrow.stuckTicks > LIFETIME) {
    removeArrow(game, arrow)
    return
  }
  if (arrow.stuckTicks % 20 === 0 && !isSolidAround(game, arrow.position)) arrow.stuckTicks = null
  if (!arrow.collectable || arrow.stuckTicks === null || arrow.stuckTicks < TREMBLING_TICKS) return
  for (const player of game.players.values()) {
    if (player.isDead || !isWithinReach(player, arrow.position)) continue
    if (player.inventory.add(itemStack('arrow')) !== null) continue
    game.sendToWatchers(arrow.id, {
      name: 'collect',
      params: { collectedEntityId: arrow.id, collectorEntityId: player.id, pickupItemCount: 1 },
    })
    removeArrow(game, arrow)
    return
  }
}

function removeArrow(game: Game, arrow: ArrowEntity): void {
  game.entities.delete(arrow.id)
  forget(game, arrow.id)
}

/** Bodies that the arrow could meet in this tick. */
function nearbyBodies(game: Game, arrow: ArrowEntity, length: number): readonly (Player | MobEntity)[] {
  const found: (Player | MobEntity)[] = []
  const reach = length + 3
  const isNear = (body: Player | MobEntity) =>
    Math.abs(body.position.x - arrow.position.x) < reach &&
    Math.abs(body.position.z - arrow.position.z) < reach &&
    (body.id !== arrow.shooter || arrow.age > LEAVING_TICKS)
  for (const player of game.players.values()) {
    if (!player.isDead && player.gameMode !== 'spectator' && isNear(player)) found.push(player)
  }
  for (const entity of game.entities.values()) if (entity.type === 'mob' && isNear(entity)) found.push(entity)
  return found
}

function isInside({ position, kind }: Player | MobEntity, point: Position): boolean {
  const side = kind.width / 2 + MARGIN
  return (
    Math.abs(point.x - position.x) < side &&
    Math.abs(point.z - position.z) < side &&
    point.y > position.y - MARGIN &&
    point.y < position.y + kind.height + MARGIN
  )
}

function isWithinReach({ position, kind }: Player, point: Position): boolean {
  return (
    Math.abs(point.x - position.x) < PICK_UP_REACH + kind.width / 2 &&
    Math.abs(point.z - position.z) < PICK_UP_REACH + kind.width / 2 &&
    point.y > position.y - 0.5 - PICK_UP_REACH / 2 &&
    point.y < position.y + kind.height + 0.5
  )
}

function isSolid(game: Game, { x, y, z }: Position): boolean {
  const block = { x: Math.floor(x), y: Math.floor(y), z: Math.floor(z) }
  const boxes = game.registry.collisionBoxes(game.world.blockStateAt(block))
  const [dx, dy, dz] = [x - block.x, y - block.y, z - block.z]
  return boxes.some(
    ([x0 = 0, y0 = 0, z0 = 0, x1 = 1, y1 = 1, z1 = 1]) =>
      dx >= x0 && dx <= x1 && dy >= y0 && dy <= y1 && dz >= z0 && dz <= z1,
  )
}

/** Whether something is still there for the arrow to stick in. */
function isSolidAround(game: Game, { x, y, z }: Position): boolean {
  const offsets = [-MARGIN, 0, MARGIN]
  return offsets.some((dx) =>
    offsets.some((dy) => offsets.some((dz) => isSolid(game, { x: x + dx, y: y + dy, z: z + dz }))),
  )
}

function isInWater(game: Game, { x, y, z }: Position): boolean {
  const block = { x: Math.floor(x), y: Math.floor(y), z: Math.floor(z) }
  return game.registry.blockOfState(game.world.blockStateAt(block)).name === 'water'
}
