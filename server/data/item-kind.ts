/** One kind of item, such as `iron_pickaxe`. */
export interface ItemKind {
  readonly id: number
  readonly name: string
  readonly displayName: string
  /** Most items in one slot: 64, 16 or 1. */
  readonly stackSize: number
  /** Uses until a tool breaks; null where the item does not wear. */
  readonly maxDurability: number | null
  /** Groups of enchantments that it takes, by the version's own names. */
  readonly enchantmentCategories: readonly string[]
  /** Materials that an anvil repairs it with. */
  readonly repairedWith: readonly string[]
  /** What eating one gives; null where it cannot be eaten. */
  readonly food: Food | null
}

/** What eating one item gives, in hunger points (20 are full). */
export interface Food {
  readonly foodPoints: number
  /** Saturation that is added, already multiplied by the food points. */
  readonly saturation: number
}
