import type { Position } from '../../src/core/position.ts'
import type { VehicleEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { drift, floorBelow } from '../mobs/body-motion.ts'
import type { WorldBlock } from '../world/world.ts'
import { endsOf, type RailEnds, railAt } from './rail.ts'

const GRAVITY = 0.04
const SLOPE = 0.0078125
/** Blocks per tick. */
const TOP_SPEED = 0.4
const FASTEST = 2
/** A rider slows the cart's way and keeps it rolling longer. */
const RIDDEN_SHARE = 0.75
const RIDDEN_DRAG = 0.997
const EMPTY_DRAG = 0.96
const GROUND_DRAG = 0.5
const AIR_DRAG = 0.95
/** What a rider who wants to go adds to a cart that is slower than this. */
const RIDER_PUSH = 0.1
const SLOW = 0.1
const BOOST = 0.06
const RAIL_HEIGHT = 1 / 16

/** Moves a minecart one tick, along its rail if it is on one. Source: Minecraft Wiki, Minecart; Powered Rail. */
export function moveMinecart(game: Game, cart: VehicleEntity, rider: Player | null): void {
  const before = cart.position
  const rail = railAt(game, before)
  if (rail === null) rollOff(game, cart)
  else followRail(game, cart, { rail, rider })
  const { x, y, z } = cart.position
  const way = { x: x - before.x, z: z - before.z }
  if (Math.hypot(way.x, y - before.y, way.z) < 1e-4) return
  cart.moved = true
  if (Math.hypot(way.x, way.z) > 1e-3) cart.yaw = (Math.atan2(way.z, way.x) * 180) / Math.PI
}

function rollOff(game: Game, cart: VehicleEntity): void {
  const clamp = (speed: number) => Math.max(-TOP_SPEED, Math.min(TOP_SPEED, speed))
  const drag = cart.onGround ? GROUND_DRAG : 1
  const fall = cart.velocity.y - GRAVITY
  cart.velocity = { x: clamp(cart.velocity.x) * drag, y: fall * drag, z: clamp(cart.velocity.z) * drag }
  drift(game, cart)
  const floor = floorBelow(game, cart.position, Math.max(0, -cart.velocity.y))
  const y = Math.max(floor, cart.position.y + cart.velocity.y)
  cart.onGround = y === floor
  cart.position = { ...cart.position, y }
  const air = cart.onGround ? 1 : AIR_DRAG
  const { x, z } = cart.velocity
  cart.velocity = { x: x * air, y: cart.onGround ? 0 : cart.velocity.y * air, z: z * air }
}

interface Track {
  readonly rail: WorldBlock
  readonly rider: Player | null
}

function followRail(game: Game, cart: VehicleEntity, { rail, rider }: Track): void {
  const ends = endsOf(rail.properties.shape)
  const start = heightOn(cart.position, rail.position, ends)
  cart.onGround = true
  rollDown(cart, ends)
  turnInto(cart, ends)
  if (rider !== null) urge(cart, rider)
  const isPowered = rail.properties.powered === 'true'
  if (rail.name === 'powered_rail' && !isPowered) brake(cart)
  center(cart, rail.position, ends)
  const share = rider === null ? 1 : RIDDEN_SHARE
  const clamp = (speed: number) => Math.max(-TOP_SPEED, Math.min(TOP_SPEED, speed * share))
  const wanted = cart.velocity
  cart.velocity = { x: clamp(wanted.x), y: 0, z: clamp(wanted.z) }
  drift(game, cart)
  const isStopped = { x: cart.velocity.x === 0, z: cart.velocity.z === 0 }
  const drag = rider === null ? EMPTY_DRAG : RIDDEN_DRAG
  cart.velocity = { x: isStopped.x ? 0 : wanted.x * drag, y: 0, z: isStopped.z ? 0 : wanted.z * drag }
  settleOn(game, cart, { rail, ends, start })
  if (rail.name === 'powered_rail' && isPowered) boost(game, cart, rail)
}

/** A slope pulls the cart towards its lower end. */
function rollDown(cart: VehicleEntity, ends: RailEnds): void {
  const low = ends.find((end) => end.y < 0)
  if (low === undefined) return
  cart.position = { ...cart.position, y: cart.position.y + 1 }
  const { velocity } = cart
  cart.velocity = { ...velocity, x: velocity.x + low.x * SLOPE, z: velocity.z + low.z * SLOPE }
}

/** The speed stays, its direction becomes the rail's. */
function turnInto(cart: VehicleEntity, [first, second]: RailEnds): void {
  const way = { x: second.x - first.x, z: second.z - first.z }
  const { velocity } = cart
  const sign = velocity.x * way.x + velocity.z * way.z < 0 ? -1 : 1
  const speed = (Math.min(FASTEST, Math.hypot(velocity.x, velocity.z)) * sign) / Math.hypot(way.x, way.z)
  cart.velocity = { x: speed * way.x, y: velocity.y, z: speed * way.z }
}

function urge(cart: VehicleEntity, { yaw, steering }: Player): void {
  const { velocity } = cart
  if (steering.forward <= 0 || Math.hypot(velocity.x, velocity.z) >= SLOW) return
  const angle = (yaw * Math.PI) / 180
  const push = RIDER_PUSH * SLOW
  cart.velocity = {
    ...velocity,
    x: velocity.x - Math.sin(angle) * push,
    z: velocity.z + Math.cos(angle) * push,
  }
}

function brake(cart: VehicleEntity): void {
  const { x, y, z } = cart.velocity
  cart.velocity = Math.hypot(x, z) < 0.03 ? { x: 0, y, z: 0 } : { x: x / 2, y, z: z / 2 }
}

/** Puts the cart onto the line between the ends of its rail. */
function center(cart: VehicleEntity, block: Position, ends: RailEnds): void {
  const { line, share } = alongRail(cart.position, block, ends)
  cart.position = { ...cart.position, x: line.x + line.wayX * share, z: line.z + line.wayZ * share }
}

/** The line of a rail from its first end, and how far along it the point is, 0 to 1. */
function alongRail(point: Position, block: Position, [first, second]: RailEnds) {
  const line = {
    x: block.x + 0.5 + first.x / 2,
    z: block.z + 0.5 + first.z / 2,
    wayX: (second.x - first.x) / 2,
    wayZ: (second.z - first.z) / 2,
  }
  const length = line.wayX ** 2 + line.wayZ ** 2
  const share = ((point.x - line.x) * line.wayX + (point.z - line.z) * line.wayZ) / length
  return { line, share }
}

/** Height of the track at the point. */
function heightOn(point: Position, block: Position, ends: RailEnds): number {
  const { share } = alongRail(point, block, ends)
  const [first, second] = ends
  const rise = first.y < 0 ? share : second.y < 0 ? 1 - share : 0
  return block.y + RAIL_HEIGHT + Math.max(0, Math.min(1, rise))
}

interface Trip {
  readonly rail: WorldBlock
  readonly ends: RailEnds
  /** Height of the track where the tick began. */
  readonly start: number
}

/** Goes over to the next rail, up or down where a slope ends; height lost is speed won. */
function settleOn(game: Game, cart: VehicleEntity, { rail, ends, start }: Trip): void {
  const [column, row] = [Math.floor(cart.position.x), Math.floor(cart.position.z)]
  const crossed = ends.find(
    (end) => end.y !== 0 && column - rail.position.x === end.x && row - rail.position.z === end.z,
  )
  if (crossed !== undefined) cart.position = { ...cart.position, y: cart.position.y + crossed.y }
  const next = railAt(game, cart.position)
  if (next === null) return
  const height = heightOn(cart.position, next.position, endsOf(next.properties.shape))
  const speed = Math.hypot(cart.velocity.x, cart.velocity.z)
  const gain = (start - height) * 0.05
  if (speed > 0) {
    const share = Math.max(0, speed + gain) / speed
    cart.velocity = { x: cart.velocity.x * share, y: 0, z: cart.velocity.z * share }
  }
  cart.position = { ...cart.position, y: height }
}

/** A powered rail drives on what moves, and starts what stands at a solid block. */
function boost(game: Game, cart: VehicleEntity, rail: WorldBlock): void {
  const { x, y, z } = cart.velocity
  const speed = Math.hypot(x, z)
  if (speed > 0.01) {
    cart.velocity = { x: x + (x / speed) * BOOST, y, z: z + (z / speed) * BOOST }
    return
  }
  const isSolid = (offset: { x: number; z: number }) => {
    const place = { ...rail.position, x: rail.position.x + offset.x, z: rail.position.z + offset.z }
    return game.registry.collisionBoxes(game.world.blockStateAt(place)).length > 0
  }
  const away = endsOf(rail.properties.shape).find((end) => isSolid(end))
  if (away !== undefined) cart.velocity = { x: -away.x * 0.02, y, z: -away.z * 0.02 }
}
