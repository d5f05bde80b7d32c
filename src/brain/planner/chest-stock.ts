import type { MindView } from '../../core/brain.ts'
import { type ContainsClaim, claimKey } from '../../core/claim.ts'
import { distanceBetween } from '../../core/position.ts'

/** What is believed to lie ready in chests. */
export interface ChestStock {
  /** How many of the item can be taken out of chests. */
  count(item: string): number
  /** What it costs to go and take some, in units of one block mined nearby; null where no chest is believed to hold any. */
  price(item: string): number | null
  /** The chests that hold some, the one that costs least first. */
  stores(item: string): readonly ContainsClaim[]
}

/** Opening it and taking things out. */
const OPENING_PRICE = 1
const BLOCKS_PER_UNIT = 16

/** @param penalties holds the keys of what is believed of chests that could not be got at: those are left alone */
export function chestStock(
  { knowledge, percept }: Pick<MindView, 'knowledge' | 'percept'>,
  penalties: ReadonlyMap<string, number>,
): ChestStock {
  const priceOf = (claim: ContainsClaim) =>
    OPENING_PRICE + distanceBetween(claim.position, percept.position) / BLOCKS_PER_UNIT
  const sorted = new Map<string, readonly ContainsClaim[]>()
  const stores = (item: string) => {
    const known = sorted.get(item)
    if (known !== undefined) return known
    const found = knowledge
      .storesOf(item)
      .filter((claim) => !penalties.has(claimKey(claim)))
      .sort((a, b) => priceOf(a) - priceOf(b) || (claimKey(a) < claimKey(b) ? -1 : 1))
    sorted.set(item, found)
    return found
  }
  return {
    stores,
    count: (item) => stores(item).reduce((sum, { count }) => sum + count, 0),
    price: (item) => {
      const [nearest] = stores(item)
      return nearest === undefined ? null : priceOf(nearest)
    },
  }
}
