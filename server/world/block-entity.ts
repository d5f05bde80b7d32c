import type { ItemStack } from '../inventory/item-stack.ts'

/** What a block holds beyond its state. The owner of the kind defines the rest of its fields. */
export interface BlockEntity {
  /** Name of the kind, such as `chest`. */
  readonly kind: string
}

/** What a chest holds, as a world definition fills it. */
export interface ChestEntity extends BlockEntity {
  readonly kind: 'chest'
  /** 27 slots; null is an empty one. */
  readonly slots: readonly (ItemStack | null)[]
}

export const CHEST_SLOT_COUNT = 27
