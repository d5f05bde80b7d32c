import type { Position } from '../../src/core/position.ts'
import type { GameRegistry } from '../data/game-registry.ts'
import { dataOf } from '../inventory/item-data.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import type { WindowKind } from '../inventory/window.ts'
import { angleByte, velocityShort } from './angle.ts'
import { EFFECT_PARTICLES, effectFlags, modifierOperation } from './effect-fields.ts'
import { type ForeignStored, foreignItem } from './foreign-item.ts'
import {
  itemComponents,
  partsOfComponents,
  partsOfNamedComponents,
  type WireComponent,
} from './item-components.ts'
import type { Packet } from './packet.ts'
import { completeCodec } from './registry-codec.ts'
import { savedForm1214 } from './saved-form-1-21-4.ts'
import { textAsTags } from './text.ts'
import { tradeListPacket } from './trade-fields.ts'
import type {
  EffectColor,
  EffectFacts,
  EntityFacts,
  LoginFacts,
  MetadataEntry,
  ParticleFacts,
  Placement,
  ShownAttribute,
  SpawnFacts,
  TradeFacts,
  VersionProtocol,
} from './version-protocol.ts'

/** Numbers of the window types in this version's menu registry. */
const windowTypes: Readonly<Record<WindowKind, number>> = {
  inventory: -1,
  chest: 2,
  large_chest: 5,
  dispenser: 6,
  anvil: 8,
  blast_furnace: 10,
  crafting: 12,
  enchantment: 13,
  furnace: 14,
  grindstone: 15,
  hopper: 16,
  lectern: 17,
  merchant: 19,
  shulker_box: 20,
  smoker: 22,
}

interface WireItem {
  readonly itemCount?: number
  readonly itemId?: number
  readonly components?: unknown
}

/** Packets of Minecraft 1.21.4. */
export function protocol1214(registry: GameRegistry): VersionProtocol {
  return {
    version: '1.21.4',
    number: registry.protocolVersion,
    hasChunkBatches: true,
    announcesChunks: true,
    login,
    respawn: (facts) => ({ name: 'respawn', params: { worldState: spawnInfo(facts), copyMetadata: 0 } }),
    teleport,
    time: (age, time) => ({
      name: 'update_time',
      params: { age: BigInt(age), time: BigInt(time), tickDayTime: true },
    }),
    spawnPlayer,
    entityPosition,
    explosion,
    item: (stack) => writeItem(registry, stack),
    saved: savedForm1214(registry),
    readItem: (item) => readItem(registry, item as WireItem),
    itemSyntax: 'components',
    describedItem: (kind, count, components) =>
      foreignItem(registry, kind, count, partsOfNamedComponents(components)),
    text: textAsTags,
    chatType: (index) => ({ chatType: index }),
    windowType: (kind) => windowTypes[kind],
    onGround: (packet) => packet.flags?.onGround === true,
    score,
    particles,
    cooldown: (item, ticks) => ({
      name: 'set_cooldown',
      params: { cooldownGroup: `minecraft:${item}`, cooldownTicks: ticks },
    }),
    attributes,
    tradeList: (facts) => tradeList(registry, facts),
    registryCodec: completeCodec(registry.loginPacket.dimensionCodec),
    entityEffect,
    effectParticles,
    resourcePack: (offer) => ({ name: 'add_resource_pack', params: { ...offer } }),
  }
}

function login(facts: LoginFacts): Packet {
  return {
    name: 'login',
    params: {
      entityId: facts.entityId,
      isHardcore: false,
      worldNames: ['minecraft:overworld'],
      maxPlayers: facts.maxPlayers,
      viewDistance: facts.viewDistance,
      simulationDistance: facts.viewDistance,
      reducedDebugInfo: false,
      enableRespawnScreen: true,
      doLimitedCrafting: false,
      worldState: spawnInfo(facts),
      enforcesSecureChat: false,
    },
  }
}

function spawnInfo(facts: SpawnFacts): Readonly<Record<string, unknown>> {
  return {
    dimension: 0,
    name: 'minecraft:overworld',
    hashedSeed: BigInt(facts.seed),
    gamemode: facts.gameMode,
    previousGamemode: 255,
    isDebug: false,
    isFlat: facts.isFlat,
    portalCooldown: 0,
    seaLevel: 63,
  }
}

function teleport({ position, yaw, pitch }: Placement, id: number): Packet {
  return {
    name: 'position',
    params: { teleportId: id, ...position, dx: 0, dy: 0, dz: 0, yaw, pitch, flags: {} },
  }
}

function spawnPlayer(entity: EntityFacts): Packet {
  return {
    name: 'spawn_entity',
    params: {
      entityId: entity.id,
      objectUUID: entity.uuid,
      type: entity.typeId,
      ...entity.position,
      pitch: angleByte(entity.pitch),
      yaw: angleByte(entity.yaw),
      headPitch: angleByte(entity.yaw),
      objectData: 0,
      velocity: {
        x: velocityShort(entity.velocity.x),
        y: velocityShort(entity.velocity.y),
        z: velocityShort(entity.velocity.z),
      },
    },
  }
}

function explosion(center: Position): Packet {
  return {
    name: 'explosion',
    params: {
      ...center,
      playerKnockback: undefined,
      explosionParticle: { type: 'explosion_emitter', data: undefined },
      sound: { data: { soundName: 'minecraft:entity.generic.explode', fixedRange: undefined } },
    },
  }
}

function entityPosition(entity: EntityFacts): Packet {
  const { position, velocity } = entity
  return {
    name: 'sync_entity_position',
    params: {
      entityId: entity.id,
      x: position.x,
      y: position.y,
      z: position.z,
      dx: velocity.x,
      dy: velocity.y,
      dz: velocity.z,
      yaw: entity.yaw,
      pitch: entity.pitch,
      onGround: entity.onGround,
    },
  }
}

function score(objective: string, holder: string, value: number | null): Packet {
  if (value === null) {
    return { name: 'reset_score', params: { entity_name: holder, objective_name: objective } }
  }
  return { name: 'scoreboard_score', params: { itemName: holder, scoreName: objective, value } }
}

function particles({ name, position, spread, speed, count, force }: ParticleFacts): Packet {
  return {
    name: 'world_particles',
    params: {
      longDistance: force,
      alwaysShow: false,
      ...position,
      offsetX: spread.x,
      offsetY: spread.y,
      offsetZ: spread.z,
      velocityOffset: speed,
      amount: count,
      particle: { type: name },
    },
  }
}

function entityEffect({ entityId, effectId, amplifier, ticks, showsParticles }: EffectFacts): Packet {
  const params = { entityId, effectId, amplifier, duration: ticks ?? -1, flags: effectFlags(showsParticles) }
  return { name: 'entity_effect', params }
}

function attributes(entityId: number, shown: readonly ShownAttribute[]): Packet {
  const properties = shown.map(({ name, base, modifiers }) => ({
    key: `generic.${name}`,
    value: base,
    modifiers: modifiers.map(({ id, amount, operation }) => ({
      uuid: `minecraft:${id}`,
      amount,
      operation: modifierOperation(operation),
    })),
  }))
  return { name: 'entity_update_attributes', params: { entityId, properties } }
}

const noParticles: MetadataEntry = { key: EFFECT_PARTICLES, type: 'particles', value: [] }

function effectParticles(effects: readonly EffectColor[]): MetadataEntry {
  if (effects.length === 0) return noParticles
  const opaque = (color: number) => color | -0x1000000
  const value = effects.map(({ color }) => ({ type: 'entity_effect', data: opaque(color) }))
  return { key: EFFECT_PARTICLES, type: 'particles', value }
}

function tradeList(registry: GameRegistry, facts: TradeFacts): Packet {
  const cost = ({ name, count }: ItemStack) => ({
    itemId: registry.item(name).id,
    itemCount: count,
    addedComponentCount: 0,
    components: [],
  })
  return tradeListPacket(facts, {
    cost,
    also: (stack) => (stack === null ? undefined : cost(stack)),
    gives: (stack) => writeItem(registry, stack),
  })
}

function writeItem(registry: GameRegistry, stack: ItemStack | null): unknown {
  if (stack === null) return { itemCount: 0 }
  const components = [...itemComponents(registry, stack), ...containerComponents(registry, stack)]
  return {
    itemCount: stack.count,
    itemId: registry.item(stack.name).id,
    addedComponentCount: components.length,
    removedComponentCount: 0,
    components,
    removeComponents: [],
  }
}

/** Places up to the last that holds something, empty ones included. */
function containerComponents(registry: GameRegistry, stack: ItemStack): readonly WireComponent[] {
  const { contents } = dataOf(stack)
  const size = (contents.at(-1)?.slot ?? -1) + 1
  if (size === 0) return []
  const places = Array.from({ length: size }, (_, place) =>
    writeItem(registry, contents.find(({ slot }) => slot === place)?.stack ?? null),
  )
  return [{ type: 'container', data: { contents: places } }]
}

function readContainer(registry: GameRegistry, components: unknown): readonly ForeignStored[] {
  const list: readonly (Partial<WireComponent> | null)[] = Array.isArray(components) ? components : []
  const data = list.find((component) => component?.type === 'container')?.data
  const { contents } = (data ?? {}) as { readonly contents?: unknown }
  const items: readonly (WireItem | null)[] = Array.isArray(contents) ? contents : []
  return items.map((item, slot) => ({ slot, stack: item === null ? null : readItem(registry, item) }))
}

function readItem(registry: GameRegistry, item: WireItem): ItemStack | null {
  const kind = registry.itemOfId(item.itemId ?? -1)
  if (kind === null || item.itemCount === undefined || item.itemCount <= 0) return null
  const contents = readContainer(registry, item.components)
  return foreignItem(registry, kind, item.itemCount, {
    ...partsOfComponents(registry, item.components),
    contents,
  })
}
