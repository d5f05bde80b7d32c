import type { Random } from '../../../src/core/random.ts'
import { itemData } from '../../inventory/item-data.ts'
import { type ItemStack, itemStack } from '../../inventory/item-stack.ts'
import type { EnchantmentKind } from '../enchantment-kind.ts'

/** What a villager asks for and gives. */
export interface Trade {
  readonly cost: ItemStack
  /** A second thing that it asks for; null for none. */
  readonly also: ItemStack | null
  readonly gives: ItemStack
  /** How often until the villager has to restock. */
  readonly maxUses: number
  /** What the villager learns from it. */
  readonly experience: number
  /** How much demand and reputation move the price in vanilla; clients are told. */
  readonly priceMultiplier: number
}

/** What a trade that is made up by chance may ask. */
export interface TradeContext {
  readonly random: Random
  readonly enchantments: readonly EnchantmentKind[]
  readonly enchant: (stack: ItemStack, power: number) => ItemStack
  /** Whether the version has the item. */
  readonly hasItem: (name: string) => boolean
}

/** Makes up one trade; null where the version lacks an item. */
export type Listing = (context: TradeContext) => Trade | null

/** Listings from level 1, novice, to level 5, master. */
export type ProfessionTrades = readonly (readonly Listing[])[]

const LOW = 0.05
const HIGH = 0.2
const MOST_EMERALDS = 64

/** The villager buys that many of the item for an emerald. */
export function buys(item: string, count: number, maxUses: number, experience: number): Listing {
  return known([item], () => ({
    ...usual(itemStack(item, count), itemStack('emerald')),
    maxUses,
    experience,
  }))
}

/** The villager sells that many of the item for the emeralds. */
export function sells(
  item: string,
  [emeralds, count]: readonly [emeralds: number, count: number],
  experience: number,
  options: Partial<Pick<Trade, 'maxUses' | 'priceMultiplier'>> = {},
): Listing {
  return known([item], () => ({
    ...usual(itemStack('emerald', emeralds), itemStack(item, count)),
    experience,
    ...options,
  }))
}

/** As tools, weapons and armour are sold: their prices move more. */
export function sellsGear(item: string, emeralds: number, experience: number, maxUses = 12): Listing {
  return sells(item, [emeralds, 1], experience, { maxUses, priceMultiplier: HIGH })
}

/** The villager makes one thing of another for an emerald. */
export function processes(
  from: readonly [item: string, count: number],
  to: readonly [item: string, count: number],
  maxUses: number,
  experience: number,
): Listing {
  return known([from[0], to[0]], () => ({
    ...usual(itemStack(...from), itemStack(...to)),
    also: itemStack('emerald'),
    maxUses,
    experience,
  }))
}

/** An enchanted tool: the stronger its enchantments, from power 5 to 19, the dearer. */
export function sellsEnchanted(
  item: string,
  emeralds: number,
  experience: number,
  multiplier = LOW,
): Listing {
  return known([item], ({ random, enchant }) => {
    const power = 5 + random.below(15)
    const price = Math.min(MOST_EMERALDS, emeralds + power)
    return {
      ...usual(itemStack('emerald', price), enchant(itemStack(item), power)),
      maxUses: 3,
      experience,
      priceMultiplier: multiplier,
    }
  })
}

/** A book of a random enchantment and level, which decide about the price (Minecraft Wiki: Trading, enchanted books). */
export function sellsEnchantedBook(experience: number): Listing {
  return ({ random, enchantments }) => {
    const kind = random.pick(enchantments.filter(({ isTradeable }) => isTradeable))
    const level = 1 + random.below(kind.maxLevel)
    const plain = 2 + random.below(5 + level * 10) + 3 * level
    const price = Math.min(MOST_EMERALDS, kind.isTreasure ? plain * 2 : plain)
    const data = itemData({ storedEnchantments: { [kind.name]: level } })
    const book = itemStack('enchanted_book', 1, 0, data)
    return {
      ...usual(itemStack('emerald', price), book),
      also: itemStack('book'),
      experience,
      priceMultiplier: HIGH,
    }
  }
}

function usual(cost: ItemStack, gives: ItemStack): Trade {
  return { cost, also: null, gives, maxUses: 12, experience: 1, priceMultiplier: LOW }
}

function known(items: readonly string[], make: (context: TradeContext) => Trade): Listing {
  return (context) => (items.every(context.hasItem) ? make(context) : null)
}
