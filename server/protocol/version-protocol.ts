import type { Position } from '../../src/core/position.ts'
import type { ItemKind } from '../data/item-kind.ts'
import type { MinecraftVersion } from '../data/minecraft-version.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import type { WindowKind } from '../inventory/window.ts'
import type { Packet } from './packet.ts'
import type { SavedForm } from './saved-form.ts'
import type { Text } from './text.ts'

/**
 * Everything in which the packets of the supported versions differ. One implementation per version; nothing else in the
 * server asks which version it speaks.
 */
export interface VersionProtocol {
  readonly version: MinecraftVersion
  /** Number of the version in the handshake. */
  readonly number: number
  /** Whether chunks are sent in batches that the client answers. */
  readonly hasChunkBatches: boolean
  /** Whether the client waits for a packet that says that chunks follow. */
  readonly announcesChunks: boolean
  login(facts: LoginFacts): Packet
  respawn(facts: SpawnFacts): Packet
  teleport(place: Placement, id: number): Packet
  time(age: number, time: number): Packet
  spawnPlayer(entity: EntityFacts): Packet
  entityPosition(entity: EntityFacts): Packet
  /** Smoke and noise; what it does to bodies and blocks is told by other packets. */
  explosion(center: Position, power: number): Packet
  /** An item as it stands in packets. */
  item(stack: ItemStack | null): unknown
  /** What saved worlds and block entities in packets look like. */
  readonly saved: SavedForm
  /** Reads an item of a packet; null for an empty slot and for numbers that are no item. */
  readItem(item: unknown): ItemStack | null
  /** How commands write an item's data: `{tags}` or `[components]` behind its name. */
  readonly itemSyntax: 'tags' | 'components'
  /** The item that tags, or components by name without namespace, describe as plain values. */
  describedItem(kind: ItemKind, count: number, description: Readonly<Record<string, unknown>>): ItemStack
  text(text: Text): unknown
  /** Number of a chat type such as `minecraft:chat`. */
  chatType(index: number): unknown
  windowType(kind: WindowKind): number
  onGround(packet: MovementFields): boolean
  /** Sets a score; null takes it away. */
  score(objective: string, holder: string, value: number | null): Packet
  /** Particles without data of their own. */
  particles(facts: ParticleFacts): Packet
  /** Tells a player that items of that name rest for so many ticks. */
  cooldown(item: string, ticks: number): Packet
  resourcePack(offer: ResourcePackOffer): Packet
  /** Puts a client's player under an effect. */
  entityEffect(facts: EffectFacts): Packet
  /** What a villager trades. */
  tradeList(facts: TradeFacts): Packet
  attributes(entityId: number, attributes: readonly ShownAttribute[]): Packet
  /** Registries that clients get before they join; undefined where they get them in the login packet. */
  readonly registryCodec: unknown
  /** The particles that effects let rise from a body. */
  effectParticles(effects: readonly EffectColor[]): MetadataEntry
}

/** One thing that clients are told of how an entity looks. */
export interface MetadataEntry {
  readonly key: number
  readonly type: string
  readonly value: unknown
}

export interface EffectFacts {
  readonly entityId: number
  readonly effectId: number
  /** 0 for level I, 255 at most. */
  readonly amplifier: number
  /** Null for an effect without an end. */
  readonly ticks: number | null
  readonly showsParticles: boolean
}

export interface TradeFacts {
  readonly windowId: number
  readonly offers: readonly TradeOffer[]
  /** Of the villager, 1 to 5. */
  readonly level: number
  readonly experience: number
}

export interface TradeOffer {
  readonly cost: ItemStack
  readonly also: ItemStack | null
  readonly gives: ItemStack
  readonly uses: number
  readonly maxUses: number
  readonly experience: number
  readonly priceMultiplier: number
}

/** An effect's particles: 0xRRGGBB, and how much they count in a mixture. */
export interface EffectColor {
  readonly color: number
  readonly level: number
}

/** An attribute as clients are told of it. */
export interface ShownAttribute {
  /** Such as `movement_speed`. */
  readonly name: string
  readonly base: number
  readonly modifiers: readonly ShownModifier[]
}

export interface ShownModifier {
  /** Such as `effect.speed`. */
  readonly id: string
  /** Under which versions before 1.21 know it. */
  readonly uuid: string
  readonly amount: number
  readonly operation: 'add' | 'multiply-total'
}

export interface ParticleFacts {
  readonly id: number
  readonly name: string
  readonly position: Position
  readonly spread: Position
  readonly speed: number
  readonly count: number
  /** Whether it is seen from far away. */
  readonly force: boolean
}

/** A resource pack that clients are asked to load. */
export interface ResourcePackOffer {
  readonly uuid: string
  readonly url: string
  /** SHA-1 of the file in hexadecimal; may be empty. */
  readonly hash: string
  readonly forced: boolean
}

export interface LoginFacts extends SpawnFacts {
  readonly entityId: number
  readonly maxPlayers: number
  /** In chunks. */
  readonly viewDistance: number
}

export interface SpawnFacts {
  readonly gameMode: GameMode
  readonly seed: number
  /** Whether the world is flat, so that clients draw another horizon. */
  readonly isFlat: boolean
}

export const gameModes = ['survival', 'creative', 'adventure', 'spectator'] as const

export type GameMode = (typeof gameModes)[number]

/** A position with a direction in degrees, as the protocol counts them: 0 looks south, 90 west. */
export interface Placement {
  readonly position: Position
  readonly yaw: number
  readonly pitch: number
}

export interface EntityFacts extends Placement {
  readonly id: number
  readonly uuid: string
  readonly typeId: number
  /** Blocks per tick. */
  readonly velocity: Position
  readonly onGround: boolean
}

/** The fields in which movement packets of the versions differ. */
export interface MovementFields {
  readonly onGround?: boolean
  readonly flags?: { readonly onGround?: boolean }
}
