import type { ItemStorage } from './item-storage.ts'
import { belongings, type PlayerInventory } from './player-inventory.ts'
import { storageSlot } from './slot.ts'
import { range, type WindowLayout } from './window.ts'

/** The window of a chest or barrel with 27 places; the contents stay in the storage when it closes. */
export function chestLayout(title: string, contents: ItemStorage, inventory: PlayerInventory): WindowLayout {
  const size = contents.size
  const end = size + 36
  return {
    kind: 'chest',
    title,
    slots: [...range(0, size).map((index) => storageSlot(contents, index)), ...belongings(inventory)],
    gridSlots: [],
    hotbarStart: end - 9,
    offHandSlot: null,
    shiftTargets: (slot) => [slot < size ? range(size, end).toReversed() : range(0, size)],
    release: () => [],
    properties: () => [],
  }
}
