import { burnTicks } from '../../src/core/fuel-table.ts'
import { smeltingOf, smeltingTicks } from '../data/smelting.ts'
import { FURNACE_FUEL, FURNACE_INPUT, FURNACE_OUTPUT, type Furnace } from '../game/furnace.ts'
import type { ItemStack } from './item-stack.ts'
import { belongings, type PlayerInventory } from './player-inventory.ts'
import { type Slot, storageSlot } from './slot.ts'
import { range, type WindowLayout } from './window.ts'

const START = 3
const HOTBAR = 30
const END = 39

/** How the player sees a furnace. */
export interface FurnaceView {
  readonly furnace: Furnace
  readonly title: string
  /** Called when the player takes something out of the output. */
  readonly taken: () => void
}

/** The window of a furnace: 0 what is smelted, 1 the fuel, 2 the result, 3 to 38 the player's belongings. */
export function furnaceLayout(view: FurnaceView, inventory: PlayerInventory): WindowLayout {
  const { furnace, title } = view
  return {
    kind: furnace.station,
    title,
    slots: [
      storageSlot(furnace.storage, FURNACE_INPUT),
      storageSlot(furnace.storage, FURNACE_FUEL, { accepts: (stack) => isFuel(stack) }),
      outputSlot(view),
      ...belongings(inventory),
    ],
    gridSlots: [],
    hotbarStart: HOTBAR,
    offHandSlot: null,
    shiftTargets: (slot, stack) => shiftTargets(furnace, slot, stack),
    release: () => [],
    properties: () => [furnace.burnLeft, furnace.burnTotal, furnace.progress, smeltingTicks(furnace.station)],
  }
}

function outputSlot({ furnace, taken }: FurnaceView): Slot {
  const slot = storageSlot(furnace.storage, FURNACE_OUTPUT, { accepts: () => false })
  return {
    ...slot,
    write: (stack) => {
      const before = slot.read()?.count ?? 0
      slot.write(stack)
      if ((stack?.count ?? 0) < before) taken()
    },
  }
}

function shiftTargets(furnace: Furnace, slot: number, stack: ItemStack): readonly (readonly number[])[] {
  if (slot === FURNACE_OUTPUT) return [range(START, END).toReversed()]
  if (slot < START) return [range(START, END)]
  if (smeltingOf(stack.name, furnace.station) !== null) return [[FURNACE_INPUT]]
  if (isFuel(stack)) return [[FURNACE_FUEL]]
  return [slot < HOTBAR ? range(HOTBAR, END) : range(START, HOTBAR)]
}

function isFuel(stack: ItemStack): boolean {
  return burnTicks(stack.name) !== null || stack.name === 'bucket'
}
