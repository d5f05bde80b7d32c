import type { ItemStack } from './item-stack.ts'
import type { Slot } from './slot.ts'

/** Kinds of windows; each version has its own numbers for them. */
export type WindowKind =
  | 'inventory'
  | 'anvil'
  | 'blast_furnace'
  | 'chest'
  | 'crafting'
  | 'dispenser'
  | 'enchantment'
  | 'furnace'
  | 'grindstone'
  | 'hopper'
  | 'large_chest'
  | 'lectern'
  | 'merchant'
  | 'shulker_box'
  | 'smoker'

/** The block or entity that an open window belongs to. */
export interface WindowHost {
  /** Whether the player can go on using it. Asked in every tick; the window closes when it says no. */
  readonly isUsable: () => boolean
  /** Called when the client picks one of a merchant's trades, by its number. */
  readonly pickTrade?: (index: number) => void
  /** Called once when the window closes. */
  readonly closed?: () => void
}

/** What a window of some kind consists of. */
export interface WindowLayout {
  readonly kind: WindowKind
  readonly title: string
  readonly slots: readonly Slot[]
  /** Grows whenever slots may have changed; absent where they follow from more than what lies in storages. */
  readonly revision?: () => number
  /** Slots that a crafting grid fills, for which the protocol demands that slot 0 is sent after every change. */
  readonly gridSlots: readonly number[]
  /** Slot of the player's first hotbar place; the eight others follow. */
  readonly hotbarStart: number
  /** Slot of the off-hand; null where the window does not show it. */
  readonly offHandSlot: number | null
  /** Where a shift-click on the slot moves the item: lists of slots to try in turn. */
  readonly shiftTargets: (slot: number, stack: ItemStack) => readonly (readonly number[])[]
  /** Called when the window closes; returns the items that do not stay in it, such as those in a crafting grid. */
  readonly release: () => readonly ItemStack[]
  /** Numbers that the window shows beside its items, such as a furnace's progress, by property number. */
  readonly properties: () => readonly number[]
  /** The player presses a button of the window, such as an offer of an enchanting table. */
  readonly press?: (button: number) => void
  /** The player types a name for the item, as in an anvil. */
  readonly rename?: (name: string) => void
}

/** What the player moves with the mouse pointer. */
export interface Cursor {
  stack: ItemStack | null
}

/** A window that a player has open: its layout, and what the client is known to believe about its contents. */
export class Window {
  readonly id: number
  readonly layout: WindowLayout
  /** The layout's revision with which the client's belief was found to be true of all slots; null where that is open. */
  provenRevision: number | null = null
  readonly #remote: (ItemStack | null)[]
  readonly remoteProperties: number[] = []
  remoteCursor: ItemStack | null = null
  stateId = 0
  /** The slots that a running drag has touched; null when none is under way. */
  drag: { readonly button: 'left' | 'right' | 'middle'; readonly slots: Set<number> } | null = null

  constructor(id: number, layout: WindowLayout) {
    this.id = id
    this.layout = layout
    this.#remote = layout.slots.map(() => null)
  }

  /** What the client believes of a slot. */
  remote(index: number): ItemStack | null {
    return this.#remote[index] ?? null
  }

  /** Notes what the client believes of a slot. */
  believe(index: number, stack: ItemStack | null): void {
    this.#remote[index] = stack
    this.provenRevision = null
  }

  slot(index: number): Slot | null {
    return this.layout.slots[index] ?? null
  }

  nextStateId(): number {
    this.stateId = (this.stateId + 1) & 0x7fff
    return this.stateId
  }
}

export function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index)
}
