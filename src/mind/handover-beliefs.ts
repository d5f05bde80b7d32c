import * as z from 'zod'
import type { Attempt } from '../core/attempt.ts'
import type { Belief, BeliefDraft } from '../core/belief.ts'
import type { MindView } from '../core/brain.ts'
import type { Claim, PromiseClaim } from '../core/claim.ts'
import { claimSentence } from '../core/claim-sentence.ts'
import { itemCountsSchema } from '../core/item-counts.ts'
import { openPromises } from '../core/promises.ts'
import type { Act } from './evidence/seen.ts'

/** What an attempt showed about promises between the agent and its partners: which were kept, and which came to nothing. */
export function handoverBeliefs(
  { agent, beliefs, percept }: Pick<MindView, 'agent' | 'beliefs' | 'percept'>,
  { outcome }: Pick<Attempt, 'outcome'>,
): readonly BeliefDraft[] {
  const acts = (outcome?.trace ?? []).filter((entry) => entry.type === 'act')
  const open = openPromises(beliefs, percept.tick)
  return acts.flatMap((act) => {
    const meeting = meetingOf(act)
    if (meeting === null) return []
    const { partner, items, isGift } = meeting
    const [giver, taker] = isGift ? [agent, partner] : [partner, agent]
    const settled = open.filter(
      (promise) => promise.agent === giver && promise.to === taker && items.has(promise.item),
    )
    const moved = act.result.ok ? stockChanges(beliefs, partner, items, isGift ? 1 : -1) : []
    return [...settled.map((promise) => settle(promise, act.result.ok)), ...moved].map(seen)
  })
}

const namesSchema = z.tuple([z.string(), itemCountsSchema]).rest(z.unknown())

interface Meeting {
  readonly partner: string
  readonly items: ReadonlyMap<string, number>
  readonly isGift: boolean
}

function meetingOf({ name, arguments: values, result }: Act): Meeting | null {
  if (name !== 'giveItem' && name !== 'collectFrom') return null
  // What was cut off from outside is tried again.
  if (!result.ok && (result.code === 'interrupted' || result.code === 'busy')) return null
  const parsed = namesSchema.safeParse(values)
  if (!parsed.success) return null
  const [partner, items] = parsed.data
  return { partner, items: new Map(Object.entries(items)), isGift: name === 'giveItem' }
}

function settle(promise: PromiseClaim, isKept: boolean): Claim {
  return { ...promise, state: isKept ? 'kept' : 'broken' }
}

/** What the partner was believed to have, more or less what changed hands. */
function stockChanges(
  beliefs: readonly Belief[],
  partner: string,
  items: ReadonlyMap<string, number>,
  sign: 1 | -1,
): readonly Claim[] {
  return beliefs.flatMap(({ status, claim }): Claim[] => {
    if (status !== 'held' || (claim?.type !== 'holds' && claim?.type !== 'spares')) return []
    const change = claim.agent === partner ? items.get(claim.item) : undefined
    return change === undefined ? [] : [{ ...claim, count: Math.max(0, claim.count + sign * change) }]
  })
}

function seen(claim: Claim): BeliefDraft {
  return { kind: 'partner', sentence: claimSentence(claim), claim, source: { type: 'seen' }, confidence: 0.9 }
}
