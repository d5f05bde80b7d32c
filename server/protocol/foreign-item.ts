import type { GameRegistry } from '../data/game-registry.ts'
import type { ItemKind } from '../data/item-kind.ts'
import { potionNames } from '../data/potion-names.ts'
import {
  type BookSignature,
  type Enchantments,
  itemData,
  type StewEffect,
  type StoredStack,
} from '../inventory/item-data.ts'
import { type ItemStack, itemStack } from '../inventory/item-stack.ts'

/** What vanilla allows at most; what goes beyond is cut off, or left out where it makes no sense. */
const MOST_LEVEL = 255
const MOST_NAME = 256
const MOST_LORE_LINES = 256
const MOST_PAGES = 100
const MOST_PAGE = 1024
const MOST_TITLE = 32
const MOST_AUTHOR = 64
const MOST_GENERATION = 3
const MOST_STEW_EFFECTS = 16
const MOST_STEW_TICKS = 1_000_000
const SHULKER_BOX_SIZE = 27
const MOST_REPAIR_COST = 2 ** 31 - 1

/** Parts of an item as a client or a command wrote them: nothing is known about them yet. */
export interface ForeignParts {
  readonly damage?: unknown
  /** Pairs of an enchantment and its level. */
  readonly enchantments?: readonly ForeignLevel[]
  readonly storedEnchantments?: readonly ForeignLevel[]
  readonly customName?: unknown
  readonly lore?: unknown
  readonly repairCost?: unknown
  readonly potion?: unknown
  readonly stewEffects?: readonly ForeignStewEffect[]
  readonly pages?: unknown
  readonly title?: unknown
  readonly author?: unknown
  readonly generation?: unknown
  /** What a box holds; null for what is no item. */
  readonly contents?: readonly ForeignStored[]
}

export interface ForeignStored {
  readonly slot: unknown
  readonly stack: ItemStack | null
}

export interface ForeignStewEffect {
  readonly name: unknown
  readonly ticks: unknown
}

export interface ForeignLevel {
  readonly name: unknown
  readonly level: unknown
}

/** The item made of those parts that make sense, within vanilla's limits. */
export function foreignItem(
  registry: GameRegistry,
  kind: ItemKind,
  count: number,
  parts: ForeignParts,
): ItemStack {
  const pages = texts(parts.pages, MOST_PAGE).slice(0, MOST_PAGES)
  const data = itemData({
    enchantments: levels(registry, parts.enchantments),
    storedEnchantments: levels(registry, parts.storedEnchantments),
    customName: text(parts.customName, MOST_NAME),
    lore: texts(parts.lore, MOST_NAME).slice(0, MOST_LORE_LINES),
    repairCost: whole(parts.repairCost, MOST_REPAIR_COST),
    potion: potionName(parts.potion),
    stewEffects: kind.name === 'suspicious_stew' ? stewEffects(registry, parts.stewEffects) : [],
    pages: isBook(kind) ? pages : [],
    signature: kind.name === 'written_book' ? signature(parts) : null,
    contents: isBox(kind.name) ? contents(registry, parts.contents) : [],
  })
  return itemStack(kind.name, count, whole(parts.damage, kind.maxDurability ?? 0), data)
}

/** The name without `minecraft:`; null for what is no text. */
export function plainName(name: unknown): string | null {
  return typeof name === 'string' ? name.replace(/^minecraft:/, '') : null
}

function levels(registry: GameRegistry, pairs: readonly ForeignLevel[] = []): Enchantments {
  const found: Record<string, number> = {}
  for (const { name, level } of pairs) {
    const kind = registry.findEnchantment(plainName(name) ?? '')
    if (kind !== null) found[kind.name] = whole(level, MOST_LEVEL)
  }
  return found
}

function stewEffects(
  registry: GameRegistry,
  foreign: readonly ForeignStewEffect[] = [],
): readonly StewEffect[] {
  return foreign.slice(0, MOST_STEW_EFFECTS).flatMap(({ name, ticks }) => {
    const effect = plainName(name) ?? ''
    const isKnown = registry.effects.some((kind) => kind.name === effect)
    return isKnown ? [{ effect, ticks: whole(ticks, MOST_STEW_TICKS) }] : []
  })
}

function signature({ title, author, generation }: ForeignParts): BookSignature {
  return {
    title: text(title, MOST_TITLE) ?? '',
    author: text(author, MOST_AUTHOR) ?? '',
    generation: whole(generation, MOST_GENERATION),
  }
}

/** Boxes do not hold boxes, and each place holds one stack. */
function contents(registry: GameRegistry, foreign: readonly ForeignStored[] = []): readonly StoredStack[] {
  return Array.from({ length: SHULKER_BOX_SIZE }, (_, slot) => slot).flatMap((slot) => {
    const stack = foreign.find((one) => one.slot === slot)?.stack ?? null
    if (stack === null || isBox(stack.name)) return []
    const count = Math.min(stack.count, registry.item(stack.name).stackSize)
    return [{ slot, stack: { ...stack, count } }]
  })
}

function isBox(name: string): boolean {
  return name.endsWith('shulker_box')
}

function isBook({ name }: ItemKind): boolean {
  return name === 'written_book' || name === 'writable_book'
}

function potionName(name: unknown): string | null {
  const plain = plainName(name)
  return plain !== null && potionNames.includes(plain) ? plain : null
}

function text(value: unknown, most: number): string | null {
  return typeof value === 'string' ? value.slice(0, most) : null
}

function texts(values: unknown, most: number): readonly string[] {
  return Array.isArray(values) ? values.map((value) => text(value, most) ?? '') : []
}

/** A whole number from 0 to the most; 0 for anything else. */
function whole(value: unknown, most: number): number {
  return typeof value === 'number' && value >= 0 ? Math.min(Math.floor(value), most) : 0
}
