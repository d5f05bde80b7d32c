import type { Belief } from '../core/belief.ts'
import type { Claim } from '../core/claim.ts'
import { isKnowHow } from '../core/know-how.ts'
import { claimText } from './same-claim.ts'

/**
 * The first of the claims about how the world works that the agent does not hold to be true itself; null when it agrees
 * with all. Code that comes with them is taken over only then: nobody acts on what it does not believe.
 */
export function disputedClaim(
  claims: readonly Claim[],
  beliefs: readonly Belief[],
  innate: readonly Claim[],
): Claim | null {
  const claimed = claims.filter(isKnowHow)
  if (claimed.length === 0) return null
  const held = new Set(innate.map(claimText))
  for (const { claim, status } of beliefs) {
    if (claim === null) continue
    if (status === 'held') held.add(claimText(claim))
    else held.delete(claimText(claim))
  }
  return claimed.find((claim) => !held.has(claimText(claim))) ?? null
}
