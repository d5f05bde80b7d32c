import { CraftingGrid } from './crafting-grid.ts'
import { belongings, type PlayerInventory } from './player-inventory.ts'
import type { RecipeBook } from './recipe-book.ts'
import { storageSlot } from './slot.ts'
import { range, type WindowLayout } from './window.ts'

const GRID_END = 10
const HOTBAR = 37
const END = 46

/** The window of a crafting table: 0 the result, 1 to 9 the grid, 10 to 45 the player's belongings. */
export function craftingTableLayout(inventory: PlayerInventory, book: RecipeBook): WindowLayout {
  const grid = new CraftingGrid(3, book)
  return {
    kind: 'crafting',
    title: 'Crafting',
    slots: [
      grid.result,
      ...range(0, 9).map((index) => storageSlot(grid.ingredients, index)),
      ...belongings(inventory),
    ],
    gridSlots: range(0, GRID_END),
    hotbarStart: HOTBAR,
    offHandSlot: null,
    shiftTargets: (slot) => shiftTargets(slot),
    release: () => grid.ingredients.takeAll(),
    properties: () => [],
  }
}

function shiftTargets(slot: number): readonly (readonly number[])[] {
  if (slot === 0) return [range(GRID_END, END).toReversed()]
  if (slot < GRID_END) return [range(GRID_END, END)]
  return [range(1, GRID_END), slot < HOTBAR ? range(HOTBAR, END) : range(GRID_END, HOTBAR)]
}
