import type { BeliefDraft } from '../core/belief.ts'
import type { Claim } from '../core/claim.ts'
import { claimSentence } from '../core/claim-sentence.ts'
import { isFleeting } from './staleness.ts'

/**
 * Of what an agent holds true from the start, that which passes as the world does: where things are, and what partners
 * have. Unlike how the world works it is believed anew and worn off by time, so that it enters as beliefs.
 */
export function startingBeliefs(innate: readonly Claim[]): readonly BeliefDraft[] {
  return innate.filter(isFleeting).map((claim) => ({
    kind: claim.type === 'place' || claim.type === 'contains' ? 'perception' : 'partner',
    sentence: claimSentence(claim),
    claim,
    source: { type: 'innate' },
    confidence: 1,
  }))
}
