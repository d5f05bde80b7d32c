import { flowerEffect } from '../data/stew-flowers.ts'
import { withData } from './item-data.ts'
import { type ItemStack, itemStack, sameItem, withCount } from './item-stack.ts'
import { ItemStorage } from './item-storage.ts'
import type { RecipeBook } from './recipe-book.ts'
import type { Slot } from './slot.ts'

/** What an ingredient leaves behind in the grid. */
const leftovers: Readonly<Record<string, string>> = {
  milk_bucket: 'bucket',
  water_bucket: 'bucket',
  lava_bucket: 'bucket',
  honey_bottle: 'glass_bottle',
  dragon_breath: 'glass_bottle',
}

/** A square of ingredients and the slot that shows what they make. */
export class CraftingGrid {
  readonly width: number
  readonly ingredients: ItemStorage
  readonly result: Slot
  readonly #book: RecipeBook

  constructor(width: number, book: RecipeBook) {
    this.width = width
    this.ingredients = new ItemStorage(width * width)
    this.#book = book
    this.result = {
      read: () => this.#result(),
      write: () => {
        throw new Error('Cannot put an item into the result of crafting: it follows from the ingredients.')
      },
      accepts: () => false,
      limit: 64,
      consume: () => this.#consume(),
    }
  }

  #result(): ItemStack | null {
    if (this.ingredients.stacks().length === 0) return null
    const rows = Array.from({ length: this.width }, (_, y) =>
      Array.from({ length: this.width }, (_, x) => this.ingredients.at(y * this.width + x)?.name ?? null),
    )
    const result = this.#book.match(rows)
    if (result === null) return this.#book.special(this.ingredients.stacks())
    const stack = itemStack(result.item, result.count)
    return result.item === 'suspicious_stew' ? flavored(stack, rows.flat()) : stack
  }

  #consume(): readonly ItemStack[] {
    const homeless: ItemStack[] = []
    for (let index = 0; index < this.ingredients.size; index++) {
      const stack = this.ingredients.at(index)
      if (stack === null) continue
      const rest = withCount(stack, stack.count - 1)
      const leftover = leftovers[stack.name]
      const left = leftover === undefined ? null : itemStack(leftover)
      this.ingredients.put(index, rest ?? left)
      if (rest !== null && left !== null) homeless.push(left)
    }
    return mergeEqual(homeless)
  }
}

/** The flower among the ingredients decides what a stew does. */
function flavored(stew: ItemStack, ingredients: readonly (string | null)[]): ItemStack {
  const effects = ingredients.map((name) => flowerEffect(name ?? '')).filter((effect) => effect !== null)
  return withData(stew, { stewEffects: effects })
}

function mergeEqual(stacks: readonly ItemStack[]): readonly ItemStack[] {
  const merged: ItemStack[] = []
  for (const stack of stacks) {
    const index = merged.findIndex((other) => sameItem(other, stack))
    const other = merged[index]
    if (other === undefined) merged.push(stack)
    else merged[index] = { ...other, count: other.count + stack.count }
  }
  return merged
}
