import type { Belief } from '../core/belief.ts'
import { type Claim, claimKey } from '../core/claim.ts'
import { indexOf } from './claim-index.ts'

/** Prefix of the id that stands for a claim known from the start that no belief has touched. */
export const INNATE_ID = 'innate:'

/**
 * Ids of what is believed about the subjects: the held belief, or the claim known from the start; where that was given
 * up without another in its place, what was refuted.
 *
 * @param keys keys of claims; those about which nothing is believed are left out
 */
export function beliefsBehind(
  keys: Iterable<string>,
  beliefs: readonly Belief[],
  innate: readonly Claim[],
): string[] {
  const wanted = new Set(keys)
  const held = new Map<string, string>()
  const refuted = new Map<string, string>()
  for (const { claim, id, status } of beliefs) {
    const key = claim === null ? '' : claimKey(claim)
    if (!wanted.has(key)) continue
    if (status === 'held') held.set(key, id)
    else if (status === 'refuted') refuted.set(key, id)
  }
  const { byKey } = indexOf(innate)
  return [...wanted].flatMap((key) => {
    const id = held.get(key) ?? refuted.get(key) ?? (byKey.has(key) ? `${INNATE_ID}${key}` : null)
    return id === null ? [] : [id]
  })
}
