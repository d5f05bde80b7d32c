import { burnTicks } from '../data/fuel.ts'
import { SMELTING_TICKS, smeltingOf } from '../data/smelting.ts'
import { FURNACE_FUEL, FURNACE_INPUT, FURNACE_OUTPUT, type Furnace } from '../game/furnace.ts'
import type { ItemStack } from './item-stack.ts'
import { belongings, type PlayerInventory } from './player-inventory.ts'
import { storageSlot } from './slot.ts'
import { range, type WindowLayout } from './window.ts'

const START = 3
const HOTBAR = 30
const END = 39

/** The window of a furnace: 0 what is smelted, 1 the fuel, 2 the result, 3 to 38 the player's belongings. */
export function furnaceLayout(furnace: Furnace, inventory: PlayerInventory): WindowLayout {
  const { storage } = furnace
  return {
    kind: 'furnace',
    title: 'Furnace',
    slots: [
      storageSlot(storage, FURNACE_INPUT),
      storageSlot(storage, FURNACE_FUEL, { accepts: (stack) => isFuel(stack) }),
      storageSlot(storage, FURNACE_OUTPUT, { accepts: () => false }),
      ...belongings(inventory),
    ],
    gridSlots: [],
    hotbarStart: HOTBAR,
    offHandSlot: null,
    shiftTargets,
    release: () => [],
    properties: () => [furnace.burnLeft, furnace.burnTotal, furnace.progress, SMELTING_TICKS],
  }
}

function shiftTargets(slot: number, stack: ItemStack): readonly (readonly number[])[] {
  if (slot === FURNACE_OUTPUT) return [range(START, END).toReversed()]
  if (slot < START) return [range(START, END)]
  if (smeltingOf(stack.name) !== null) return [[FURNACE_INPUT]]
  if (isFuel(stack)) return [[FURNACE_FUEL]]
  return [slot < HOTBAR ? range(HOTBAR, END) : range(START, HOTBAR)]
}

function isFuel(stack: ItemStack): boolean {
  return burnTicks(stack.name) !== null || stack.name === 'bucket'
}
