import type { ItemStorage } from './item-storage.ts'
import { belongings, type PlayerInventory } from './player-inventory.ts'
import { type SlotRules, storageSlot } from './slot.ts'
import { range, type WindowKind, type WindowLayout } from './window.ts'

/** What a window onto stored items shows. */
export interface StorageView extends SlotRules {
  readonly kind: WindowKind
  readonly title: string
  /** One after the other: a large chest shows the storages of its two halves. */
  readonly contents: readonly ItemStorage[]
}

/** The window of a chest, hopper or the like; the contents stay in the storages when it closes. */
export function storageLayout(view: StorageView, inventory: PlayerInventory): WindowLayout {
  const slots = view.contents.flatMap((contents) =>
    range(0, contents.size).map((index) => storageSlot(contents, index, view)),
  )
  const size = slots.length
  const end = size + 36
  return {
    kind: view.kind,
    title: view.title,
    slots: [...slots, ...belongings(inventory)],
    gridSlots: [],
    hotbarStart: end - 9,
    offHandSlot: null,
    shiftTargets: (slot) => [slot < size ? range(size, end).toReversed() : range(0, size)],
    release: () => [],
    properties: () => [],
  }
}
