import type { Bot } from '../mineflayer-library.ts'
import { ArgumentError } from './act-failure.ts'

type Registry = Bot['registry']
type NamedBlock = Registry['blocksByName'][string]

/** The item of that name. Throws an ArgumentError for a name that this game version does not have. */
export function itemByName(registry: Registry, name: string): { readonly id: number; readonly name: string } {
  const item = registry.itemsByName[name]
  if (item) return item
  throw new ArgumentError(unknownName('item', name, Object.keys(registry.itemsByName)))
}

/** The block of that name. Throws an ArgumentError for a name that this game version does not have. */
export function blockByName(registry: Registry, name: string): NamedBlock {
  const block = registry.blocksByName[name]
  if (block) return block
  throw new ArgumentError(unknownName('block', name, Object.keys(registry.blocksByName)))
}

/** Throws an ArgumentError for a mob that this game version does not have. */
export function checkMobName(registry: Registry, name: string): void {
  if (registry.entitiesByName[name]) return
  throw new ArgumentError(unknownName('mob', name, Object.keys(registry.entitiesByName)))
}

/** The item of that id or name. */
export function itemByIdOrName(
  registry: Registry,
  key: number | string,
): { readonly id: number; readonly name: string } {
  if (typeof key === 'string') return itemByName(registry, key)
  const item = registry.items[key]
  if (item) return item
  throw new ArgumentError(`There is no item with id "${key}": use mcData.itemsByName.NAME.id.`)
}

function unknownName(kind: string, name: string, names: readonly string[]): string {
  const similar = similarNames(name, names)
  const hint = similar.length > 0 ? ` Did you mean ${similar.map((one) => `"${one}"`).join(' or ')}?` : ''
  return `There is no ${kind} named "${name}".${hint} Names are Minecraft names in lower case, such as "oak_log".`
}

/** Up to two names that share most words with the name. */
function similarNames(name: string, names: readonly string[]): readonly string[] {
  const words = new Set(name.toLowerCase().split(/[\s_-]+/))
  const score = (candidate: string) => {
    const parts = candidate.split('_')
    return parts.filter((part) => words.has(part)).length / Math.max(parts.length, words.size)
  }
  return names
    .map((candidate) => ({ candidate, score: score(candidate) }))
    .filter((entry) => entry.score >= 0.5)
    .sort((a, b) => b.score - a.score)
    .slice(0, 2)
    .map((entry) => entry.candidate)
}
