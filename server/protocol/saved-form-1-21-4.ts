import { blockEntityTypes } from '../data/block-entity-type.ts'
import type { GameRegistry } from '../data/game-registry.ts'
import { dataOf, type Enchantments } from '../inventory/item-data.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import { type ForeignStored, foreignItem, plainName } from './foreign-item.ts'
import { partsOfNamedComponents } from './item-components.ts'
import { hasAny } from './item-tags.ts'
import type { SavedEffect, SavedForm } from './saved-form.ts'
import { byteTag, compoundTag, intTag, listTag, stringTag, type Tag } from './tags.ts'

/** Saved worlds of Minecraft 1.21.4 (Minecraft Wiki: Data component format, Player.dat format). */
export function savedForm1214(registry: GameRegistry): SavedForm {
  return {
    dataVersion: 4189,
    furnaceTimes: {
      burnLeft: 'lit_time_remaining',
      burnTotal: 'lit_total_time',
      progress: 'cooking_time_spent',
      progressTotal: 'cooking_total_time',
    },
    effects: 'active_effects',
    blockEntityTypes: blockEntityTypes('1.21.4'),
    words: (words) => JSON.stringify(words),
    item: (stack) => writeItem(registry, stack),
    readItem: (saved) => readItem(registry, saved),
    effect: writeEffect,
    readEffect: (saved) => readEffect(registry, saved),
  }
}

function writeItem(registry: GameRegistry, stack: ItemStack): Readonly<Record<string, Tag>> {
  const components = componentTags(registry, stack)
  return {
    id: stringTag(`minecraft:${stack.name}`),
    count: intTag(stack.count),
    ...(Object.keys(components).length === 0 ? {} : { components: compoundTag(components) }),
  }
}

function componentTags(registry: GameRegistry, stack: ItemStack): Readonly<Record<string, Tag>> {
  const { enchantments, storedEnchantments, customName, lore, repairCost, potion, stewEffects } =
    dataOf(stack)
  const tags: Record<string, Tag> = {}
  if (stack.damage > 0) tags['minecraft:damage'] = intTag(stack.damage)
  if (customName !== null) tags['minecraft:custom_name'] = jsonTag(customName)
  if (lore.length > 0) tags['minecraft:lore'] = listTag('string', lore.map(jsonTag))
  if (hasAny(enchantments)) tags['minecraft:enchantments'] = levelTags(registry, enchantments)
  if (hasAny(storedEnchantments)) {
    tags['minecraft:stored_enchantments'] = levelTags(registry, storedEnchantments)
  }
  if (repairCost > 0) tags['minecraft:repair_cost'] = intTag(repairCost)
  if (stewEffects.length > 0) {
    tags['minecraft:suspicious_stew_effects'] = listTag(
      'compound',
      stewEffects.map(({ effect, ticks }) =>
        compoundTag({ id: stringTag(`minecraft:${effect}`), duration: intTag(ticks) }),
      ),
    )
  }
  if (potion !== null) {
    tags['minecraft:potion_contents'] = compoundTag({ potion: stringTag(`minecraft:${potion}`) })
  }
  return { ...tags, ...bookTags(stack), ...containerTags(registry, stack) }
}

function containerTags(registry: GameRegistry, stack: ItemStack): Readonly<Record<string, Tag>> {
  const { contents } = dataOf(stack)
  if (contents.length === 0) return {}
  const items = contents.map((one) =>
    compoundTag({ slot: intTag(one.slot), item: compoundTag(writeItem(registry, one.stack)) }),
  )
  return { 'minecraft:container': listTag('compound', items) }
}

function bookTags(stack: ItemStack): Readonly<Record<string, Tag>> {
  const { pages, signature } = dataOf(stack)
  if (signature === null) {
    if (pages.length === 0) return {}
    const content = listTag('compound', pages.map(stringTag).map(rawTag))
    return { 'minecraft:writable_book_content': compoundTag({ pages: content }) }
  }
  const content = compoundTag({
    title: rawTag(stringTag(signature.title)),
    author: stringTag(signature.author),
    generation: intTag(signature.generation),
    pages: listTag('compound', pages.map(jsonTag).map(rawTag)),
    resolved: byteTag(true),
  })
  return { 'minecraft:written_book_content': content }
}

function levelTags(registry: GameRegistry, levels: Enchantments): Tag {
  const tags = Object.entries(levels).map(
    ([name, level]) => [`minecraft:${registry.enchantment(name).versionName}`, intTag(level)] as const,
  )
  return compoundTag({ levels: compoundTag(Object.fromEntries(tags)) })
}

function jsonTag(words: string): Tag {
  return stringTag(JSON.stringify(words))
}

/** A text of a book, beside which there may be one for children. */
function rawTag(text: Tag): Tag {
  return compoundTag({ raw: text })
}

function readItem(registry: GameRegistry, saved: Readonly<Record<string, unknown>>): ItemStack | null {
  const kind = registry.findItem(plainName(saved.id) ?? '')
  const { count = 1, components = {} } = saved
  if (kind === null || typeof count !== 'number' || count <= 0) return null
  const named = Object.entries(components as Readonly<Record<string, unknown>>)
  const plain = Object.fromEntries(named.map(([name, value]) => [plainName(name) ?? '', value]))
  const parts = { ...partsOfNamedComponents(plain), contents: readContainer(registry, plain.container) }
  return foreignItem(registry, kind, count, parts)
}

function readContainer(registry: GameRegistry, saved: unknown): readonly ForeignStored[] {
  return (Array.isArray(saved) ? saved : []).map((entry) => {
    const { slot, item } = (entry ?? {}) as Readonly<Record<string, unknown>>
    return { slot, stack: readItem(registry, (item ?? {}) as Readonly<Record<string, unknown>>) }
  })
}

function writeEffect(effect: SavedEffect): Tag {
  return compoundTag({
    id: stringTag(`minecraft:${effect.name}`),
    amplifier: byteTag(effect.amplifier),
    duration: intTag(effect.duration),
    ambient: byteTag(false),
    show_particles: byteTag(!effect.hidesParticles),
    show_icon: byteTag(true),
    ...(effect.hidden === null ? {} : { hidden_effect: writeEffect(effect.hidden) }),
  })
}

function readEffect(registry: GameRegistry, saved: Readonly<Record<string, unknown>>): SavedEffect | null {
  const name = plainName(saved.id)
  if (name === null || !registry.effects.some((kind) => kind.name === name)) return null
  return {
    name,
    amplifier: Number(saved.amplifier ?? 0),
    duration: Number(saved.duration ?? 0),
    hidesParticles: saved.show_particles === 0,
    hidden: readEffect(registry, (saved.hidden_effect ?? {}) as Readonly<Record<string, unknown>>),
  }
}
