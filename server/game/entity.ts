import type { Position } from '../../src/core/position.ts'
import type { EntityKind } from '../data/entity-kind.ts'
import type { EffectDose } from '../data/food-effects.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import type { MobKind } from '../mobs/mob-kind.ts'
import type { MobMind } from '../mobs/mob-mind.ts'
import type { Trader } from '../mobs/villagers/trader.ts'
import type { ActiveEffect } from './active-effect.ts'

/** What all things that move have in common. */
export interface Body {
  readonly id: number
  readonly uuid: string
  readonly kind: EntityKind
  /** Middle of the feet. */
  position: Position
  /** Blocks per tick. */
  velocity: Position
  /** Degrees: 0 looks south, 90 west. */
  yaw: number
  /** Degrees: positive looks down. */
  pitch: number
  onGround: boolean
  /** Set by whatever moves or turns it; cleared when the players who see it have been told. */
  moved: boolean
}

/** A stack that lies or flies in the world. */
export interface ItemEntity extends Body {
  readonly type: 'item'
  stack: ItemStack
  /** The item tick (`Game.itemTicks`) in which it appeared; it vanishes 6000 ticks later. */
  appeared: number
  /** The item tick from which it can be picked up. */
  collectableFrom: number
  /** Set while it lies still, so that it needs no physics. */
  resting: boolean
  /** What fire, cacti and blasts take from it; it is gone when none is left. */
  health: number
}

/** An animal or a monster. */
export interface MobEntity extends Body {
  readonly type: 'mob'
  /** As which byte those who see it know its head to be turned; null where some know another direction. */
  toldYaw: number | null
  readonly traits: MobKind
  readonly mind: MobMind
  health: number
  /** Ticks in which it cannot be hurt again. */
  hurtDelay: number
  /** Ticks without a noise of its own; negative while it is not to make another. */
  silentTicks?: number
  /** What a villager trades; null for all other mobs. */
  readonly trader: Trader | null
  readonly effects: Map<string, ActiveEffect>
  /** Half hearts that harm takes before its own. */
  absorption: number
  /** Ticks of breath, as with players. */
  air: number
  /** Ticks that it is still on fire; negative while it is not. */
  fireTicks: number
  /** Where it is walking to; null while it stands. */
  goal: Position | null
  /** Ticks until it makes up its mind again. */
  idleTicks: number
}

/** An arrow that flies, or sticks in a block. */
export interface ArrowEntity extends Body {
  readonly type: 'arrow'
  /** As which byte those who see it know its head to be turned; null where some know another direction. */
  toldYaw: number | null
  /** Entity id of who shot it. */
  readonly shooter: number
  /** Half hearts per block per tick of its speed. */
  readonly damage: number
  readonly critical: boolean
  /** Level of the bow's Punch, 0 for none. */
  readonly punch: number
  /** Whether it sets on fire what it hits. */
  readonly burns: boolean
  /** Whether players can pick it up. */
  readonly collectable: boolean
  /** Ticks since it was shot. */
  age: number
  /** Ticks since it has stuck in a block; null while it flies. */
  stuckTicks: number | null
}

/** Something thrown that works where it hits: a snowball, an egg, an ender pearl, a bottle. */
export interface ThrownEntity extends Body {
  readonly type: 'thrown'
  readonly stack: ItemStack
  /** Entity id of who threw it. */
  readonly shooter: number
  /** Ticks since it was thrown. */
  age: number
}

/** What hangs in the air where a lingering potion broke. */
export interface CloudEntity extends Body {
  readonly type: 'cloud'
  readonly effects: readonly EffectDose[]
  /** Id of who threw the potion. */
  readonly thrower: number
  /** In blocks. */
  radius: number
  age: number
  /** When it may work on a body again, by entity id. */
  readonly touched: Map<number, number>
}

/** The bobber of a fishing rod. */
export interface BobberEntity extends Body {
  readonly type: 'bobber'
  /** Id of the player who cast it. */
  readonly owner: number
  /** Id of the body that it holds; null for none. */
  hooked: number | null
  /** Whether it has come into water. */
  inWater: boolean
  /** Ticks that it has lain on the ground. */
  groundTicks: number
  /** Ticks until a fish comes near, until it has come, and in which it bites. */
  lureTicks: number
  approachTicks: number
  biteTicks: number
  /** From where the fish comes, in radians. */
  approachAngle: number
}

/** A boat or a minecart. */
export interface VehicleEntity extends Body {
  readonly type: 'vehicle'
  readonly form: 'boat' | 'minecart'
  /** The item that makes it, which it leaves when it breaks. */
  readonly item: string
  /** Ten times the half hearts of the blows of late. */
  wear: number
  /** Degrees that a boat turns by in a tick. */
  turning: number
  /** Until when its driver's client moves it. */
  drivenUntil: number
}

/** TNT that is about to explode. */
export interface TntEntity extends Body {
  readonly type: 'tnt'
  /** Ticks until it explodes. */
  fuse: number
}

/** Experience that floats to players. */
export interface OrbEntity extends Body {
  readonly type: 'orb'
  /** Points that it gives each time that it is picked up. */
  readonly points: number
  /** How many equal orbs have become this one. */
  count: number
  /** Ticks since it appeared; it vanishes at 6000. */
  age: number
  /** Id of the player that it comes to; null for none. */
  follows: number | null
}

export type Entity =
  | ItemEntity
  | MobEntity
  | ArrowEntity
  | OrbEntity
  | ThrownEntity
  | BobberEntity
  | CloudEntity
  | VehicleEntity
  | TntEntity

export const stillVelocity: Position = { x: 0, y: 0, z: 0 }
