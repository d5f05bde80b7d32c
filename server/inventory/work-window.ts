import type { ItemStack } from './item-stack.ts'
import type { ItemStorage } from './item-storage.ts'
import { belongings, type PlayerInventory } from './player-inventory.ts'
import { type Slot, storageSlot } from './slot.ts'
import { range, type WindowLayout } from './window.ts'

const RESULT = 2
const START = 3
const HOTBAR = 30
const END = 39

/** What an anvil or a grindstone shows: two places, and what is made of what lies in them. */
export interface WorkView extends Pick<WindowLayout, 'kind' | 'title' | 'properties' | 'rename'> {
  readonly contents: ItemStorage
  readonly accepts: (stack: ItemStack) => boolean
  readonly result: () => ItemStack | null
  readonly canTake: () => boolean
  /** Called when the player takes the result: uses up what it was made of. */
  readonly taken: () => void
}

/** The window of an anvil or a grindstone: 0 and 1 what is worked, 2 the result, 3 to 38 the player's belongings. */
export function workLayout(view: WorkView, inventory: PlayerInventory): WindowLayout {
  const { contents, accepts } = view
  return {
    kind: view.kind,
    title: view.title,
    slots: [
      storageSlot(contents, 0, { accepts }),
      storageSlot(contents, 1, { accepts }),
      resultSlot(view),
      ...belongings(inventory),
    ],
    gridSlots: [],
    hotbarStart: HOTBAR,
    offHandSlot: null,
    shiftTargets: (slot) => {
      if (slot === RESULT) return [range(START, END).toReversed()]
      return [slot < START ? range(START, END) : [0, 1]]
    },
    release: () => contents.takeAll(),
    properties: view.properties,
    ...(view.rename === undefined ? {} : { rename: view.rename }),
  }
}

function resultSlot({ result, canTake, taken }: WorkView): Slot {
  return {
    read: result,
    write: () => {
      throw new Error('Cannot put an item into the result of a work: it follows from what is worked.')
    },
    accepts: () => false,
    limit: 64,
    consume: () => {
      taken()
      return []
    },
    canTake,
  }
}
