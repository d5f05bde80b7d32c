import type { SmeltingStation } from '../data/smelting.ts'
import { ItemStorage } from '../inventory/item-storage.ts'
import type { BlockEntity } from '../world/block-entity.ts'

/** Blocks with a furnace inside. */
export type FurnaceKind = Exclude<SmeltingStation, 'campfire'>

export const FURNACE_INPUT = 0
export const FURNACE_FUEL = 1
export const FURNACE_OUTPUT = 2

/** What a furnace holds and how far it has got. Times are in ticks. */
export class Furnace implements BlockEntity {
  readonly kind = 'furnace'
  readonly station: FurnaceKind
  readonly storage = new ItemStorage(3)
  /** How long the fire will still burn. */
  burnLeft = 0
  /** How long the fuel that burns now lasts in all. */
  burnTotal = 0
  /** How long the item on top has been in the fire. */
  progress = 0
  /** Experience points of what was smelted since somebody last took from the output; may have a fraction. */
  experience = 0

  constructor(station: FurnaceKind = 'furnace') {
    this.station = station
  }

  get isLit(): boolean {
    return this.burnLeft > 0
  }
}
