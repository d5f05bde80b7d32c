import type { GameRegistry } from '../data/game-registry.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import type { WindowKind } from '../inventory/window.ts'
import { angleByte } from './angle.ts'
import { EFFECT_PARTICLES, effectFlags, modifierOperation } from './effect-fields.ts'
import { foreignItem } from './foreign-item.ts'
import { itemTags, partsOfTags } from './item-tags.ts'
import type { Packet } from './packet.ts'
import { savedForm1201 } from './saved-form-1-20-1.ts'
import { plainValue } from './tags.ts'
import { textAsJson } from './text.ts'
import { tradeListPacket } from './trade-fields.ts'
import {
  type EffectColor,
  type EffectFacts,
  type EntityFacts,
  gameModes,
  type LoginFacts,
  type MetadataEntry,
  type ParticleFacts,
  type Placement,
  type ShownAttribute,
  type SpawnFacts,
  type TradeFacts,
  type VersionProtocol,
} from './version-protocol.ts'

/** Numbers of the window types in this version's menu registry. */
const windowTypes: Readonly<Record<WindowKind, number>> = {
  inventory: -1,
  chest: 2,
  large_chest: 5,
  dispenser: 6,
  anvil: 7,
  blast_furnace: 9,
  crafting: 11,
  enchantment: 12,
  furnace: 13,
  grindstone: 14,
  hopper: 15,
  lectern: 16,
  merchant: 18,
  shulker_box: 19,
  smoker: 21,
}

interface WireItem {
  readonly present?: boolean
  readonly itemId?: number
  readonly itemCount?: number
  readonly nbtData?: unknown
}

/** Packets of Minecraft 1.20.1. */
export function protocol1201(registry: GameRegistry): VersionProtocol {
  return {
    version: '1.20.1',
    number: registry.protocolVersion,
    hasChunkBatches: false,
    announcesChunks: false,
    login: (facts) => login(registry, facts),
    respawn,
    teleport,
    time: (age, time) => ({ name: 'update_time', params: { age: BigInt(age), time: BigInt(time) } }),
    spawnPlayer,
    entityPosition,
    explosion: (center, power) => ({
      name: 'explosion',
      params: {
        ...center,
        radius: power,
        affectedBlockOffsets: [],
        playerMotionX: 0,
        playerMotionY: 0,
        playerMotionZ: 0,
      },
    }),
    item: (stack) => writeItem(registry, stack),
    saved: savedForm1201(registry),
    readItem: (item) => readItem(registry, item as WireItem),
    itemSyntax: 'tags',
    describedItem: (kind, count, tags) =>
      foreignItem(registry, kind, count, partsOfTags(registry, kind, tags)),
    text: textAsJson,
    chatType: (index) => index,
    windowType: (kind) => windowTypes[kind],
    onGround: (packet) => packet.onGround === true,
    score,
    particles,
    cooldown: (item, ticks) => ({
      name: 'set_cooldown',
      params: { itemID: registry.item(item).id, cooldownTicks: ticks },
    }),
    attributes,
    tradeList: (facts) => tradeList(registry, facts),
    registryCodec: undefined,
    entityEffect,
    effectParticles,
    resourcePack: (offer) => ({ name: 'resource_pack_send', params: { ...offer } }),
  }
}

function login(registry: GameRegistry, facts: LoginFacts): Packet {
  return {
    name: 'login',
    params: {
      entityId: facts.entityId,
      isHardcore: false,
      gameMode: gameModes.indexOf(facts.gameMode),
      previousGameMode: -1,
      worldNames: ['minecraft:overworld'],
      dimensionCodec: registry.loginPacket.dimensionCodec,
      worldType: 'minecraft:overworld',
      worldName: 'minecraft:overworld',
      hashedSeed: BigInt(facts.seed),
      maxPlayers: facts.maxPlayers,
      viewDistance: facts.viewDistance,
      simulationDistance: facts.viewDistance,
      reducedDebugInfo: false,
      enableRespawnScreen: true,
      isDebug: false,
      isFlat: facts.isFlat,
      portalCooldown: 0,
    },
  }
}

function respawn(facts: SpawnFacts): Packet {
  return {
    name: 'respawn',
    params: {
      dimension: 'minecraft:overworld',
      worldName: 'minecraft:overworld',
      hashedSeed: BigInt(facts.seed),
      gamemode: gameModes.indexOf(facts.gameMode),
      previousGamemode: 255,
      isDebug: false,
      isFlat: facts.isFlat,
      copyMetadata: false,
      portalCooldown: 0,
    },
  }
}

function teleport({ position, yaw, pitch }: Placement, id: number): Packet {
  return { name: 'position', params: { ...position, yaw, pitch, flags: 0, teleportId: id } }
}

function spawnPlayer(entity: EntityFacts): Packet {
  return {
    name: 'named_entity_spawn',
    params: {
      entityId: entity.id,
      playerUUID: entity.uuid,
      ...entity.position,
      yaw: angleByte(entity.yaw),
      pitch: angleByte(entity.pitch),
    },
  }
}

function entityPosition(entity: EntityFacts): Packet {
  return {
    name: 'entity_teleport',
    params: {
      entityId: entity.id,
      ...entity.position,
      yaw: angleByte(entity.yaw),
      pitch: angleByte(entity.pitch),
      onGround: entity.onGround,
    },
  }
}

function score(objective: string, holder: string, value: number | null): Packet {
  const action = value === null ? 1 : 0
  return {
    name: 'scoreboard_score',
    params: { itemName: holder, action, scoreName: objective, value: value ?? undefined },
  }
}

function particles({ id, position, spread, speed, count, force }: ParticleFacts): Packet {
  return {
    name: 'world_particles',
    params: {
      particleId: id,
      longDistance: force,
      ...position,
      offsetX: spread.x,
      offsetY: spread.y,
      offsetZ: spread.z,
      particleData: speed,
      particles: count,
    },
  }
}

function entityEffect({ entityId, effectId, amplifier, ticks, showsParticles }: EffectFacts): Packet {
  // A byte with a sign holds the level.
  const level = (amplifier << 24) >> 24
  const hideParticles = effectFlags(showsParticles)
  const params = { entityId, effectId, amplifier: level, duration: ticks ?? -1, hideParticles }
  return { name: 'entity_effect', params }
}

function attributes(entityId: number, shown: readonly ShownAttribute[]): Packet {
  const properties = shown.map(({ name, base, modifiers }) => ({
    name: `minecraft:generic.${name}`,
    value: base,
    modifiers: modifiers.map(({ uuid, amount, operation }) => ({
      uuid,
      amount,
      operation: modifierOperation(operation),
    })),
  }))
  return { name: 'entity_update_attributes', params: { entityId, properties } }
}

/** One colour for all: the mixture. */
function effectParticles(effects: readonly EffectColor[]): MetadataEntry {
  const total = effects.reduce((sum, { level }) => sum + level, 0)
  const channel = (shift: number) =>
    effects.reduce((sum, { color, level }) => sum + ((color >> shift) & 0xff) * level, 0) / total
  const mixed = (Math.trunc(channel(16)) << 16) | (Math.trunc(channel(8)) << 8) | Math.trunc(channel(0))
  return { key: EFFECT_PARTICLES, type: 'int', value: total === 0 ? 0 : mixed }
}

function tradeList(registry: GameRegistry, facts: TradeFacts): Packet {
  const write = (stack: ItemStack | null) => writeItem(registry, stack)
  return tradeListPacket(facts, { cost: write, also: write, gives: write })
}

function writeItem(registry: GameRegistry, stack: ItemStack | null): unknown {
  if (stack === null) return { present: false }
  const kind = registry.item(stack.name)
  const value = itemTags(registry, kind, stack)
  const nbtData = Object.keys(value).length === 0 ? undefined : { type: 'compound', name: '', value }
  return { present: true, itemId: kind.id, itemCount: stack.count, nbtData }
}

function readItem(registry: GameRegistry, item: WireItem): ItemStack | null {
  const kind = registry.itemOfId(item.itemId ?? -1)
  if (item.present !== true || kind === null || item.itemCount === undefined || item.itemCount <= 0)
    return null
  const tags = (plainValue(item.nbtData) ?? {}) as Readonly<Record<string, unknown>>
  return foreignItem(registry, kind, item.itemCount, partsOfTags(registry, kind, tags))
}
