import { ItemStorage } from '../inventory/item-storage.ts'
import type { BlockEntity } from '../world/block-entity.ts'

/** Pieces of food that lie on a campfire at a time. */
export const CAMPFIRE_PLACES = 4

/** The food on a campfire and how far it is. */
export class Campfire implements BlockEntity {
  readonly kind = 'campfire'
  readonly storage = new ItemStorage(CAMPFIRE_PLACES)
  /** Ticks for which the food of each place has been over the fire. */
  readonly progress = [0, 0, 0, 0]
}
