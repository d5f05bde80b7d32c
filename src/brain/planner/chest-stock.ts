import type { MindView } from '../../core/brain.ts'
import { type ContainsClaim, claimKey, type PromiseClaim } from '../../core/claim.ts'
import { distanceBetween, samePosition } from '../../core/position.ts'
import { laidItems } from '../../core/promises.ts'

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
/** What was put there for the agent costs at most that: no more than to ask for it again. */
const MOST_FOR_WANTED = 2

/** @param penalties holds the keys of what is believed of chests that could not be got at: those are left alone */
export function chestStock(
  { knowledge, percept, agent, beliefs }: Pick<MindView, 'knowledge' | 'percept' | 'agent' | 'beliefs'>,
  penalties: ReadonlyMap<string, number>,
): ChestStock {
  const laid = laidItems(beliefs)
  const isForAgent = (claim: ContainsClaim) => laid.some((one) => one.to === agent && liesIn(one, claim))
  const priceOf = (claim: ContainsClaim) => {
    const price = OPENING_PRICE + distanceBetween(claim.position, percept.position) / BLOCKS_PER_UNIT
    return isForAgent(claim) ? Math.min(price, MOST_FOR_WANTED) : price
  }
  const sorted = new Map<string, readonly ContainsClaim[]>()
  const stores = (item: string) => {
    const known = sorted.get(item)
    if (known !== undefined) return known
    const found = openTo(agent, knowledge.storesOf(item), laid, percept.tick)
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

/** What the agent may take out of the chests: all but what lies there for somebody else who may still come for it. */
export function openTo(
  agent: string,
  stores: readonly ContainsClaim[],
  laid: readonly PromiseClaim[],
  tick: number,
): readonly ContainsClaim[] {
  const reserved = laid.filter(({ to, until }) => to !== agent && until > tick)
  if (reserved.length === 0) return stores
  return stores
    .map((claim) => {
      const kept = reserved.filter((one) => liesIn(one, claim)).reduce((sum, { count }) => sum + count, 0)
      return kept === 0 ? claim : { ...claim, count: Math.max(0, claim.count - kept) }
    })
    .filter(({ count }) => count > 0)
}

function liesIn({ item, place }: PromiseClaim, claim: ContainsClaim): boolean {
  return item === claim.item && samePosition(place, claim.position)
}
