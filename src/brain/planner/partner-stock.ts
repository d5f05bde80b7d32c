import type { Belief } from '../../core/belief.ts'
import type { MindView } from '../../core/brain.ts'
import type { PromiseClaim } from '../../core/claim.ts'
import { distanceBetween, type Position } from '../../core/position.ts'
import { openPromises } from '../../core/promises.ts'

/** What teammates are believed to have for the agent. */
export interface PartnerStock {
  /** How many of the item can be had from them, promised ones included. */
  count(item: string): number
  /** What it costs to have them brought, in units of one block mined nearby; null where nobody has any. */
  price(item: string): number | null
  /** Promises to the agent that are still to be kept. */
  readonly promises: readonly PromiseClaim[]
}

/** Asking, meeting and handing over. */
const HANDOVER_PRICE = 2
/** How far away a partner is taken to be of whom nothing is known, in blocks. */
const USUAL_DISTANCE = 48
const BLOCKS_PER_UNIT = 32
/** What is promised has only to be taken. */
const PROMISED_PRICE = 1
/**
 * A partner that broke a promise or gave nothing away is not asked again for so many ticks. That a chest was emptied is not
 * its fault.
 */
const GRUDGE_TICKS = 1200

export function partnerStock(view: MindView): PartnerStock {
  const { beliefs, agent, percept, teammates } = view
  const promises = openPromises(beliefs, percept.tick).filter(
    (promise) => promise.to === agent && teammates.includes(promise.agent),
  )
  const offers = teammates.flatMap((partner) => offersOf(partner, view))
  const priceOf = (offer: Offer) =>
    promises.some(({ agent: giver, item }) => giver === offer.partner && item === offer.item)
      ? PROMISED_PRICE
      : HANDOVER_PRICE + distanceTo(offer.partner, view) / BLOCKS_PER_UNIT
  const byItem = Map.groupBy(offers, ({ item }) => item)
  return {
    promises,
    count: (item) => (byItem.get(item) ?? []).reduce((sum, { count }) => sum + count, 0),
    price: (item) => {
      const prices = (byItem.get(item) ?? []).map(priceOf)
      return prices.length === 0 ? null : Math.min(...prices)
    },
  }
}

interface Offer {
  readonly partner: string
  readonly item: string
  readonly count: number
}

/** What one partner is believed to give: what it said that it spares, or else what it has. */
function offersOf(partner: string, { beliefs, agent, percept }: MindView): readonly Offer[] {
  const counts = new Map<string, { count: number; tick: number }>()
  for (const { status, claim, tick } of beliefs) {
    if (status !== 'held' || claim === null || !('agent' in claim) || claim.agent !== partner) continue
    if (claim.type === 'holds' || claim.type === 'spares') {
      const known = counts.get(claim.item)
      if (known === undefined || tick >= known.tick) counts.set(claim.item, { count: claim.count, tick })
    }
  }
  for (const promise of openPromises(beliefs, percept.tick)) {
    if (promise.agent !== partner || promise.to !== agent) continue
    const known = counts.get(promise.item)
    counts.set(promise.item, { count: Math.max(promise.count, known?.count ?? 0), tick: percept.tick })
  }
  const broken = brokenLately(partner, beliefs, percept.tick)
  const refused = refusedLately(partner, beliefs, percept.tick)
  return [...counts]
    .filter(([item, { count }]) => count > 0 && !broken.has(item) && !refused.has(item))
    .map(([item, { count }]) => ({ partner, item, count }))
}

function brokenLately(partner: string, beliefs: readonly Belief[], now: number): ReadonlySet<string> {
  return new Set(
    beliefs.flatMap(({ status, claim, tick }) =>
      status === 'held' &&
      claim?.type === 'promise' &&
      claim.agent === partner &&
      ((claim.state === 'broken' && claim.by === 'hand') || (claim.state === 'open' && claim.until <= now)) &&
      tick > now - GRUDGE_TICKS
        ? [claim.item]
        : [],
    ),
  )
}

/** Items that the partner has lately said to give none of away. What it has in hand may then be its own need. */
function refusedLately(partner: string, beliefs: readonly Belief[], now: number): ReadonlySet<string> {
  return new Set(
    beliefs.flatMap(({ status, claim, tick }) =>
      status === 'held' &&
      claim?.type === 'spares' &&
      claim.agent === partner &&
      claim.count === 0 &&
      tick > now - GRUDGE_TICKS
        ? [claim.item]
        : [],
    ),
  )
}

function distanceTo(partner: string, { beliefs, percept }: MindView): number {
  const seen = percept.entities.find(({ kind, name }) => kind === 'player' && name === partner)
  if (seen !== undefined) return seen.distance
  const places = beliefs.flatMap(({ status, claim }): Position[] =>
    status === 'held' && claim?.type === 'at' && claim.agent === partner ? [claim.position] : [],
  )
  const last = places.at(-1)
  return last === undefined ? USUAL_DISTANCE : distanceBetween(last, percept.position)
}
