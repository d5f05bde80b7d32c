import type { Position } from '../../src/core/position.ts'
import { blockEntityType } from '../data/block-entity-type.ts'
import { smeltingTicks } from '../data/smelting.ts'
import { itemStack } from '../inventory/item-stack.ts'
import { ItemStorage } from '../inventory/item-storage.ts'
import { wordsOf } from '../protocol/item-tags.ts'
import type { SavedForm } from '../protocol/saved-form.ts'
import {
  byteTag,
  type CompoundTag,
  compoundTag,
  intTag,
  listTag,
  shortTag,
  stringTag,
  type Tag,
} from '../protocol/tags.ts'
import type { BlockEntity } from '../world/block-entity.ts'
import { Campfire } from './campfire.ts'
import { furnaceKindOf, isPlacedChest, isStorage, type StoredItems, storageSize } from './containers.ts'
import { Furnace } from './furnace.ts'
import { blankText, isSign, type Sign, type SignText } from './sign.ts'

/**
 * A block entity as saved worlds, `/data` and packets know it (https://minecraft.wiki/w/Chunk_format#Block_entity_format);
 * null for blocks without one.
 *
 * @param entity what the block holds; null where nothing was ever put into it
 */
export function blockEntityTag(
  form: SavedForm,
  block: string,
  position: Position,
  entity: BlockEntity | null,
): CompoundTag | null {
  const type = blockEntityType(block)
  if (type === null) return null
  return compoundTag({
    id: stringTag(`minecraft:${type}`),
    x: intTag(position.x),
    y: intTag(position.y),
    z: intTag(position.z),
    keepPacked: byteTag(false),
    ...contentTags(form, entity),
  })
}

/** The part of a block entity that clients are told; null where its place and kind are all that they need. */
export function shownTags(form: SavedForm, entity: BlockEntity | null): Readonly<Record<string, Tag>> | null {
  return isSign(entity) ? signTags(form, entity) : null
}

/** Reads what a block holds from plain values; null for kinds that hold nothing. */
export function readBlockEntity(
  form: SavedForm,
  saved: Readonly<Record<string, unknown>>,
): BlockEntity | null {
  const type = String(saved.id).replace(/^minecraft:/, '')
  if (type === 'sign' || type === 'hanging_sign') return readSign(saved)
  const station = furnaceKindOf(type)
  if (station !== null) return readFurnace(form, new Furnace(station), saved)
  if (type === 'campfire') return readCampfire(form, saved)
  const size = storageSize(type)
  if (size === null) return null
  const storage = new ItemStorage(size)
  readItems(form, storage, saved.Items)
  const stored: StoredItems = { kind: 'storage', storage }
  return stored
}

function contentTags(form: SavedForm, entity: BlockEntity | null): Readonly<Record<string, Tag>> {
  if (isSign(entity)) return signTags(form, entity)
  if (isStorage(entity)) return { Items: itemsTag(form, entity.storage) }
  if (entity instanceof Furnace) return furnaceTags(form, entity)
  if (entity instanceof Campfire) return campfireTags(form, entity)
  if (!isPlacedChest(entity)) return {}
  const storage = new ItemStorage(27)
  for (const { slot, item, count } of entity.slots) storage.put(slot, itemStack(item, count))
  return { Items: itemsTag(form, storage) }
}

/** Stacks with their places, as all containers list them. */
export function itemsTag(form: SavedForm, storage: ItemStorage): Tag {
  const places = Array.from({ length: storage.size }, (_, place) => place)
  const tags = places.flatMap((place) => {
    const stack = storage.at(place)
    return stack === null ? [] : [compoundTag({ Slot: byteTag(place), ...form.item(stack) })]
  })
  return listTag('compound', tags)
}

/** Puts listed stacks into their places. Throws on items that this version does not have. */
export function readItems(form: SavedForm, storage: ItemStorage, items: unknown): void {
  for (const saved of Array.isArray(items) ? items : []) {
    const stack = form.readItem(saved)
    if (stack === null) throw new Error(`there is no item "${saved.id}" in this version`)
    storage.put(Number(saved.Slot), stack)
  }
}

function furnaceTags(form: SavedForm, furnace: Furnace): Readonly<Record<string, Tag>> {
  const { burnLeft, burnTotal, progress, progressTotal } = form.furnaceTimes
  return {
    Items: itemsTag(form, furnace.storage),
    [burnLeft]: shortTag(furnace.burnLeft),
    [burnTotal]: shortTag(furnace.burnTotal),
    [progress]: shortTag(furnace.progress),
    [progressTotal]: shortTag(smeltingTicks(furnace.station)),
    RecipesUsed: compoundTag({}),
    // Vanilla counts recipes instead; the sum of their experience is all that this server needs.
    KithcraftExperience: { type: 'double', value: furnace.experience },
  }
}

function readFurnace(
  form: SavedForm,
  furnace: Furnace,
  saved: Readonly<Record<string, unknown>>,
): BlockEntity {
  const { burnLeft, burnTotal, progress } = form.furnaceTimes
  readItems(form, furnace.storage, saved.Items)
  furnace.burnLeft = Number(saved[burnLeft] ?? 0)
  furnace.burnTotal = Number(saved[burnTotal] ?? furnace.burnLeft)
  furnace.progress = Number(saved[progress] ?? 0)
  furnace.experience = Number(saved.KithcraftExperience ?? 0)
  return furnace
}

function campfireTags(form: SavedForm, { storage, progress }: Campfire): Readonly<Record<string, Tag>> {
  return {
    Items: itemsTag(form, storage),
    CookingTimes: { type: 'intArray', value: progress },
    CookingTotalTimes: { type: 'intArray', value: progress.map(() => smeltingTicks('campfire')) },
  }
}

function readCampfire(form: SavedForm, saved: Readonly<Record<string, unknown>>): BlockEntity {
  const fire = new Campfire()
  readItems(form, fire.storage, saved.Items)
  const times = Array.isArray(saved.CookingTimes) ? saved.CookingTimes : []
  for (const place of fire.progress.keys()) fire.progress[place] = Number(times[place] ?? 0)
  return fire
}

function signTags(form: SavedForm, sign: Sign): Readonly<Record<string, Tag>> {
  return {
    front_text: signTextTag(form, sign.front),
    back_text: signTextTag(form, sign.back),
    is_waxed: byteTag(sign.waxed),
  }
}

function signTextTag(form: SavedForm, { lines, color, glowing }: SignText): Tag {
  const messages = listTag(
    'string',
    lines.map((line) => stringTag(form.words(line))),
  )
  return compoundTag({ messages, color: stringTag(color), has_glowing_text: byteTag(glowing) })
}

function readSign(saved: Readonly<Record<string, unknown>>): Sign {
  return {
    kind: 'sign',
    front: readSignText(saved.front_text),
    back: readSignText(saved.back_text),
    waxed: saved.is_waxed === 1,
    editor: null,
  }
}

function readSignText(saved: unknown): SignText {
  const { messages, color, has_glowing_text: glowing } = (saved ?? {}) as Readonly<Record<string, unknown>>
  const found = Array.isArray(messages) ? messages : []
  return {
    lines: blankText.lines.map((_, line) => wordsOf(found[line]) ?? ''),
    color: typeof color === 'string' ? color : blankText.color,
    glowing: glowing === 1,
  }
}
