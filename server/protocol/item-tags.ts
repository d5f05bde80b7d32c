import type { GameRegistry } from '../data/game-registry.ts'
import type { ItemKind } from '../data/item-kind.ts'
import { dataOf, type Enchantments, type StewEffect } from '../inventory/item-data.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import {
  type ForeignLevel,
  type ForeignParts,
  type ForeignStewEffect,
  type ForeignStored,
  foreignItem,
  plainName,
} from './foreign-item.ts'
import { byteTag, compoundTag, intTag, listTag, shortTag, stringTag, type Tag } from './tags.ts'
import { readText } from './text.ts'

/** Ticks of a stew's effect where a command does not say. */
const USUAL_STEW_TICKS = 160

interface StewTag {
  readonly EffectId?: unknown
  readonly EffectDuration?: unknown
}

/** The tags of an item in versions before 1.20.5 (Minecraft Wiki: Item format/Before 1.20.5). */
export function itemTags(registry: GameRegistry, kind: ItemKind, stack: ItemStack): Record<string, Tag> {
  const { enchantments, storedEnchantments, customName, lore, repairCost, potion } = dataOf(stack)
  const { pages, signature, stewEffects, contents } = dataOf(stack)
  const tags: Record<string, Tag> = {}
  // Vanilla of these versions tags also unused tools with their damage, and clients compare tags.
  if (kind.maxDurability !== null) tags.Damage = intTag(stack.damage)
  if (hasAny(enchantments)) tags.Enchantments = levelTags(registry, enchantments)
  if (hasAny(storedEnchantments)) tags.StoredEnchantments = levelTags(registry, storedEnchantments)
  if (customName !== null || lore.length > 0) tags.display = displayTags(customName, lore)
  if (repairCost > 0) tags.RepairCost = intTag(repairCost)
  if (potion !== null) tags.Potion = stringTag(`minecraft:${potion}`)
  if (stewEffects.length > 0)
    tags.Effects = listTag(
      'compound',
      stewEffects.map((one) => stewTag(registry, one)),
    )
  const words = signature === null ? pages : pages.map(asJson)
  if (words.length > 0) tags.pages = listTag('string', words.map(stringTag))
  if (signature !== null) {
    tags.title = stringTag(signature.title)
    tags.author = stringTag(signature.author)
    tags.generation = intTag(signature.generation)
  }
  if (contents.length > 0) {
    const items = contents.map((one) =>
      compoundTag({ Slot: byteTag(one.slot), ...taggedItem(registry, one.stack) }),
    )
    tags.BlockEntityTag = compoundTag({
      id: stringTag('minecraft:shulker_box'),
      Items: listTag('compound', items),
    })
  }
  return tags
}

/** An item without its place, as worlds and boxes keep it. */
export function taggedItem(registry: GameRegistry, stack: ItemStack): Readonly<Record<string, Tag>> {
  const tags = itemTags(registry, registry.item(stack.name), stack)
  return {
    id: stringTag(`minecraft:${stack.name}`),
    Count: byteTag(stack.count),
    ...(Object.keys(tags).length === 0 ? {} : { tag: compoundTag(tags) }),
  }
}

/** Reads an item from plain values; null for one that this version does not have. */
export function readTaggedItem(
  registry: GameRegistry,
  saved: Readonly<Record<string, unknown>>,
): ItemStack | null {
  const kind = registry.findItem(plainName(saved.id) ?? '')
  const { Count: count } = saved
  if (kind === null || typeof count !== 'number' || count <= 0) return null
  const tags = (saved.tag ?? {}) as Readonly<Record<string, unknown>>
  return foreignItem(registry, kind, count, partsOfTags(registry, kind, tags))
}

/** What an item's tags, as plain values, say. */
export function partsOfTags(
  registry: GameRegistry,
  kind: ItemKind,
  tags: Readonly<Record<string, unknown>>,
): ForeignParts {
  const display = (tags.display ?? {}) as Readonly<Record<string, unknown>>
  return {
    damage: tags.Damage,
    enchantments: levelsOfTags(tags.Enchantments),
    storedEnchantments: levelsOfTags(tags.StoredEnchantments),
    customName: wordsOf(display.Name),
    lore: Array.isArray(display.Lore) ? display.Lore.map(wordsOf) : [],
    repairCost: tags.RepairCost,
    potion: tags.Potion,
    stewEffects: stewEffectsOf(registry, tags.Effects),
    pages: kind.name === 'written_book' && Array.isArray(tags.pages) ? tags.pages.map(wordsOf) : tags.pages,
    title: tags.title,
    author: tags.author,
    generation: tags.generation,
    contents: contentsOf(registry, tags.BlockEntityTag),
  }
}

/** The words of a text component in JSON; null for what is none. */
export function wordsOf(json: unknown): string | null {
  if (typeof json !== 'string') return null
  try {
    return readText(JSON.parse(json)).text
  } catch {
    return null
  }
}

export function hasAny(levels: Enchantments): boolean {
  return Object.keys(levels).length > 0
}

function contentsOf(registry: GameRegistry, box: unknown): readonly ForeignStored[] {
  const { Items: items } = (box ?? {}) as { readonly Items?: unknown }
  return (Array.isArray(items) ? items : []).map((entry) => {
    const saved = (entry ?? {}) as Readonly<Record<string, unknown>>
    return { slot: saved.Slot, stack: readTaggedItem(registry, saved) }
  })
}

function stewTag(registry: GameRegistry, { effect, ticks }: StewEffect): Tag {
  const id = registry.effects.find(({ name }) => name === effect)?.id ?? 0
  return compoundTag({ EffectId: intTag(id), EffectDuration: intTag(ticks) })
}

function stewEffectsOf(registry: GameRegistry, tags: unknown): readonly ForeignStewEffect[] {
  if (!Array.isArray(tags)) return []
  return tags.map((entry) => {
    const { EffectId: number, EffectDuration: ticks = USUAL_STEW_TICKS } = (entry ?? {}) as StewTag
    return { name: registry.effects.find(({ id }) => id === number)?.name, ticks }
  })
}

function levelTags(registry: GameRegistry, levels: Enchantments): Tag {
  const tags = Object.entries(levels).map(([name, level]) =>
    compoundTag({
      id: stringTag(`minecraft:${registry.enchantment(name).versionName}`),
      lvl: shortTag(level),
    }),
  )
  return listTag('compound', tags)
}

function levelsOfTags(list: unknown): readonly ForeignLevel[] {
  if (!Array.isArray(list)) return []
  return list.map((entry) => {
    const { id, lvl } = (entry ?? {}) as { readonly id?: unknown; readonly lvl?: unknown }
    return { name: id, level: lvl }
  })
}

function displayTags(customName: string | null, lore: readonly string[]): Tag {
  return compoundTag({
    ...(customName === null ? {} : { Name: stringTag(asJson(customName)) }),
    ...(lore.length === 0 ? {} : { Lore: listTag('string', lore.map(asJson).map(stringTag)) }),
  })
}

function asJson(words: string): string {
  return JSON.stringify({ text: words })
}
