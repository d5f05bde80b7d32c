import { Box, type Vector, wayEast, waySouth, wayUp } from './box.ts'
import type { SimulatedBody } from './stillness.ts'
import type { Surroundings } from './surroundings.ts'

/** Numbers of Mineflayer's physics. Blocks and ticks. */
export interface PhysicsNumbers {
  readonly gravity: number
  readonly airdrag: number
  readonly playerSpeed: number
  readonly sprintSpeed: number
  readonly stepHeight: number
  readonly negligeableVelocity: number
  readonly playerHalfWidth: number
  readonly playerHeight: number
  readonly airborneInertia: number
  readonly airborneAcceleration: number
  readonly defaultSlipperiness: number
  readonly autojumpCooldown: number
  readonly movementSpeedAttribute: string
  readonly sprintingUUID: string
}

interface Attribute {
  readonly value: number
  modifiers: { readonly uuid: string; readonly amount: number; readonly operation: number }[]
}

/** The state of a body, in which Mineflayer's physics notes what a tick does to it. */
export interface LandBody extends SimulatedBody {
  readonly pos: Vector
  readonly vel: Vector
  onGround: boolean
  isInWater: boolean
  isInLava: boolean
  isCollidedHorizontally: boolean
  isCollidedVertically: boolean
  jumpTicks: number
  jumpQueued: boolean
  readonly elytraFlying: boolean
  readonly fireworkRocketDuration: number
  readonly attributes: Readonly<Record<string, Attribute>> | undefined
  readonly jumpBoost: number
  readonly levitation: number
  readonly slowFalling: number
}

/** Where the body is about to go in a tick, and what becomes of it. */
interface Motion extends Vector {
  jumpTicks: number
  /** Part of the speed that is left after the tick. */
  inertia: number
}

/** How far it gets, and where that is. */
interface Move extends Readonly<Vector> {
  readonly end: Box
}

const JUMP = Math.fround(0.42)
/** Part of its speed that a body keeps on the ground, where that is not slippery at all. */
const GROUND_INERTIA = 0.91
/** Has the acceleration make up for the inertia: on any ground a body gets equally fast. */
const ACCELERATION = 0.1627714
/** Part of a step that a key that is held counts as. */
const KEY = 0.98
/** Below it, no key is held. */
const LEAST_PUSH = 0.01
const ADDED_SPRINT = 0.3
/** Of the modifiers of an attribute. */
const [ADDS, ADDS_OF_BASE, MULTIPLIES] = [0, 1, 2]

/**
 * What a tick does to a body on land and in the air, among blocks that do nothing but stand in its way. It comes to the very
 * numbers of Mineflayer's physics, which looks at each block up to eight times, to find no water, no lava and no ladder
 * among them, and makes boxes of them anew each time: half of what a simulated body costs (measured).
 */
export class LandPhysics {
  readonly #numbers: PhysicsNumbers
  readonly #surroundings: Pick<Surroundings, 'boxesIn'>

  constructor(numbers: PhysicsNumbers, surroundings: Pick<Surroundings, 'boxesIn'>) {
    this.#numbers = numbers
    this.#surroundings = surroundings
  }

  /** Lets a tick pass for the body. False, and nothing happens to it, where there is more to it than that. */
  simulate(body: LandBody): boolean {
    if (hasMoreToIt(body)) return false
    const motion = this.#motion(body)
    const start = this.#boxAt(body.pos)
    const boxes = this.#surroundings.boxesIn(this.#areaOf(start, motion))
    if (boxes === null) return false
    const straight = moved(start, boxes, motion, wayUp(start, boxes, motion.y))
    const move = this.#stumbles(body, motion, straight)
      ? this.#stepped(start, boxes, motion, straight)
      : straight
    this.#settle(body, motion, move)
    return true
  }

  #boxAt({ x, y, z }: Vector): Box {
    const { playerHalfWidth: half, playerHeight } = this.#numbers
    return new Box({ x: x - half, y, z: z - half }, { x: x + half, y: y + playerHeight, z: z + half })
  }

  /** All that the body may touch. */
  #areaOf(start: Box, { x, y, z }: Vector): Box {
    const area = start.copy()
    area.extend(x, Math.min(y, 0), z)
    area.maxY += Math.max(y, this.#numbers.stepHeight)
    return area
  }

  #motion(body: LandBody): Motion {
    const { vel, control, onGround } = body
    const least = this.#numbers.negligeableVelocity
    const motion = {
      x: Math.abs(vel.x) < least ? 0 : vel.x,
      y: Math.abs(vel.y) < least ? 0 : vel.y,
      z: Math.abs(vel.z) < least ? 0 : vel.z,
      jumpTicks: 0,
      inertia: onGround ? this.#numbers.defaultSlipperiness * GROUND_INERTIA : this.#numbers.airborneInertia,
    }
    if (control.jump || body.jumpQueued) this.#jump(body, motion)
    push(body, motion, this.#acceleration(body, motion.inertia))
    return motion
  }

  #jump({ jumpTicks, onGround, control, yaw }: LandBody, motion: Motion): void {
    motion.jumpTicks = jumpTicks > 0 ? jumpTicks - 1 : jumpTicks
    if (!onGround || motion.jumpTicks !== 0) return
    motion.y = JUMP
    if (control.sprint) {
      motion.x -= Math.sin(Math.PI - yaw) * 0.2
      motion.z += Math.cos(Math.PI - yaw) * 0.2
    }
    motion.jumpTicks = this.#numbers.autojumpCooldown
  }

  #acceleration(body: LandBody, inertia: number): number {
    const { airborneAcceleration } = this.#numbers
    if (body.onGround)
      return Math.max(0, this.#walkingSpeed(body) * (ACCELERATION / (inertia * inertia * inertia)))
    return body.control.sprint
      ? airborneAcceleration + airborneAcceleration * ADDED_SPRINT
      : airborneAcceleration
  }

  /** Notes, as the original does, in the bot's attribute whether it sprints. */
  #walkingSpeed({ attributes, control }: LandBody): number {
    const { playerSpeed, sprintSpeed, movementSpeedAttribute, sprintingUUID } = this.#numbers
    const attribute = attributes?.[movementSpeedAttribute] ?? { value: playerSpeed, modifiers: [] }
    attribute.modifiers = attribute.modifiers.filter(({ uuid }) => uuid !== sprintingUUID)
    if (control.sprint)
      attribute.modifiers.push({ uuid: sprintingUUID, amount: sprintSpeed, operation: MULTIPLIES })
    return valueWith(attribute)
  }

  /** Whether something at its feet may be in its way. */
  #stumbles({ onGround }: LandBody, motion: Motion, { x, y, z }: Move): boolean {
    return (
      this.#numbers.stepHeight > 0 &&
      (onGround || (y !== motion.y && motion.y < 0)) &&
      (x !== motion.x || z !== motion.z)
    )
  }

  /** The move with a step up, where that takes the body farther. */
  #stepped(start: Box, boxes: readonly Box[], motion: Motion, straight: Move): Move {
    const { stepHeight } = this.#numbers
    const along = start.copy()
    along.extend(straight.x, 0, straight.z)
    const low = moved(start, boxes, motion, wayUp(along, boxes, stepHeight))
    const high = moved(start, boxes, motion, wayUp(start, boxes, stepHeight))
    const { x, y: rise, z, end } = distance(low) > distance(high) ? low : high
    const y = wayUp(end, boxes, -rise)
    end.move(0, y, 0)
    return distance(straight) >= x * x + z * z ? straight : { x, y, z, end }
  }

  #settle(body: LandBody, motion: Motion, { x, y, z, end }: Move): void {
    const { playerHalfWidth, gravity, airdrag } = this.#numbers
    const { pos, vel } = body
    pos.x = end.minX + playerHalfWidth
    pos.y = end.minY
    pos.z = end.minZ + playerHalfWidth
    vel.x = (x === motion.x ? motion.x : 0) * motion.inertia
    vel.y = ((y === motion.y ? motion.y : 0) - gravity) * airdrag
    vel.z = (z === motion.z ? motion.z : 0) * motion.inertia
    body.isInWater = false
    body.isInLava = false
    body.jumpTicks = motion.jumpTicks
    body.jumpQueued = false
    body.isCollidedHorizontally = x !== motion.x || z !== motion.z
    body.isCollidedVertically = y !== motion.y
    body.onGround = body.isCollidedVertically && motion.y < 0
  }
}

function hasMoreToIt(body: LandBody): boolean {
  return (
    body.control.sneak ||
    body.isInWeb ||
    body.elytraFlying ||
    body.fireworkRocketDuration > 0 ||
    body.jumpBoost > 0 ||
    body.levitation > 0 ||
    body.slowFalling > 0
  )
}

/** Has the keys that are held change the motion. */
function push({ control, yaw }: LandBody, motion: Motion, acceleration: number): void {
  const right = (Number(control.right) - Number(control.left)) * KEY
  const forward = (Number(control.forward) - Number(control.back)) * KEY
  const keys = Math.sqrt(right * right + forward * forward)
  if (keys < LEAST_PUSH) return
  const scale = acceleration / Math.max(keys, 1)
  const [sine, cosine] = [Math.sin(Math.PI - yaw), Math.cos(Math.PI - yaw)]
  motion.x -= right * scale * cosine + forward * scale * sine
  motion.z += forward * scale * cosine - right * scale * sine
}

/** As far along the ground as the body gets after the way up or down. */
function moved(start: Box, boxes: readonly Box[], motion: Motion, y: number): Move {
  const end = start.copy()
  end.move(0, y, 0)
  const x = wayEast(end, boxes, motion.x)
  end.move(x, 0, 0)
  const z = waySouth(end, boxes, motion.z)
  end.move(0, 0, z)
  return { x, y, z, end }
}

/** Squared, and along the ground. */
function distance({ x, z }: Move): number {
  return x * x + z * z
}

function valueWith({ value, modifiers }: Attribute): number {
  let sum = value
  for (const { operation, amount } of modifiers) if (operation === ADDS) sum += amount
  let product = sum
  for (const { operation, amount } of modifiers) if (operation === ADDS_OF_BASE) product += sum * amount
  for (const { operation, amount } of modifiers) if (operation === MULTIPLIES) product += product * amount
  return product
}
