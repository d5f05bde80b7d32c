import type { Position } from '../../core/position.ts'

/** What the simulation of physics knows of a body, as far as it changes from tick to tick. */
export interface SimulatedBody {
  readonly pos: { x: number; y: number; z: number }
  readonly vel: Position
  readonly onGround: boolean
  readonly isInWater: boolean
  readonly isInLava: boolean
  readonly isInWeb: boolean
  readonly jumpTicks: number
  readonly yaw: number
  readonly control: Readonly<
    Record<'forward' | 'back' | 'left' | 'right' | 'jump' | 'sprint' | 'sneak', boolean>
  >
}

/** Blocks in a tick, and radians, that count as nothing. A body that slows down has a few times as much still before it. */
const NOTHING = 1e-5

/**
 * Knows when a body that is simulated tick after tick has come to rest: pressed against a wall, for example. The pathfinder
 * simulates 200 ticks to see whether a bot that runs straight ahead gets over an edge, and most of them at the edge.
 * A body that has not moved in a tick does not move in the next one, with the same controls. That holds within one search,
 * in which the blocks stay as they are: each search simulates a body of its own.
 */
export class Stillness {
  #body: SimulatedBody | null = null
  #isStill = false
  #yaw = 0
  #keys = 0
  readonly #numbers = new Float64Array(6)
  #state = 0

  /** Whether nothing will happen to the body in the next tick. */
  lasts(body: SimulatedBody): boolean {
    return (
      this.#isStill &&
      body === this.#body &&
      keysOf(body) === this.#keys &&
      Math.abs(body.yaw - this.#yaw) < NOTHING
    )
  }

  /** A tick is about to pass for the body. */
  before(body: SimulatedBody): void {
    this.#body = body
    this.#yaw = body.yaw
    this.#keys = keysOf(body)
    this.#state = stateOf(body)
    copyMotion(body, this.#numbers)
  }

  /** The tick has passed. */
  after(body: SimulatedBody): void {
    this.#isStill = stateOf(body) === this.#state && hasMotion(body, this.#numbers)
  }
}

function copyMotion({ pos, vel }: SimulatedBody, numbers: Float64Array): void {
  numbers[0] = pos.x
  numbers[1] = pos.y
  numbers[2] = pos.z
  numbers[3] = vel.x
  numbers[4] = vel.y
  numbers[5] = vel.z
}

function hasMotion({ pos, vel }: SimulatedBody, numbers: Float64Array): boolean {
  return (
    isNear(pos.x, numbers[0]) &&
    isNear(pos.y, numbers[1]) &&
    isNear(pos.z, numbers[2]) &&
    isNear(vel.x, numbers[3]) &&
    isNear(vel.y, numbers[4]) &&
    isNear(vel.z, numbers[5])
  )
}

function isNear(value: number, other: number | undefined): boolean {
  return Math.abs(value - (other ?? Number.NaN)) < NOTHING
}

function keysOf({ control }: SimulatedBody): number {
  return (
    Number(control.forward) |
    (Number(control.back) << 1) |
    (Number(control.left) << 2) |
    (Number(control.right) << 3) |
    (Number(control.jump) << 4) |
    (Number(control.sprint) << 5) |
    (Number(control.sneak) << 6)
  )
}

function stateOf(body: SimulatedBody): number {
  return (
    Number(body.onGround) |
    (Number(body.isInWater) << 1) |
    (Number(body.isInLava) << 2) |
    (Number(body.isInWeb) << 3) |
    (body.jumpTicks << 4)
  )
}
