import { type Claim, claimKey } from '../core/claim.ts'
import type { Message } from '../core/message.ts'
import type { BelievedClaim } from '../core/partner.ts'

/** Claims that are kept in mind per partner. */
const MOST_BELIEVED = 200

/**
 * What a partner holds true about the world, as far as its words show it: what it vouched for, what it goes by, and what it
 * was told and did not contradict. Claims about agents are not among them. Of each subject the newest counts.
 */
export function believedClaims(agent: string, exchanged: readonly Message[]): readonly BelievedClaim[] {
  const believed = new Map<string, BelievedClaim>()
  const take = (claim: Claim, rest: Omit<BelievedClaim, 'claim'>) => {
    if ('agent' in claim) return
    const key = claimKey(claim)
    believed.delete(key)
    believed.set(key, { claim, ...rest })
  }
  for (const { from, claims, assumptions, grounds, tick } of exchanged) {
    const own = from === agent
    for (const claim of assumptions) {
      if (own) take(claim, { tick, because: 'assumed', basis: 'unknown' })
    }
    claims.forEach((claim, index) => {
      const basis = own ? (grounds[index]?.basis ?? 'unknown') : 'unknown'
      take(claim, { tick, because: own ? 'vouched' : 'told', basis })
    })
  }
  return [...believed.values()].slice(-MOST_BELIEVED)
}
