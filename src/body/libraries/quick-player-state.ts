import type { Vec3 } from 'vec3'
import { replaceExports } from './replace-exports.ts'

/** What the library's physics reads of a bot. */
interface SimulatedBot {
  readonly version: string
  readonly entity: {
    readonly position: Vec3
    readonly velocity: Vec3
    readonly onGround: unknown
    readonly isInWater: unknown
    readonly isInLava: unknown
    readonly isInWeb: unknown
    readonly isCollidedHorizontally: unknown
    readonly isCollidedVertically: unknown
    readonly elytraFlying: unknown
    readonly attributes: unknown
    readonly yaw: number
    readonly pitch: number
    readonly effects: object
  }
  readonly jumpTicks: number
  readonly jumpQueued: boolean
  readonly fireworkRocketDuration: number
  readonly inventory: {
    readonly slots: readonly ({ readonly name: string; readonly nbt?: unknown } | null)[]
  }
}

type PlayerStateClass = new (bot: SimulatedBot, control: unknown) => object

const CHEST_SLOT = 6
const FEET_SLOT = 8

/**
 * Has the libraries take the state of a body for the simulation without loading the game's data, once a tick and bot, where
 * nothing works on the body: no effect, no enchanted boots. Everything else the original does.
 */
export function quickenPlayerStates(): void {
  replaceExports<{ PlayerState: PlayerStateClass }>('prismarine-physics', (original) => ({
    ...original,
    PlayerState: quickPlayerState(original.PlayerState),
  }))
}

function quickPlayerState(Original: PlayerStateClass): PlayerStateClass {
  Object.setPrototypeOf(PlainState.prototype, Original.prototype)
  function PlayerState(bot: SimulatedBot, control: unknown): object {
    return isPlain(bot) ? new PlainState(bot, control) : new Original(bot, control)
  }
  PlayerState.prototype = Original.prototype
  return PlayerState as unknown as PlayerStateClass
}

function isPlain({ entity, inventory }: SimulatedBot): boolean {
  return !hasMembers(entity.effects) && !inventory.slots[FEET_SLOT]?.nbt
}

/** The members of the original, in its order. */
class PlainState {
  declare pos: Vec3
  declare vel: Vec3
  declare onGround: unknown
  declare isInWater: unknown
  declare isInLava: unknown
  declare isInWeb: unknown
  declare isCollidedHorizontally: unknown
  declare isCollidedVertically: unknown
  declare elytraFlying: unknown
  declare jumpTicks: number
  declare jumpQueued: boolean
  declare fireworkRocketDuration: number
  declare attributes: unknown
  declare yaw: number
  declare pitch: number
  declare control: unknown
  declare jumpBoost: number
  declare speed: number
  declare slowness: number
  declare dolphinsGrace: number
  declare slowFalling: number
  declare levitation: number
  declare depthStrider: number
  declare elytraEquipped: boolean

  constructor(bot: SimulatedBot, control: unknown) {
    const { entity, inventory } = bot
    this.pos = entity.position.clone()
    this.vel = entity.velocity.clone()
    this.onGround = entity.onGround
    this.isInWater = entity.isInWater
    this.isInLava = entity.isInLava
    this.isInWeb = entity.isInWeb
    this.isCollidedHorizontally = entity.isCollidedHorizontally
    this.isCollidedVertically = entity.isCollidedVertically
    this.elytraFlying = entity.elytraFlying
    this.jumpTicks = bot.jumpTicks
    this.jumpQueued = bot.jumpQueued
    this.fireworkRocketDuration = bot.fireworkRocketDuration
    this.attributes = entity.attributes
    this.yaw = entity.yaw
    this.pitch = entity.pitch
    this.control = control
    this.jumpBoost = 0
    this.speed = 0
    this.slowness = 0
    this.dolphinsGrace = 0
    this.slowFalling = 0
    this.levitation = 0
    this.depthStrider = 0
    this.elytraEquipped = inventory.slots[CHEST_SLOT]?.name === 'elytra'
  }
}

function hasMembers(value: object): boolean {
  for (const _key in value) return true
  return false
}
