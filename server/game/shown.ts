import type { ItemStack } from '../inventory/item-stack.ts'
import type { MetadataEntry } from '../protocol/version-protocol.ts'

/** What a player has in one of the places that others see. */
export interface Equipment {
  /** Number of the place in the protocol. */
  readonly slot: number
  readonly stack: ItemStack | null
}

/** What clients were last told of a player. */
export interface Shown {
  equipment: readonly Equipment[]
  /** The place in the hand, and the storage's revision, with which the equipment was looked at. */
  heldIndex: number
  storageRevision: number
  /** Null when the client has forgotten it. */
  looks: readonly MetadataEntry[] | null
  sprinting: boolean
}
