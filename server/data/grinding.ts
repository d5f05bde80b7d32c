import { dataOf, type Enchantments, withData } from '../inventory/item-data.ts'
import { type ItemStack, itemStack } from '../inventory/item-stack.ts'
import { combinedDamage, enchantmentsOf, inPlace } from './anvil-work.ts'
import type { GameRegistry } from './game-registry.ts'

/** Share of its durability that an item gains on top when it is combined with its like. */
const COMBINED_BONUS = 5

/** Whether a grindstone has anything to do with the item. */
export function isGrindable(registry: GameRegistry, stack: ItemStack): boolean {
  return registry.item(stack.name).maxDurability !== null || Object.keys(enchantmentsOf(stack)).length > 0
}

/**
 * The item without its enchantments, or two of a kind made one; curses stay. Null where a grindstone makes nothing
 * (Minecraft Wiki: Grindstone).
 */
export function ground(
  registry: GameRegistry,
  first: ItemStack | null,
  second: ItemStack | null,
): ItemStack | null {
  const only = first ?? second
  if (only === null) return null
  if (first === null || second === null) {
    return Object.keys(enchantmentsOf(only)).length === 0 ? null : withoutEnchantments(registry, only)
  }
  const durability = registry.item(first.name).maxDurability
  if (first.name !== second.name || first.count > 1 || second.count > 1) return null
  if (durability === null) return null
  return withoutEnchantments(registry, mended(first, second, durability))
}

/** Points that the enchantments of the item are worth at the least; what is paid is that much to twice as much. */
export function enchantmentValue(registry: GameRegistry, stack: ItemStack | null): number {
  if (stack === null) return 0
  return Object.entries(enchantmentsOf(stack)).reduce((sum, [name, level]) => {
    const kind = registry.enchantment(name)
    return kind.isCurse ? sum : sum + kind.powerFor(level).least
  }, 0)
}

/** What crafting makes of two worn items of a kind; null for anything else (Minecraft Wiki: Item repair). */
export function repairedByCrafting(registry: GameRegistry, stacks: readonly ItemStack[]): ItemStack | null {
  const [first, second] = stacks
  if (first === undefined || second === undefined || stacks.length !== 2) return null
  const durability = registry.item(first.name).maxDurability
  if (durability === null || first.name !== second.name || first.count > 1 || second.count > 1) return null
  const damage = combinedDamage(first, second, durability, COMBINED_BONUS)
  const curses = onlyCurses(registry, { ...second.data?.enchantments, ...first.data?.enchantments })
  return withData(itemStack(first.name, 1, damage), { enchantments: curses })
}

function mended(first: ItemStack, second: ItemStack, durability: number): ItemStack {
  const damage = combinedDamage(first, second, durability, COMBINED_BONUS)
  const levels = { ...enchantmentsOf(second), ...enchantmentsOf(first) }
  return withData({ ...first, damage }, { ...inPlace(first, levels) })
}

function withoutEnchantments(registry: GameRegistry, stack: ItemStack): ItemStack {
  const curses = onlyCurses(registry, enchantmentsOf(stack))
  const count = Object.keys(curses).length
  const repairCost = 2 ** count - 1
  const isBook = stack.name === 'enchanted_book' && count === 0
  const plain = withData(stack, { ...inPlace(stack, curses), repairCost })
  return isBook ? { ...plain, name: 'book', data: plainBookData(plain) } : plain
}

/** A book that has lost all keeps its name only. */
function plainBookData(stack: ItemStack): ItemStack['data'] {
  return withData(itemStack('book'), { customName: dataOf(stack).customName }).data
}

function onlyCurses(registry: GameRegistry, levels: Enchantments): Enchantments {
  return Object.fromEntries(Object.entries(levels).filter(([name]) => registry.enchantment(name).isCurse))
}
