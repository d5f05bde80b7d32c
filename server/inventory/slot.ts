import type { ItemStack } from './item-stack.ts'
import type { ItemStorage } from './item-storage.ts'

/** One place of a window: where its item is kept and which rules hold for it. */
export interface Slot {
  read(): ItemStack | null
  /** Puts the stack there without asking the rules; the click rules have asked before. */
  write(stack: ItemStack | null): void
  /** Whether a player may put the item there. */
  accepts(stack: ItemStack): boolean
  /** Most items of one kind in this place, whatever the item's own stack size. */
  readonly limit: number
  /**
   * Set for the result of crafting: it is taken whole or not at all, and taking it uses up the ingredients. Returns
   * what is left over and found no place in the grid, such as empty buckets.
   */
  readonly consume: (() => readonly ItemStack[]) | null
  /** Set for a result that must be paid for: whether the player can. */
  readonly canTake?: () => boolean
}

export interface SlotRules {
  readonly accepts?: (stack: ItemStack) => boolean
  readonly limit?: number
}

/** A slot that shows one place of a storage. */
export function storageSlot(storage: ItemStorage, index: number, rules: SlotRules = {}): Slot {
  return {
    read: () => storage.at(index),
    write: (stack) => storage.put(index, stack),
    accepts: rules.accepts ?? (() => true),
    limit: rules.limit ?? 64,
    consume: null,
  }
}
