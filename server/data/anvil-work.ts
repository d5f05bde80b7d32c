import { dataOf, type Enchantments, type ItemData, withData } from '../inventory/item-data.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import { isCompatible, isSuitable } from './enchantability.ts'
import type { EnchantmentKind } from './enchantment-kind.ts'
import type { GameRegistry } from './game-registry.ts'

/** From here on an anvil finds its work too expensive, and does it for creative players only. */
const TOO_EXPENSIVE = 40
const REPAIR_COST = 2
/** Share of its durability that an item gains on top when it is combined with its like. */
const COMBINED_BONUS = 12

/** What lies in an anvil, and what its user wants. */
export interface AnvilJob {
  readonly left: ItemStack
  readonly right: ItemStack | null
  /** The name that was typed; empty for the item's own. */
  readonly name: string
  readonly isCreative: boolean
}

export interface AnvilWork {
  readonly result: ItemStack
  /** In levels. */
  readonly cost: number
  /** How many of the right place it uses up. */
  readonly usedRight: number
}

/** What is done to the item, and the levels that it costs. */
interface Step {
  readonly result: ItemStack
  readonly cost: number
  readonly usedRight: number
}

/** What the anvil makes; null where it does nothing (Minecraft Wiki: Anvil mechanics). */
export function anvilWork(registry: GameRegistry, job: AnvilJob): AnvilWork | null {
  const changed = job.right === null ? unchanged(job.left) : useRight(registry, job, job.right)
  if (changed === null) return null
  const renamed = rename(job, changed.result, registry.item(job.left.name).displayName)
  const work = changed.cost + renamed.cost
  if (work === 0) return null
  const isOnlyName = changed.cost === 0
  const prior = dataOf(job.left).repairCost + (job.right === null ? 0 : dataOf(job.right).repairCost)
  const cost = isOnlyName ? Math.min(prior + work, TOO_EXPENSIVE - 1) : prior + work
  if (cost >= TOO_EXPENSIVE && !job.isCreative) return null
  const before = Math.max(dataOf(job.left).repairCost, job.right === null ? 0 : dataOf(job.right).repairCost)
  const repairCost = isOnlyName ? before : before * 2 + 1
  return { result: withData(renamed.result, { repairCost }), cost, usedRight: changed.usedRight }
}

function unchanged(result: ItemStack): Step {
  return { result, cost: 0, usedRight: 0 }
}

function useRight(registry: GameRegistry, job: AnvilJob, right: ItemStack): Step | null {
  const { left } = job
  const kind = registry.item(left.name)
  if (kind.maxDurability !== null && kind.repairedWith.includes(right.name)) {
    return repair(left, right, kind.maxDurability)
  }
  const isBook = right.name === 'enchanted_book' && Object.keys(dataOf(right).storedEnchantments).length > 0
  if (!isBook && (left.name !== right.name || kind.maxDurability === null)) return null
  const joined = isBook ? unchanged(left) : combineDurability(left, right, kind.maxDurability ?? 0)
  const merged = mergeEnchantments(registry, { ...job, left: joined.result }, right, isBook)
  if (merged === null) return null
  return { result: merged.result, cost: joined.cost + merged.cost, usedRight: right.count }
}

/** Each piece of material repairs a quarter, for one level. */
function repair(left: ItemStack, right: ItemStack, durability: number): Step | null {
  let { damage } = left
  let used = 0
  while (damage > 0 && used < right.count) {
    damage -= Math.min(damage, Math.floor(durability / 4))
    used += 1
  }
  return used === 0 ? null : { result: { ...left, damage }, cost: used, usedRight: used }
}

/** Two worn items make one that has what is left of both, and a little more. */
export function combinedDamage(left: ItemStack, right: ItemStack, durability: number, bonus: number): number {
  const more = durability - right.damage + Math.floor((durability * bonus) / 100)
  return Math.max(0, left.damage - more)
}

function combineDurability(left: ItemStack, right: ItemStack, durability: number): Step {
  const damage = combinedDamage(left, right, durability, COMBINED_BONUS)
  if (damage >= left.damage) return unchanged(left)
  return { result: { ...left, damage }, cost: REPAIR_COST, usedRight: 1 }
}

function mergeEnchantments(
  registry: GameRegistry,
  job: AnvilJob,
  right: ItemStack,
  isBook: boolean,
): Step | null {
  const { left } = job
  const levels: Record<string, number> = { ...enchantmentsOf(left) }
  const takesAll = job.isCreative || left.name === 'enchanted_book'
  const added = Object.entries(enchantmentsOf(right)).map(([name, level]) => {
    const kind = registry.enchantment(name)
    const conflicts = Object.keys(levels).filter(
      (other) => other !== name && !isCompatible(kind, registry.enchantment(other)),
    ).length
    const isRefused = conflicts > 0 || !(takesAll || isSuitable(registry.item(left.name), kind))
    if (isRefused) return { cost: conflicts, isRefused }
    const own = levels[name] ?? 0
    const raised = Math.min(kind.maxLevel, own === level ? level + 1 : Math.max(own, level))
    levels[name] = raised
    return { cost: levelCost(kind, isBook) * raised, isRefused }
  })
  if (added.length > 0 && added.every(({ isRefused }) => isRefused)) return null
  const cost =
    left.count > 1 && added.length > 0 ? TOO_EXPENSIVE : added.reduce((sum, one) => sum + one.cost, 0)
  return { result: withData(left, inPlace(left, levels)), cost, usedRight: 1 }
}

/** Levels that each level of the enchantment costs; half of it from a book. */
function levelCost({ weight }: EnchantmentKind, isBook: boolean): number {
  const cost = weight >= 10 ? 1 : weight >= 5 ? 2 : weight >= 2 ? 4 : 8
  return isBook ? Math.max(1, cost / 2) : cost
}

/** What the item has, or what the book holds. */
export function enchantmentsOf(stack: ItemStack): Enchantments {
  const data = dataOf(stack)
  return stack.name === 'enchanted_book' ? data.storedEnchantments : data.enchantments
}

/** Enchantments where the item keeps them. */
export function inPlace({ name }: Pick<ItemStack, 'name'>, levels: Enchantments): Partial<ItemData> {
  return name === 'enchanted_book' ? { storedEnchantments: levels } : { enchantments: levels }
}

function rename(
  { left, name }: AnvilJob,
  result: ItemStack,
  ownName: string,
): { readonly result: ItemStack; readonly cost: number } {
  const { customName } = dataOf(left)
  const wanted = name.trim() === '' ? null : name
  if (wanted === customName || (customName === null && wanted === ownName)) return { result, cost: 0 }
  return { result: withData(result, { customName: wanted }), cost: 1 }
}
