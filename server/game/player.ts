import type { Position } from '../../src/core/position.ts'
import type { EntityKind } from '../data/entity-kind.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import { ItemStorage } from '../inventory/item-storage.ts'
import { HOTBAR_START, type PlayerInventory } from '../inventory/player-inventory.ts'
import type { Cursor, Window, WindowHost } from '../inventory/window.ts'
import type { Connection } from '../protocol/connection.ts'
import { Throttle } from '../protocol/throttle.ts'
import type { GameMode } from '../protocol/version-protocol.ts'
import type { ActiveEffect } from './active-effect.ts'
import { type ClientSettings, initialSettings } from './client-settings.ts'
import type { ColumnPlace } from './column-key.ts'
import { type Body, stillVelocity } from './entity.ts'
import type { Shown } from './shown.ts'

export const EYE_HEIGHT = 1.62
export const MAX_HEALTH = 20
/** Ticks that a player can hold its breath. */
export const FULL_AIR = 300
/** Where burning starts from: fire takes as many ticks to catch. */
export const UNBURNT = -20

/** A block that a player is breaking. */
export interface Digging {
  readonly position: Position
  /** State of the block when digging began; digging ends when it changes. */
  readonly state: number
  readonly startTick: number
  /** Digging in the air is slower; a hop after the start does not count against the player. */
  readonly wasOnGround: boolean
  /** Whether the client says that it is through; the block breaks as soon as the server agrees. */
  finished: boolean
  /** Cracks as others see them, 0 to 9; -1 for none. */
  shownStage: number
}

/** Where a player comes back to life: the head of its bed, or a block that a command named. */
export interface SpawnPoint {
  readonly position: Position
  readonly isBed: boolean
}

/** An item that a player is eating. */
export interface Eating {
  readonly slot: number
  readonly item: string
  readonly endTick: number
}

/** An item that is in use until its button is let go. */
export interface HeldUse {
  /** Place in the inventory. */
  readonly slot: number
  readonly startTick: number
}

export interface Steering {
  readonly forward: number
  readonly sideways: number
}

export interface PlayerFacts {
  readonly id: number
  readonly kind: EntityKind
  readonly connection: Connection
  readonly operator: boolean
  readonly inventory: PlayerInventory
  readonly position: Position
  readonly gameMode: GameMode
  readonly viewDistance: number
}

/** A player who is in the game, dead or alive. */
export class Player implements Body {
  readonly type = 'player'
  readonly id: number
  readonly uuid: string
  readonly name: string
  readonly kind: EntityKind
  readonly connection: Connection
  operator: boolean
  readonly inventory: PlayerInventory
  readonly cursor: Cursor = { stack: null }
  /** What the player sees in every ender chest. */
  readonly enderItems = new ItemStorage(27)

  position: Position
  velocity: Position = stillVelocity
  yaw = 0
  pitch = 0
  onGround = false
  moved = false
  /** As which byte those who see it know its head to be turned; null where some know another direction. */
  toldYaw: number | null = null
  sneaking = false
  sprinting = false
  /** Whether it lies in the water and swims fast. */
  swimming = false

  /** Id of the entity that the player rides on; null while it stands on its own feet. */
  vehicle: number | null = null
  /** Where it wants its mount to go: 1 is forwards and left, -1 backwards and right. */
  steering: Steering = { forward: 0, sideways: 0 }

  gameMode: GameMode
  health = MAX_HEALTH
  food = 20
  saturation = 5
  exhaustion = 0
  /** Ticks of breath; below zero under water between two bouts of damage. */
  air = FULL_AIR
  /** Ticks that the player is still on fire; negative while it is not. */
  fireTicks = UNBURNT
  regenerationTicks = 0
  /** Blocks walked since the last step that could be heard. */
  stride = 0
  /** The moves that its client has made in the last tick in which it made any. */
  steps: { readonly tick: number; readonly start: Position; count: number } | null = null
  /** Tick since which it has been in the air without falling; null while it is not. */
  floatingSince: number | null = null
  /** Blocks fallen since the feet last touched something. */
  fallDistance = 0
  /** Ticks in which the player cannot be hurt again. */
  hurtDelay = 0

  /** The window that the client has open: a container's, or the inventory's with id 0. */
  window: Window
  lastWindowId = 0
  /** What the open window belongs to; null for the inventory. */
  host: WindowHost | null = null
  heldIndex = 0
  readonly shown: Shown = { equipment: [], heldIndex: -1, storageRevision: -1, looks: null, sprinting: false }

  /** Head of the bed that the player lies in; null while it is up. */
  sleeping: Position | null = null
  sleepTicks = 0
  /** Effects by name; see `rules/effects.ts`. */
  readonly effects = new Map<string, ActiveEffect>()
  /** Half hearts that harm takes before the player's own. */
  absorption = 0
  experienceLevel = 0
  /** Decides what enchanting tables offer; another one after each enchanting. */
  enchantmentSeed = 0
  /** Points towards the next level. */
  experiencePoints = 0
  /** When the player may pick up an orb of experience again. */
  nextOrbTick = 0
  /** Where the player comes back to life; null for the world's spawn. */
  spawnPoint: SpawnPoint | null = null

  /** Who hurt the player last: it is blamed for what happens soon after. */
  lastAttack: { readonly by: string; readonly attacker: number | null; readonly tick: number } | null = null
  digging: Digging | null = null
  /** Entity id of the bobber that its rod has out; null for none. */
  bobber: number | null = null
  /** Ticks from which items can be used again that rest after use, by name. */
  readonly cooldowns = new Map<string, number>()
  eating: Eating | null = null
  /** A bow that is being drawn. */
  drawing: HeldUse | null = null
  /** A shield that is held up. */
  blocking: HeldUse | null = null
  /** When the player last struck or took another item into the hand: blows grow strong again from then on. */
  lastBlowTick = Number.NEGATIVE_INFINITY

  /** Number of the teleport that the client has yet to confirm; its movements count for nothing until then. */
  pendingTeleport: number | null = null
  lastTeleport = 0
  /** Number of the keep-alive packet that the client has yet to answer. */
  pendingKeepAlive: number | null = null
  /** Milliseconds that the client takes to answer, on average. */
  latency = 0
  settings: ClientSettings = initialSettings
  /** How much it has lately asked of the server; see `rules/flooding.ts`. */
  readonly throttles = {
    lines: new Throttle(200, 1),
    drops: new Throttle(1480, 1),
    completions: new Throttle(500, 1),
  }
  /** What the client did with the server's resource pack; null before it said so. */
  resourcePack: 'loaded' | 'declined' | 'failed' | 'accepted' | null = null
  readonly joinTick: number
  /** Radius of columns that the client gets. */
  viewDistance: number
  /** The columns that the client has, by their keys. */
  readonly columns = new Map<string, ColumnPlace>()
  /** The column around which columns were last sent. */
  columnCenter: string | null = null
  /** Ids of the entities and players that the client knows of. */
  readonly seen = new Set<number>()

  constructor(facts: PlayerFacts, tick: number) {
    this.id = facts.id
    this.uuid = facts.connection.uuid
    this.name = facts.connection.name
    this.kind = facts.kind
    this.connection = facts.connection
    this.operator = facts.operator
    this.inventory = facts.inventory
    this.window = facts.inventory.window
    this.position = facts.position
    this.gameMode = facts.gameMode
    this.joinTick = tick
    this.viewDistance = facts.viewDistance
  }

  get isDead(): boolean {
    return this.health <= 0
  }

  get eyes(): Position {
    return { x: this.position.x, y: this.position.y + EYE_HEIGHT, z: this.position.z }
  }

  get heldSlot(): number {
    return HOTBAR_START + this.heldIndex
  }

  get held(): ItemStack | null {
    return this.inventory.storage.at(this.heldSlot)
  }

  set held(stack: ItemStack | null) {
    this.inventory.storage.put(this.heldSlot, stack)
  }
}
