import type { Game } from '../../server/game/game.ts'
import { isFree } from '../../server/mobs/walking.ts'
import { blockPosition, distanceBetween, type Position } from '../../src/core/position.ts'
import type { Random } from '../../src/core/random.ts'
import type { ScriptedPlayer } from './scripted-player.ts'

/** Half of a player's width. */
const BODY = 0.3
/** Blocks per tick of a walking player (Minecraft Wiki: Transportation). */
const WALKING = 4.317 / 20
/** Farthest that a player goes from where it started, in blocks. */
const RADIUS = 40
const DIG_TICKS = 30
const REACH = 3
const OAK_LOGS = 36

/** Walks, digs, places, crafts, eats, drops and fights by the clock, like a player without a plan. */
export class BusyPlayer {
  readonly #game: Game
  readonly #script: ScriptedPlayer
  readonly #random: Random
  readonly #home: Position
  #yaw = 0
  #digging: Position | null = null

  constructor(game: Game, script: ScriptedPlayer, random: Random) {
    this.#game = game
    this.#script = script
    this.#random = random
    this.#home = script.player.position
  }

  /** Acts for one tick. */
  step(tick: number): void {
    const { player, act } = this.#script
    if (player.pendingTeleport !== null) act('teleport_confirm', { teleportId: player.pendingTeleport })
    if (player.pendingKeepAlive !== null) act('keep_alive', { keepAliveId: 0n })
    if (player.isDead) {
      act('client_command', { actionId: 'perform_respawn' })
      return
    }
    this.#walk(player.position, tick)
    this.#dig(player.position, tick)
    if (tick % 150 === 0) this.#place(player.position)
    if (tick % 400 === 0) this.#craftPlanks()
    if (tick % 35 === 0) this.#strike(player.position)
    if (tick % 300 === 0)
      act('block_dig', { status: 4, location: { x: 0, y: 0, z: 0 }, face: 0, sequence: 0 })
    if (tick % 500 === 0) this.#eat()
  }

  #walk(from: Position, tick: number): void {
    if (tick % 40 === 0) this.#yaw = this.#random.below(360)
    const isFar = distanceBetween(from, this.#home) > RADIUS
    const towards = isFar
      ? Math.atan2(from.x - this.#home.x, this.#home.z - from.z)
      : this.#yaw * (Math.PI / 180)
    const [x, z] = [from.x - Math.sin(towards) * WALKING, from.z + Math.cos(towards) * WALKING]
    const y = this.#standingHeight(x, z)
    const fits = cornersAt(x, z).every((at) =>
      [0, 1].every((up) => isFree(this.#game, blockPosition({ ...at, y: y + up }))),
    )
    if (!fits || Math.abs(y - from.y) > 1.5) {
      this.#yaw = this.#random.below(360)
      this.#fall(from)
      return
    }
    this.#move({ x, y, z }, true)
  }

  /** Drops a block where nothing is under the feet any more: what hangs in the air is sent away for flying. */
  #fall({ x, y, z }: Position): void {
    const ground = this.#standingHeight(x, z)
    if (ground < y) this.#move({ x, y: Math.max(ground, y - 1), z }, false)
  }

  #standingHeight(x: number, z: number): number {
    const { world } = this.#game
    return Math.max(
      ...cornersAt(x, z).map((corner) => world.groundY(Math.floor(corner.x), Math.floor(corner.z)) + 1),
    )
  }

  #move({ x, y, z }: Position, onGround: boolean): void {
    this.#script.act('position_look', { x, y, z, yaw: this.#yaw, pitch: 0, onGround, flags: { onGround } })
  }

  #dig(from: Position, tick: number): void {
    if (tick % 60 === 0) {
      this.#digging = this.#ground(from, 1)
      this.#sendDig(0)
    }
    if (tick % 60 === DIG_TICKS) this.#sendDig(2)
  }

  #sendDig(status: number): void {
    if (this.#digging === null) return
    this.#script.act('block_dig', { status, location: this.#digging, face: 1, sequence: 1 })
  }

  #place(from: Position): void {
    const location = this.#ground(from, 2)
    const cursor = { cursorX: 0.5, cursorY: 1, cursorZ: 0.5 }
    this.#script.act('held_item_slot', { slotId: 1 })
    this.#script.act('block_place', { hand: 0, location, direction: 1, ...cursor, sequence: 1 })
  }

  #eat(): void {
    this.#script.act('held_item_slot', { slotId: 2 })
    this.#script.act('use_item', { hand: 0, sequence: 1, rotation: { x: this.#yaw, y: 0 } })
  }

  #strike(from: Position): void {
    for (const entity of this.#game.entities.values()) {
      if (entity.type !== 'mob' || distanceBetween(entity.position, from) > REACH) continue
      this.#script.act('use_entity', { target: entity.id, mouse: 1 })
      return
    }
  }

  /** Lays one log into the grid and takes the planks. */
  #craftPlanks(): void {
    this.#click(OAK_LOGS, 0, 0)
    this.#click(1, 1, 0)
    this.#click(OAK_LOGS, 0, 0)
    this.#click(0, 0, 1)
  }

  #click(slot: number, mouseButton: number, mode: number): void {
    const forecast = { changedSlots: [], cursorItem: this.#game.protocol.item(null) }
    this.#script.act('window_click', { windowId: 0, stateId: 0, slot, mouseButton, mode, ...forecast })
  }

  #ground(from: Position, aside: number): Position {
    const [x, z] = [Math.floor(from.x) + aside, Math.floor(from.z)]
    return { x, y: this.#game.world.groundY(x, z), z }
  }
}

/** The corners of a player's body. */
function cornersAt(x: number, z: number): readonly { readonly x: number; readonly z: number }[] {
  return [-BODY, BODY].flatMap((dx) => [-BODY, BODY].map((dz) => ({ x: x + dx, z: z + dz })))
}
