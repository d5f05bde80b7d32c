import type { ItemStack } from './item-stack.ts'

/** A fixed number of places for stacks: a chest, a crafting grid, a player's belongings. */
export class ItemStorage {
  readonly #items: (ItemStack | null)[]
  #revision = 0

  constructor(size: number) {
    this.#items = new Array<ItemStack | null>(size).fill(null)
  }

  get size(): number {
    return this.#items.length
  }

  /** Grows with every change. */
  get revision(): number {
    return this.#revision
  }

  at(index: number): ItemStack | null {
    return this.#items[index] ?? null
  }

  put(index: number, stack: ItemStack | null): void {
    if (index < 0 || index >= this.#items.length) {
      throw new RangeError(`Cannot put an item into place ${index}: there are ${this.#items.length}.`)
    }
    this.#items[index] = stack
    this.#revision += 1
  }

  /** What lies in each place. */
  all(): readonly (ItemStack | null)[] {
    return [...this.#items]
  }

  /** All stacks, without the empty places. */
  stacks(): readonly ItemStack[] {
    return this.#items.filter((stack) => stack !== null)
  }

  /** Empties every place and returns what was there. */
  takeAll(): readonly ItemStack[] {
    const stacks = this.stacks()
    this.#items.fill(null)
    this.#revision += 1
    return stacks
  }
}
