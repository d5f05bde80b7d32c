import type { ItemStack } from '../../inventory/item-stack.ts'
import type { WorldBlock } from '../../world/world.ts'

/** A hand that is used on a block. */
export interface HandUse {
  readonly block: WorldBlock
  /** Place of the hand in the player's inventory. */
  readonly slot: number
  /** What is in the hand. */
  readonly stack: ItemStack | null
}
