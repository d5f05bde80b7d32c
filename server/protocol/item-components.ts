import type { GameRegistry } from '../data/game-registry.ts'
import { potionNames } from '../data/potion-names.ts'
import { dataOf, type Enchantments } from '../inventory/item-data.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import { type ForeignLevel, type ForeignParts, plainName } from './foreign-item.ts'
import { hasAny, wordsOf } from './item-tags.ts'
import { plainValue, stringTag } from './tags.ts'
import { readText } from './text.ts'

/** Ticks of a stew's effect where a command does not say. */
const USUAL_STEW_TICKS = 160

/** A component of an item as minecraft-protocol reads and writes it. */
export interface WireComponent {
  readonly type: string
  readonly data: unknown
}

/** The components of an item since 1.20.5 (Minecraft Wiki: Data component format), in packets. */
export function itemComponents(registry: GameRegistry, stack: ItemStack): readonly WireComponent[] {
  const { enchantments, storedEnchantments, customName, lore, repairCost, potion, stewEffects } =
    dataOf(stack)
  const components: WireComponent[] = []
  const add = (applies: boolean, type: string, data: unknown) => {
    if (applies) components.push({ type, data })
  }
  add(stack.damage > 0, 'damage', stack.damage)
  add(customName !== null, 'custom_name', stringTag(customName ?? ''))
  add(lore.length > 0, 'lore', lore.map(stringTag))
  add(hasAny(enchantments), 'enchantments', {
    enchantments: wireLevels(registry, enchantments),
    showTooltip: true,
  })
  add(repairCost > 0, 'repair_cost', repairCost)
  add(hasAny(storedEnchantments), 'stored_enchantments', {
    enchantments: wireLevels(registry, storedEnchantments),
    showInTooltip: true,
  })
  add(potion !== null, 'potion_contents', {
    potionId: potionNames.indexOf(potion ?? ''),
    customColor: undefined,
    customEffects: [],
    customName: undefined,
  })
  add(stewEffects.length > 0, 'suspicious_stew_effects', {
    effects: stewEffects.map(({ effect, ticks }) => ({
      effect: registry.effects.find(({ name }) => name === effect)?.id ?? 0,
      duration: ticks,
    })),
  })
  return [...components, ...bookComponents(stack)]
}

function bookComponents(stack: ItemStack): readonly WireComponent[] {
  const { pages, signature } = dataOf(stack)
  if (signature === null && pages.length === 0) return []
  if (signature === null) {
    const content = pages.map((page) => ({ content: page, filteredContent: undefined }))
    return [{ type: 'writable_book_content', data: { pages: content } }]
  }
  const content = pages.map((page) => ({ content: stringTag(page), filteredContent: undefined }))
  const { title, author, generation } = signature
  const data = {
    rawTitle: title,
    filteredTitle: undefined,
    author,
    generation,
    pages: content,
    resolved: true,
  }
  return [{ type: 'written_book_content', data }]
}

/** What components of a packet say. */
export function partsOfComponents(registry: GameRegistry, components: unknown): ForeignParts {
  const found = new Map<unknown, unknown>()
  for (const component of Array.isArray(components) ? components : []) {
    const { type, data } = (component ?? {}) as Partial<WireComponent>
    found.set(type, data)
  }
  const potion = fields(found.get('potion_contents')).potionId
  return {
    damage: found.get('damage'),
    enchantments: levelsOfWire(registry, found.get('enchantments')),
    storedEnchantments: levelsOfWire(registry, found.get('stored_enchantments')),
    customName: wordsOfTag(found.get('custom_name')),
    lore: list(found.get('lore')).map(wordsOfTag),
    repairCost: found.get('repair_cost'),
    potion: typeof potion === 'number' ? potionNames[potion] : null,
    stewEffects: list(fields(found.get('suspicious_stew_effects')).effects).map((entry) => {
      const { effect, duration } = fields(entry)
      return { name: registry.effects.find(({ id }) => id === effect)?.name, ticks: duration }
    }),
    ...bookParts(fields(found.get('writable_book_content')), fields(found.get('written_book_content'))),
  }
}

function bookParts(writable: Fields, written: Fields): ForeignParts {
  if (written.rawTitle === undefined) {
    return { pages: list(writable.pages).map((page) => fields(page).content) }
  }
  return {
    pages: list(written.pages).map((page) => wordsOfTag(fields(page).content)),
    title: written.rawTitle,
    author: written.author,
    generation: written.generation,
  }
}

/** What components written out in a command or a saved world, by name without namespace, say. */
export function partsOfNamedComponents(components: Fields): ForeignParts {
  const written = fields(components.written_book_content)
  const pages = written.title === undefined ? fields(components.writable_book_content).pages : written.pages
  const { potion_contents: contents } = components
  return {
    damage: components.damage,
    enchantments: levelsOfNames(components.enchantments),
    storedEnchantments: levelsOfNames(components.stored_enchantments),
    customName: wordsOf(components.custom_name),
    lore: list(components.lore).map(wordsOf),
    repairCost: components.repair_cost,
    potion: typeof contents === 'string' ? contents : fields(contents).potion,
    stewEffects: list(components.suspicious_stew_effects).map((entry) => {
      const { id, duration = USUAL_STEW_TICKS } = fields(entry)
      return { name: id, ticks: duration }
    }),
    pages: list(pages).map((page) => bookPage(page, written.title !== undefined)),
    title: rawOf(written.title),
    author: written.author,
    generation: written.generation,
  }
}

type Fields = Readonly<Record<string, unknown>>

function bookPage(page: unknown, isSigned: boolean): unknown {
  return isSigned ? wordsOf(rawOf(page)) : rawOf(page)
}

/** Texts of books may stand beside one for children. */
function rawOf(text: unknown): unknown {
  return typeof text === 'object' ? fields(text).raw : text
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function wireLevels(registry: GameRegistry, levels: Enchantments): readonly unknown[] {
  return Object.entries(levels).map(([name, level]) => ({ id: registry.enchantment(name).id, level }))
}

function levelsOfWire(registry: GameRegistry, data: unknown): readonly ForeignLevel[] {
  return list(fields(data).enchantments).map((entry) => {
    const { id, level } = fields(entry)
    return { name: typeof id === 'number' ? registry.enchantmentOfId(id)?.versionName : null, level }
  })
}

function levelsOfNames(data: unknown): readonly ForeignLevel[] {
  const levels = fields(fields(data).levels ?? data)
  return Object.entries(levels).map(([name, level]) => ({ name: plainName(name), level }))
}

function wordsOfTag(tag: unknown): string | null {
  return tag === undefined || tag === null ? null : readText(plainValue(tag)).text
}
