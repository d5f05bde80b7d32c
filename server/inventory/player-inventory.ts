import { CraftingGrid } from './crafting-grid.ts'
import { armorPlaceOf, armorPlaces } from './equipment.ts'
import type { ItemStack } from './item-stack.ts'
import { ItemStorage } from './item-storage.ts'
import type { RecipeBook } from './recipe-book.ts'
import { type Slot, storageSlot } from './slot.ts'
import { moveInto } from './slot-moves.ts'
import { range, Window, type WindowLayout } from './window.ts'

export const HELMET = 5
export const MAIN_START = 9
export const HOTBAR_START = 36
export const HOTBAR_END = 45
export const OFF_HAND = 45
const ARMOR_START = 5

/**
 * What a player carries, in the numbering of the inventory window: 0 crafting result, 1 to 4 crafting grid, 5 to 8
 * armour from head to feet, 9 to 35 the main part, 36 to 44 the hotbar, 45 the off-hand.
 */
export class PlayerInventory {
  /** Armour, main part, hotbar and off-hand; places 0 to 4 stay empty, the crafting grid has its own storage. */
  readonly storage = new ItemStorage(OFF_HAND + 1)
  readonly grid: CraftingGrid
  readonly window: Window
  readonly #stackSize: (name: string) => number

  constructor(book: RecipeBook, stackSize: (name: string) => number) {
    this.grid = new CraftingGrid(2, book)
    this.window = new Window(0, inventoryLayout(this))
    this.#stackSize = stackSize
  }

  /** Adds as much of the stack as fits: hotbar first, then the main part. Returns what did not fit. */
  add(stack: ItemStack): ItemStack | null {
    const targets = [...range(HOTBAR_START, HOTBAR_END), ...range(MAIN_START, HOTBAR_START)]
    return moveInto(this.window, targets, stack, { stackSize: this.#stackSize })
  }

  /** How many items of the name lie in the main part, the hotbar, the off-hand and on the body. */
  count(name: string): number {
    return this.storage.stacks().reduce((sum, stack) => sum + (stack.name === name ? stack.count : 0), 0)
  }
}

/** Slots for the main part and the hotbar, which every window shows below its own. */
export function belongings(inventory: PlayerInventory): readonly Slot[] {
  return range(MAIN_START, HOTBAR_END).map((index) => storageSlot(inventory.storage, index))
}

function inventoryLayout(inventory: PlayerInventory): WindowLayout {
  const { grid, storage } = inventory
  const slots: readonly Slot[] = [
    grid.result,
    ...range(0, 4).map((index) => storageSlot(grid.ingredients, index)),
    ...armorPlaces.map((place, index) =>
      storageSlot(storage, ARMOR_START + index, {
        accepts: (stack) => armorPlaceOf(stack.name) === place,
        limit: 1,
      }),
    ),
    ...belongings(inventory),
    storageSlot(storage, OFF_HAND),
  ]
  return {
    kind: 'inventory',
    title: 'Inventory',
    slots,
    revision: () => storage.revision + grid.ingredients.revision,
    gridSlots: range(0, 5),
    hotbarStart: HOTBAR_START,
    offHandSlot: OFF_HAND,
    shiftTargets: (slot, stack) => shiftTargets(slots, slot, stack),
    release: () => grid.ingredients.takeAll(),
    properties: () => [],
  }
}

function shiftTargets(
  slots: readonly Slot[],
  slot: number,
  stack: ItemStack,
): readonly (readonly number[])[] {
  const main = range(MAIN_START, HOTBAR_START)
  const hotbar = range(HOTBAR_START, HOTBAR_END)
  if (slot === 0) return [[...main, ...hotbar].toReversed()]
  if (slot < MAIN_START) return [[...main, ...hotbar]]
  const place = armorPlaceOf(stack.name)
  const armorSlot = place === null ? -1 : ARMOR_START + armorPlaces.indexOf(place)
  const worn = place !== null && slots[armorSlot]?.read() === null ? [[armorSlot]] : []
  const shield = stack.name === 'shield' && slots[OFF_HAND]?.read() === null ? [[OFF_HAND]] : []
  if (slot === OFF_HAND) return [...worn, [...main, ...hotbar]]
  return [...worn, ...shield, slot < HOTBAR_START ? hotbar : main]
}
