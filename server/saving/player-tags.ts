import type { Position } from '../../src/core/position.ts'
import { itemsTag, readItems } from '../game/block-entity-tags.ts'
import type { Game } from '../game/game.ts'
import type { SavedPlayer } from '../game/saved-player.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import { ItemStorage } from '../inventory/item-storage.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'
import {
  byteTag,
  compoundTag,
  floatTag,
  intTag,
  listTag,
  type RootTag,
  rootTag,
  shortTag,
  stringTag,
  type Tag,
} from '../protocol/tags.ts'
import { gameModes } from '../protocol/version-protocol.ts'
import { pointsForNextLevel, pointsOfLevel } from '../rules/experience.ts'
import { effectsTag, readEffects } from './effect-tags.ts'
import { doublesTag, type Saved, uuidTag } from './entity-tags.ts'
import { wordTags } from './word-tags.ts'

const ENDER_CHEST_SIZE = 27

/** A player as `playerdata/UUID.dat` keeps it (https://minecraft.wiki/w/Player.dat_format). */
export function playerTag(game: Game, saved: SavedPlayer): RootTag {
  const { position, spawnPoint } = saved
  const form = game.protocol.saved
  return rootTag({
    DataVersion: intTag(form.dataVersion),
    UUID: uuidTag(saved.uuid),
    // Who died and has not come back has no place yet.
    ...(position === null ? {} : { Pos: doublesTag([position.x, position.y, position.z]) }),
    Motion: doublesTag([0, 0, 0]),
    Rotation: listTag('float', [floatTag(saved.yaw), floatTag(saved.pitch)]),
    Dimension: stringTag('minecraft:overworld'),
    playerGameType: intTag(gameModes.indexOf(saved.gameMode)),
    Health: floatTag(saved.health),
    foodLevel: intTag(saved.food),
    foodSaturationLevel: floatTag(saved.saturation),
    Air: shortTag(saved.air),
    Fire: shortTag(saved.fireTicks),
    SelectedItemSlot: intTag(saved.heldIndex),
    XpLevel: intTag(saved.experienceLevel),
    XpP: floatTag(saved.experiencePoints / pointsForNextLevel(saved.experienceLevel)),
    XpTotal: intTag(pointsOfLevel(saved.experienceLevel) + saved.experiencePoints),
    XpSeed: intTag(saved.enchantmentSeed),
    Inventory: inventoryTag(game, saved.items),
    EnderItems: itemsTag(form, storageOf(saved.enderItems)),
    [form.effects]: effectsTag(game, saved.effects),
    ...wordTags(game, saved.uuid),
    ...(spawnPoint === null ? {} : spawnTags(spawnPoint.position, spawnPoint.isBed)),
  })
}

/** Reads a player from plain values. Throws on items that this version does not have. */
export function readPlayer(game: Game, uuid: string, saved: Saved): SavedPlayer {
  const [yaw = 0, pitch = 0] = (saved.Rotation ?? []) as readonly number[]
  const level = number(saved.XpLevel)
  return {
    uuid,
    position: positionOf(saved.Pos),
    yaw,
    pitch,
    gameMode: gameModes[number(saved.playerGameType)] ?? 'survival',
    health: number(saved.Health, 20),
    food: number(saved.foodLevel, 20),
    saturation: number(saved.foodSaturationLevel, 5),
    air: number(saved.Air, 300),
    fireTicks: number(saved.Fire),
    heldIndex: number(saved.SelectedItemSlot),
    experienceLevel: level,
    experiencePoints: Math.round(number(saved.XpP) * pointsForNextLevel(level)),
    enchantmentSeed: number(saved.XpSeed),
    spawnPoint: spawnPointOf(saved),
    effects: readEffects(game, saved[game.protocol.saved.effects]),
    items: readInventory(game, saved.Inventory),
    enderItems: readStorage(game, ENDER_CHEST_SIZE, saved.EnderItems),
  }
}

function spawnTags({ x, y, z }: Position, isBed: boolean): Readonly<Record<string, Tag>> {
  return {
    SpawnX: intTag(x),
    SpawnY: intTag(y),
    SpawnZ: intTag(z),
    SpawnDimension: stringTag('minecraft:overworld'),
    SpawnForced: byteTag(!isBed),
  }
}

function spawnPointOf(saved: Saved): SavedPlayer['spawnPoint'] {
  if (saved.SpawnX === undefined) return null
  const position = { x: number(saved.SpawnX), y: number(saved.SpawnY), z: number(saved.SpawnZ) }
  return { position, isBed: saved.SpawnForced !== 1 }
}

/** Vanilla's number of a place of the inventory; null for places that it does not keep. */
function savedSlot(place: number): number | null {
  if (place >= 36 && place < OFF_HAND) return place - 36
  if (place >= 9 && place < 36) return place
  if (place === OFF_HAND) return -106
  return place >= 5 && place < 9 ? 108 - place : null
}

function inventoryTag(game: Game, items: SavedPlayer['items']): Tag {
  const tags = items.flatMap((stack, place) => {
    const slot = savedSlot(place)
    if (stack === null || slot === null) return []
    return [compoundTag({ Slot: byteTag(slot), ...game.protocol.saved.item(stack) })]
  })
  return listTag('compound', tags)
}

function readInventory(game: Game, saved: unknown): readonly (ItemStack | null)[] {
  const list = (Array.isArray(saved) ? saved : []) as readonly Saved[]
  const places = Array.from({ length: OFF_HAND + 1 }, (_, place) => place)
  const moved = list.flatMap((item) => {
    const place = places.find((one) => savedSlot(one) === item.Slot)
    return place === undefined ? [] : [{ ...item, Slot: place }]
  })
  return readStorage(game, places.length, moved)
}

function readStorage(game: Game, size: number, saved: unknown): readonly (ItemStack | null)[] {
  const storage = new ItemStorage(size)
  readItems(game.protocol.saved, storage, saved)
  return storage.all()
}

function storageOf(items: readonly (ItemStack | null)[]): ItemStorage {
  const storage = new ItemStorage(items.length)
  for (const [place, stack] of items.entries()) storage.put(place, stack)
  return storage
}

function positionOf(saved: unknown): Position | null {
  if (!Array.isArray(saved)) return null
  const [x = 0, y = 0, z = 0] = saved as readonly number[]
  return { x, y, z }
}

function number(value: unknown, fallback = 0): number {
  return typeof value === 'number' ? value : fallback
}
