import type { ArrowEntity, Body, Entity, ItemEntity, MobEntity, OrbEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { ageOf, ITEM_HEALTH, pickUpDelayOf } from '../game/item-entities.ts'
import { newVehicle } from '../game/vehicle-entities.ts'
import { findMobKind } from '../mobs/mob-kinds.ts'
import type { MobMind } from '../mobs/mob-mind.ts'
import { newMob } from '../mobs/spawn-mob.ts'
import type { Trader } from '../mobs/villagers/trader.ts'
import {
  byteTag,
  type CompoundTag,
  compoundTag,
  doubleTag,
  floatTag,
  intArrayTag,
  intTag,
  listTag,
  shortTag,
  stringTag,
  type Tag,
} from '../protocol/tags.ts'
import { animalTags } from './animal-tags.ts'
import { effectsTag, readEffects } from './effect-tags.ts'
import { readVillager, villagerTags } from './villager-tags.ts'
import { readWords, wordTags } from './word-tags.ts'

/** Plain values of a saved compound. */
export type Saved = Readonly<Record<string, unknown>>

/** Our own entries of a saved mob, beside what vanilla knows of it. */
const MIND = 'KithcraftMind'
const TRADER = 'KithcraftTrader'
/** Ticks that a burning arrow burns. */
const BURNING_ARROW = 2000

/**
 * An entity as Anvil keeps it (https://minecraft.wiki/w/Entity_format); null for what is too short-lived to be kept, such
 * as things in flight.
 */
export function entityTag(game: Game, entity: Entity): CompoundTag | null {
  const tags = kindTags(game, entity)
  if (tags === null) return null
  return compoundTag({
    id: stringTag(`minecraft:${entity.kind.name}`),
    ...bodyTags(entity),
    ...wordTags(game, entity.uuid),
    ...tags,
  })
}

/** Puts a saved entity back into the game. Throws on kinds that the server does not have. */
export function restoreEntity(game: Game, saved: Saved): void {
  const name = String(saved.id).replace(/^minecraft:/, '')
  const body = readBody(game, name, saved)
  game.entities.set(body.id, readKind(game, name, body, saved))
  readWords(game, body.uuid, saved.Tags)
}

function kindTags(game: Game, entity: Entity): Readonly<Record<string, Tag>> | null {
  switch (entity.type) {
    case 'item':
      return itemTags(game, entity)
    case 'mob':
      return mobTags(game, entity)
    case 'arrow':
      return arrowTags(entity)
    case 'orb':
      return { Value: shortTag(entity.points), Count: intTag(entity.count), Age: shortTag(entity.age) }
    case 'vehicle':
      return {
        KithcraftItem: stringTag(entity.item),
        Type: stringTag(entity.item.replace(/_(chest_)?(boat|raft)$/, '')),
      }
    case 'tnt':
      return { fuse: shortTag(entity.fuse), Fuse: shortTag(entity.fuse) }
    case 'thrown':
    case 'cloud':
    case 'bobber':
      return null
  }
}

function readKind(game: Game, name: string, body: Body, saved: Saved): Entity {
  if (name === 'item') return readItem(game, body, saved)
  if (name === 'arrow') return readArrow(body, saved)
  if (name === 'experience_orb') return readOrb(body, saved)
  if (name === 'tnt') return { ...body, type: 'tnt', fuse: number(saved.fuse, number(saved.Fuse, 80)) }
  if (saved.KithcraftItem !== undefined) return newVehicle(String(saved.KithcraftItem), body)
  return readMob(game, name, body, saved)
}

function bodyTags({ position, velocity, yaw, pitch, onGround, uuid }: Body): Readonly<Record<string, Tag>> {
  return {
    Pos: doublesTag([position.x, position.y, position.z]),
    Motion: doublesTag([velocity.x, velocity.y, velocity.z]),
    Rotation: listTag('float', [floatTag(yaw), floatTag(pitch)]),
    OnGround: byteTag(onGround),
    UUID: uuidTag(uuid),
  }
}

function readBody(game: Game, name: string, saved: Saved): Body {
  const kind = game.registry.findEntity(name)
  if (kind === null) throw new Error(`there is no entity "${name}" in this version`)
  const id = game.nextId()
  const [x, y, z] = triple(saved.Pos)
  const [motionX, motionY, motionZ] = triple(saved.Motion)
  const [yaw = 0, pitch = 0] = (saved.Rotation ?? []) as readonly number[]
  return {
    id,
    uuid: game.uuidOf(id),
    kind,
    position: { x, y, z },
    velocity: { x: motionX, y: motionY, z: motionZ },
    yaw,
    pitch,
    onGround: saved.OnGround === 1,
    moved: false,
  }
}

function itemTags(game: Game, item: ItemEntity): Readonly<Record<string, Tag>> {
  return {
    Item: compoundTag(game.protocol.saved.item(item.stack)),
    Age: shortTag(ageOf(game, item)),
    PickupDelay: shortTag(pickUpDelayOf(game, item)),
    Health: shortTag(item.health),
  }
}

function readItem(game: Game, body: Body, saved: Saved): ItemEntity {
  const item = (saved.Item ?? {}) as Saved
  const stack = game.protocol.saved.readItem(item)
  if (stack === null) throw new Error(`there is no item "${item.id}" in this version`)
  return {
    ...body,
    type: 'item',
    stack,
    appeared: game.itemTicks - number(saved.Age),
    collectableFrom: game.itemTicks + number(saved.PickupDelay),
    resting: false,
    health: number(saved.Health, ITEM_HEALTH),
  }
}

function mobTags(game: Game, mob: MobEntity): Readonly<Record<string, Tag>> {
  const { mind } = mob
  return {
    Health: floatTag(mob.health),
    AbsorptionAmount: floatTag(mob.absorption),
    Fire: shortTag(mob.fireTicks),
    Air: shortTag(mob.air),
    FallDistance: floatTag(mind.fallen),
    [game.protocol.saved.effects]: effectsTag(game, mob.effects),
    ...animalTags(game, mob),
    [MIND]: stringTag(lastingText(mind)),
    ...(mob.trader === null ? {} : traderTags(game, mob.trader)),
  }
}

function readMob(game: Game, name: string, body: Body, saved: Saved): MobEntity {
  const traits = findMobKind(name)
  if (traits === null) throw new Error(`the server has no rules for the entity "${name}"`)
  const mob = newMob(traits, body)
  mob.health = number(saved.Health, traits.health)
  mob.absorption = number(saved.AbsorptionAmount)
  mob.air = number(saved.Air, mob.air)
  mob.fireTicks = number(saved.Fire, mob.fireTicks)
  for (const [effect, active] of readEffects(game, saved[game.protocol.saved.effects])) {
    mob.effects.set(effect, active)
  }
  Object.assign(mob.mind, readState(mob.mind, saved[MIND]))
  if (mob.trader === null) return mob
  readVillager(game, mob.trader, saved)
  Object.assign(mob.trader, readState(mob.trader, saved[TRADER]))
  return mob
}

/** What vanilla knows of a villager, and beside it what only we do. */
function traderTags(game: Game, trader: Trader): Readonly<Record<string, Tag>> {
  return { ...villagerTags(game, trader), [TRADER]: stringTag(lastingText(trader)) }
}

/** What stands elsewhere, or names other entities, whose numbers change. */
const leftOut = new Set([
  'target',
  'path',
  'customer',
  'offers',
  'profession',
  'level',
  'experience',
  'restocks',
])

/** All of it but what is left out, and what stands for never. */
function lastingText(state: MobMind | Trader): string {
  const lasting = Object.entries(state).filter(([name, value]) => !leftOut.has(name) && !isEndless(value))
  return JSON.stringify(Object.fromEntries(lasting))
}

function isEndless(value: unknown): boolean {
  return typeof value === 'number' && !Number.isFinite(value)
}

/** What was saved of such a state, as far as there is still such a thing. */
function readState<State extends MobMind | Trader>(fresh: State, text: unknown): Partial<State> {
  if (typeof text !== 'string') return {}
  const known = Object.entries(JSON.parse(text) as Saved).filter(([name]) => name in fresh)
  return Object.fromEntries(known) as Partial<State>
}

function arrowTags(arrow: ArrowEntity): Readonly<Record<string, Tag>> {
  return {
    pickup: byteTag(arrow.collectable),
    damage: doubleTag(arrow.damage),
    crit: byteTag(arrow.critical),
    punch: byteTag(arrow.punch),
    Fire: shortTag(arrow.burns ? BURNING_ARROW : 0),
    inGround: byteTag(arrow.stuckTicks !== null),
    life: shortTag(arrow.stuckTicks ?? 0),
  }
}

function readArrow(body: Body, saved: Saved): ArrowEntity {
  const life = number(saved.life)
  return {
    ...body,
    type: 'arrow',
    toldYaw: null,
    shooter: -1,
    damage: number(saved.damage, 2),
    critical: saved.crit === 1,
    punch: number(saved.punch),
    burns: number(saved.Fire) > 0,
    collectable: saved.pickup === 1,
    age: life,
    stuckTicks: saved.inGround === 1 ? life : null,
  }
}

function readOrb(body: Body, saved: Saved): OrbEntity {
  const [points, count, age] = [number(saved.Value), number(saved.Count, 1), number(saved.Age)]
  return { ...body, type: 'orb', points, count, age, follows: null }
}

export function doublesTag(values: readonly number[]): Tag {
  return listTag('double', values.map(doubleTag))
}

export function uuidTag(uuid: string): Tag {
  const hex = uuid.replaceAll('-', '')
  return intArrayTag([0, 8, 16, 24].map((start) => Number.parseInt(hex.slice(start, start + 8), 16) | 0))
}

function triple(value: unknown): readonly [number, number, number] {
  const [x = 0, y = 0, z = 0] = (value ?? []) as readonly number[]
  return [x, y, z]
}

function number(value: unknown, fallback = 0): number {
  return typeof value === 'number' ? value : fallback
}
