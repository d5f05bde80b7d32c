import type { Position } from '../../src/core/position.ts'
import type { VehicleEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { floorBelow, isBlocked } from '../mobs/body-motion.ts'
import { carriedBy, immersionOf } from '../rules/currents.ts'

const GRAVITY = 0.04
/** What water and air leave of the speed in a tick, and what land does under a rider's paddles and without. */
const WATER_DRAG = 0.9
const LAND_DRAG = 0.3
const EMPTY_LAND_DRAG = 0.6
/** Push of the paddles in blocks per tick: forwards, backwards, and while only turning. */
const FORWARD = 0.04
const BACKWARD = 0.005
const TURNING = 0.005
/** Lift of the water by how deep the boat lies in it, as a share of its height. */
const LIFT = 0.0615
const LIFT_DRAG = 0.75
const HALF_WIDTH = 0.6

/**
 * Moves a boat one tick: it floats, drifts with the current, and goes where its driver steers. In vanilla a driver's
 * client moves it and the server follows; here the server steers for clients that do not. Source: Minecraft Wiki, Boat.
 */
export function moveBoat(game: Game, boat: VehicleEntity, driver: Player | null): void {
  const immersion = immersionOf(game, boat.position)
  const drag = immersion !== null ? WATER_DRAG : dragOutside(boat, driver)
  if (immersion !== null) boat.velocity = carriedBy(game, boat, immersion)
  const depth = immersion === null ? 0 : Math.min(boat.kind.height, immersion.depth)
  const sinking = boat.velocity.y - GRAVITY
  const y = depth > 0 ? (sinking + (depth / boat.kind.height) * LIFT) * LIFT_DRAG : sinking
  boat.velocity = { x: boat.velocity.x * drag, y, z: boat.velocity.z * drag }
  boat.turning *= drag
  if (driver !== null) paddle(boat, driver)
  const before = boat.position
  step(game, boat)
  const { x, z } = boat.position
  if (x !== before.x || z !== before.z || Math.abs(boat.position.y - before.y) > 1e-3) boat.moved = true
}

function dragOutside(boat: VehicleEntity, driver: Player | null): number {
  if (!boat.onGround) return WATER_DRAG
  return driver === null ? EMPTY_LAND_DRAG : LAND_DRAG
}

function paddle(boat: VehicleEntity, { steering }: Player): void {
  const { forward, sideways } = steering
  boat.turning -= Math.sign(sideways)
  if (boat.turning !== 0) {
    boat.yaw += boat.turning
    boat.moved = true
  }
  const push =
    (forward > 0 ? FORWARD : forward < 0 ? -BACKWARD : 0) + (sideways !== 0 && forward === 0 ? TURNING : 0)
  const angle = (boat.yaw * Math.PI) / 180
  boat.velocity = {
    ...boat.velocity,
    x: boat.velocity.x - Math.sin(angle) * push,
    z: boat.velocity.z + Math.cos(angle) * push,
  }
}

function step(game: Game, boat: VehicleEntity): void {
  for (const axis of ['x', 'z'] as const) {
    const speed = boat.velocity[axis]
    if (Math.abs(speed) < 1e-4) continue
    const next = { ...boat.position, [axis]: boat.position[axis] + speed }
    if (hits(game, next, axis, Math.sign(speed))) boat.velocity = { ...boat.velocity, [axis]: 0 }
    else boat.position = next
  }
  const floor = floorBelow(game, boat.position, Math.max(0, -boat.velocity.y))
  const wanted = boat.position.y + boat.velocity.y
  boat.onGround = wanted <= floor
  boat.position = { ...boat.position, y: Math.max(floor, wanted) }
  if (boat.onGround) boat.velocity = { ...boat.velocity, y: 0 }
}

/** Whether one of the corners at that side would be in a block. */
function hits(game: Game, middle: Position, axis: 'x' | 'z', side: number): boolean {
  const across = axis === 'x' ? 'z' : 'x'
  return [-HALF_WIDTH, 0, HALF_WIDTH].some((offset) =>
    isBlocked(game, {
      ...middle,
      [axis]: middle[axis] + side * HALF_WIDTH,
      [across]: middle[across] + offset,
    }),
  )
}
