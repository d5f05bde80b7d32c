import type { World, WorldBlock } from '../../../server/world/world.ts'
import { blockPosition, type Position } from '../../../src/core/position.ts'
import type { Random } from '../../../src/core/random.ts'
import type { LightClient } from './light-client.ts'

/** Blocks per tick of a walking player (Minecraft Wiki: Transportation). */
const WALKING = 4.317 / 20
/** Ticks in which soil gives way to a bare hand, with a little to spare. */
const DIG_TICKS = 20
const SWING_INTERVAL = 7
/** Half of a player's width. */
const BODY = 0.3
/** A player does one thing for so many ticks. */
const ACT_TICKS = 100
const OAK_LOGS = 36
const soft = /^(grass_block|dirt|coarse_dirt|podzol|sand|dirt_path)$/

interface Dig {
  readonly position: Position
  ticksLeft: number
}

/**
 * A scripted player behind a light client: it walks over the real terrain, which it reads from its own copy of the world,
 * digs up soil, and crafts planks. Like a player's client it sends a packet for each tick in which it moves.
 */
export class LightBot {
  readonly #client: LightClient
  readonly #world: World
  readonly #random: Random
  #position: Position | null = null
  #yaw = 0
  #tick = 0
  #sequence = 0
  #dig: Dig | null = null

  constructor(client: LightClient, world: World, random: Random) {
    this.#client = client
    this.#world = world
    this.#random = random
    this.#tick = random.below(3 * ACT_TICKS)
    client.on('position', ({ x = 0, y = 0, z = 0 }) => {
      this.#position = { x, y, z }
    })
  }

  /** Acts for one twentieth of a second. */
  step(): void {
    this.#tick += 1
    const act = Math.floor(this.#tick / ACT_TICKS) % 3
    if (this.#position === null) return
    if (this.#dig !== null) this.#goOnDigging(this.#position, this.#dig)
    else if (act === 1 && this.#tick % (DIG_TICKS * 2) === 0) this.#startDigging(this.#position)
    else if (act === 2 && this.#tick % ACT_TICKS === 0) this.#craftPlanks()
    else if (act !== 1) this.#walk(this.#position)
  }

  #walk(from: Position): void {
    if (this.#tick % 40 === 0) this.#yaw = this.#random.below(360)
    const radians = (this.#yaw * Math.PI) / 180
    const [x, z] = [from.x - Math.sin(radians) * WALKING, from.z + Math.cos(radians) * WALKING]
    const corners = [-BODY, BODY].flatMap((dx) => [-BODY, BODY].map((dz) => ({ x: x + dx, z: z + dz })))
    const y = Math.max(...corners.map((at) => this.#world.groundY(Math.floor(at.x), Math.floor(at.z)) + 1))
    const isFree = corners.every((at) =>
      [0, 1].every((up) => this.#blockAt({ ...at, y: y + up }).kind.boundingBox === 'empty'),
    )
    const isWet = this.#blockAt({ x, y, z }).name === 'water'
    if (!isFree || isWet || Math.abs(y - from.y) > 1.5) {
      this.#yaw = this.#random.below(360)
      return
    }
    this.#position = { x, y, z }
    this.#client.write('position_look', { x, y, z, yaw: this.#yaw, pitch: 0, flags: { onGround: true } })
  }

  #blockAt(point: Position): WorldBlock {
    return this.#world.blockAt(blockPosition(point))
  }

  #startDigging(from: Position): void {
    const [x, z] = [Math.floor(from.x) + 1, Math.floor(from.z)]
    const position = { x, y: this.#world.groundY(x, z), z }
    if (Math.abs(position.y - from.y) > 3 || !soft.test(this.#world.blockAt(position).name)) return
    this.#dig = { position, ticksLeft: DIG_TICKS }
    this.#sendDig(0, position)
  }

  #goOnDigging(from: Position, dig: Dig): void {
    if (dig.ticksLeft % SWING_INTERVAL === 0) this.#client.write('arm_animation', { hand: 0 })
    if (this.#tick % 4 === 0) {
      const look = { yaw: this.#yaw, pitch: 60, flags: { onGround: true } }
      this.#client.write('position_look', { ...from, ...look })
    }
    dig.ticksLeft -= 1
    if (dig.ticksLeft > 0) return
    this.#sendDig(2, dig.position)
    this.#world.setBlock(dig.position, 'air')
    this.#dig = null
  }

  #sendDig(status: number, location: Position): void {
    this.#sequence += 1
    this.#client.write('block_dig', { status, location, face: 1, sequence: this.#sequence })
  }

  /** Lays one log into the grid and takes the planks. */
  #craftPlanks(): void {
    this.#click(OAK_LOGS, 0, 0)
    this.#click(1, 1, 0)
    this.#click(OAK_LOGS, 0, 0)
    this.#click(0, 0, 1)
  }

  #click(slot: number, mouseButton: number, mode: number): void {
    const forecast = { changedSlots: [], cursorItem: { itemCount: 0 } }
    this.#client.write('window_click', { windowId: 0, stateId: 0, slot, mouseButton, mode, ...forecast })
  }
}
