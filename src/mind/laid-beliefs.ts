import type { Attempt } from '../core/attempt.ts'
import type { BeliefDraft } from '../core/belief.ts'
import type { MindView } from '../core/brain.ts'
import type { Claim, PromiseClaim } from '../core/claim.ts'
import { claimSentence } from '../core/claim-sentence.ts'
import { countOf, type ItemCounts } from '../core/item-counts.ts'
import { blockPosition, type Position, positionSchema, samePosition } from '../core/position.ts'
import { laidItems } from '../core/promises.ts'
import { isMissing, lookInto } from './evidence/chest-evidence.ts'
import { type Act, textArgument } from './evidence/seen.ts'

/** What lies in a chest for somebody is left to it for so many ticks. */
const WAITING_TICKS = 12_000

/**
 * What an attempt showed about what lies in chests for somebody: what the agent put there for another, and what became of
 * what others put there for it.
 */
export function laidBeliefs(
  { agent, beliefs }: Pick<MindView, 'agent' | 'beliefs'>,
  { outcome }: Pick<Attempt, 'outcome'>,
): readonly BeliefDraft[] {
  const promises = new Map(laidItems(beliefs).map((promise) => [keyOf(promise), promise]))
  const changed = new Map<string, PromiseClaim>()
  for (const act of outcome?.trace ?? []) {
    if (act.type !== 'act') continue
    for (const promise of [...putDown(agent, act, promises), ...found(agent, act, promises)]) {
      promises.set(keyOf(promise), promise)
      changed.set(keyOf(promise), promise)
    }
  }
  return [...changed.values()].flatMap((promise) =>
    promise.state === 'broken' ? [seen(promise), seen(noneIn(promise))] : [seen(promise)],
  )
}

/** What was put there and is not there any more. */
function noneIn({ place, item }: PromiseClaim): Claim {
  return { type: 'contains', position: place, item, count: 0 }
}

type Promises = ReadonlyMap<string, PromiseClaim>

function keyOf({ agent, to, item }: Pick<PromiseClaim, 'agent' | 'to' | 'item'>): string {
  return JSON.stringify([agent, to, item])
}

function putDown(agent: string, act: Act, promises: Promises): readonly PromiseClaim[] {
  const look = act.name === 'depositItemIntoChest' ? lookInto(act) : null
  const to = textArgument(act, 2)
  if (look === null || to === null) return []
  return Object.entries(look.moved).map(([item, moved]) => {
    const before = promises.get(keyOf({ agent, to, item }))
    const isMore = before?.state === 'laid' && samePosition(before.place, look.position)
    const count = moved + (isMore ? before.count : 0)
    const until = act.tick + WAITING_TICKS
    return {
      type: 'promise',
      agent,
      to,
      item,
      count,
      place: look.position,
      until,
      by: 'chest',
      state: 'laid',
    }
  })
}

/** What looking into the chest showed about what was put there by the agent or for it. */
function found(agent: string, act: Act, promises: Promises): readonly PromiseClaim[] {
  const look = lookInto(act)
  const place = look?.position ?? missingAt(act)
  if (place === null || textArgument(act, 2) !== null) return []
  const left: Left | null = look && { items: look.items, taken: isDeposit(act) ? {} : look.moved }
  return [...promises.values()]
    .filter((promise) => promise.state === 'laid' && samePosition(promise.place, place))
    .flatMap((promise) => {
      if (promise.to === agent) return received(promise, left)
      return promise.agent === agent ? fetched(promise, left) : []
    })
}

function missingAt(act: Act): Position | null {
  const place = positionSchema.safeParse(act.arguments[0])
  return isMissing(act) && place.success ? blockPosition(place.data) : null
}

/** What was taken out of a chest, and what is in it then. */
interface Left {
  readonly taken: ItemCounts
  readonly items: ItemCounts
}

function isDeposit({ name }: Act): boolean {
  return name === 'depositItemIntoChest' || name === 'windowDeposit'
}

/** @param left null where the chest is gone */
function received(promise: PromiseClaim, left: Left | null): readonly PromiseClaim[] {
  const taken = countOf(left?.taken ?? {}, promise.item)
  const isEmpty = countOf(left?.items ?? {}, promise.item) === 0
  if (taken === 0) return isEmpty ? [{ ...promise, state: 'broken' }] : []
  if (taken >= promise.count || isEmpty) return [{ ...promise, count: taken, state: 'kept' }]
  return [{ ...promise, count: promise.count - taken }]
}

/** What is there no more the other will have; unless the giver has taken it back itself. */
function fetched(promise: PromiseClaim, left: Left | null): readonly PromiseClaim[] {
  const count = Math.min(promise.count, countOf(left?.items ?? {}, promise.item))
  if (count > 0) return count < promise.count ? [{ ...promise, count }] : []
  const isTakenBack = countOf(left?.taken ?? {}, promise.item) > 0
  return [{ ...promise, state: left === null || isTakenBack ? 'broken' : 'kept' }]
}

function seen(claim: Claim): BeliefDraft {
  const kind = claim.type === 'promise' ? 'partner' : 'perception'
  return { kind, sentence: claimSentence(claim), claim, source: { type: 'seen' }, confidence: 0.9 }
}
