import { ItemStorage } from '../inventory/item-storage.ts'
import type { BlockEntity } from '../world/block-entity.ts'

export const FURNACE_INPUT = 0
export const FURNACE_FUEL = 1
export const FURNACE_OUTPUT = 2

/** What a furnace holds and how far it has got. Times are in ticks. */
export class Furnace implements BlockEntity {
  readonly kind = 'furnace'
  readonly storage = new ItemStorage(3)
  /** How long the fire will still burn. */
  burnLeft = 0
  /** How long the fuel that burns now lasts in all. */
  burnTotal = 0
  /** How long the item on top has been in the fire. */
  progress = 0

  get isLit(): boolean {
    return this.burnLeft > 0
  }
}
