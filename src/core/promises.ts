import type { Attachment } from './attachment.ts'
import type { Belief } from './belief.ts'
import type { PromiseClaim } from './claim.ts'

/** Items that one agent has agreed to bring another. */
export type Handover = Extract<Attachment, { type: 'handover' }>

/** What the giver promises the taker with a handover that is agreed on, one claim for each item. */
export function promisedBy(giver: string, taker: string, handover: Handover): readonly PromiseClaim[] {
  const { items, place, until, by } = handover
  return Object.entries(items).map(([item, count]) => ({
    type: 'promise',
    agent: giver,
    to: taker,
    item,
    count,
    place,
    until,
    by,
    state: 'open',
  }))
}

/** What is believed to lie in chests for somebody who has not come for it yet. */
export function laidItems(beliefs: readonly Belief[]): readonly PromiseClaim[] {
  return beliefs.flatMap(({ status, claim }) =>
    status === 'held' && claim?.type === 'promise' && claim.state === 'laid' ? [claim] : [],
  )
}

/** Whether the giver could lately not hand over what it had promised the taker: the two do not meet. */
export function missedLately(
  beliefs: readonly Belief[],
  { giver, taker, now }: { readonly giver: string; readonly taker: string; readonly now: number },
): boolean {
  return beliefs.some(
    ({ status, claim, tick }) =>
      status === 'held' &&
      claim?.type === 'promise' &&
      claim.agent === giver &&
      claim.to === taker &&
      claim.by === 'hand' &&
      claim.state === 'broken' &&
      tick > now - MISSED_TICKS,
  )
}

/** Who could not be met may be met again after so many ticks. */
const MISSED_TICKS = 6000

/** The promises between agents that are believed in at the tick and still to be kept, oldest first. */
export function openPromises(beliefs: readonly Belief[], tick: number): readonly PromiseClaim[] {
  return beliefs.flatMap(({ status, claim }) =>
    status === 'held' && claim?.type === 'promise' && claim.state === 'open' && claim.until > tick
      ? [claim]
      : [],
  )
}
