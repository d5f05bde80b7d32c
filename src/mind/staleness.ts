import type { Belief, BeliefDraft } from '../core/belief.ts'
import type { Claim } from '../core/claim.ts'
import type { Grounds } from '../core/grounds.ts'

/** After how many ticks (20 a second) a belief about something that changes is worth half; others do not age. */
const HALF_LIFE: Readonly<Partial<Record<Claim['type'], number>>> = {
  place: 24_000,
  contains: 24_000,
  holds: 2_400,
  needs: 2_400,
  doing: 1_200,
  knows: 24_000,
  at: 600,
  spares: 2_400,
  promise: 24_000,
  part: 24_000,
}

/** Below this a belief is too old to act on. */
const STALE = 0.1

/** Whether the claim is about something that passes: a newer word replaces an older one without a trace. */
export function isFleeting(claim: Claim): boolean {
  return HALF_LIFE[claim.type] !== undefined
}

/** How much of what was once certain is left after that time, 0 to 1. */
export function freshness(claim: Claim, age: number): number {
  const halfLife = HALF_LIFE[claim.type]
  return halfLife === undefined ? 1 : 0.5 ** (Math.max(0, age) / halfLife)
}

/** The belief's confidence as it is now. */
export function currentConfidence(
  belief: Pick<Belief, 'claim' | 'confidence' | 'tick'>,
  tick: number,
): number {
  return belief.claim === null
    ? belief.confidence
    : belief.confidence * freshness(belief.claim, tick - belief.tick)
}

export function isStale(belief: Pick<Belief, 'claim' | 'confidence' | 'tick'>, tick: number): boolean {
  return belief.claim !== null && isFleeting(belief.claim) && currentConfidence(belief, tick) < STALE
}

/**
 * What a partner means to do or to give depends on nobody else; what else is about it, it might have wrong. Who looked into a
 * chest knows what is in it, and that nothing is left of what was there is news to all who saw it before; who was promised
 * something knows whether it has got it.
 */
function wordOf(teller: string, claim: Claim | null, grounds: Grounds | undefined): number {
  if (claim?.type === 'contains' && grounds?.basis === 'seen') return claim.count === 0 ? 1 : 0.95
  if (claim?.type === 'promise' && claim.to === teller && claim.state !== 'open') return 1
  if (claim === null || !('agent' in claim) || claim.agent !== teller) return 0.8
  return claim.type === 'spares' || claim.type === 'promise' || claim.type === 'part' ? 1 : 0.95
}

/** How much a word about something that passes counts when it is new: eyes first, then whoever it is about. */
export function freshWeight({ source, claim }: Pick<BeliefDraft, 'source' | 'claim'>): number {
  switch (source.type) {
    case 'seen':
      return 1
    case 'told':
      return wordOf(source.by, claim, source.grounds)
    case 'innate':
      return 0.7
    case 'inferred':
      return 0.6
  }
}
