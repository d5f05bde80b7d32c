import type { Belief, BeliefSource } from '../core/belief.ts'
import { type Claim, claimKey } from '../core/claim.ts'
import { type Grounds, LONGEST_PATH, unknownGrounds } from '../core/grounds.ts'
import { indexOf } from './claim-index.ts'
import { sameClaim } from './same-claim.ts'

/** A mind that speaks: what it believes and knew from the start. */
export interface Speaker {
  readonly agent: string
  readonly beliefs: readonly Belief[]
  readonly innate: readonly Claim[]
}

/**
 * How the speaker knows each of the claims, for the message that tells them. What it says about itself it sees; what it
 * neither believes nor knew from the start it says on unknown grounds.
 */
export function claimGrounds(claims: readonly Claim[], speaker: Speaker): Grounds[] {
  if (claims.length === 0) return []
  const held = new Map(
    speaker.beliefs.flatMap((belief) =>
      belief.claim !== null && belief.status === 'held' ? [[claimKey(belief.claim), belief] as const] : [],
    ),
  )
  return claims.map((claim) => {
    const belief = held.get(claimKey(claim))
    if (belief?.claim && sameClaim(belief.claim, claim)) return groundsOf(belief.source, speaker.agent)
    if ('agent' in claim && claim.agent === speaker.agent) return { basis: 'seen', path: [speaker.agent] }
    const innate = indexOf(speaker.innate).byKey.get(claimKey(claim))
    if (innate !== undefined && sameClaim(innate, claim)) return { basis: 'innate', path: [speaker.agent] }
    return unknownGrounds(speaker.agent)
  })
}

function groundsOf(source: BeliefSource, agent: string): Grounds {
  if (source.type !== 'told') return { basis: source.type, path: [agent] }
  const { basis, path } = source.grounds ?? unknownGrounds(source.by)
  const [first = source.by, ...others] = path
  return { basis, path: [first, ...others.slice(2 - LONGEST_PATH), agent] }
}
