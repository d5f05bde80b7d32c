import type { Belief } from '../core/belief.ts'
import type { Claim } from '../core/claim.ts'
import { isBookKnowledge } from '../core/know-how.ts'
import type { KnowledgeBook } from '../core/knowledge.ts'
import { indexOf } from './claim-index.ts'
import { foldBeliefs } from './create-knowledge.ts'
import { sameClaim } from './same-claim.ts'

/**
 * What goes with an attempt as the agent's recipe book and tool knowledge. Someone who was born with all knowledge and
 * never changed its mind about any of it has the full book; everybody else has a list.
 *
 * @param innateIsFull whether `innate` is all that the game's data holds
 */
export function knowledgeBook(
  innate: readonly Claim[],
  innateIsFull: boolean,
  beliefs: readonly Belief[],
): KnowledgeBook {
  const { byKey } = indexOf(innate)
  const { claims: learned, hidden } = foldBeliefs(innate, beliefs)
  const known = [...learned.byKey].filter(([, claim]) => isBookKnowledge(claim))
  const unchanged = known.every(([key, claim]) => {
    const before = byKey.get(key)
    return before !== undefined && sameClaim(before, claim)
  })
  const lost = [...hidden].some((key) => {
    const before = byKey.get(key)
    return before !== undefined && isBookKnowledge(before) && !learned.byKey.has(key)
  })
  if (innateIsFull && unchanged && !lost) return { scope: 'full' }
  const kept = [...byKey].filter(([key]) => !hidden.has(key))
  return { scope: 'listed', claims: [...known, ...kept].map(([, claim]) => claim).filter(isBookKnowledge) }
}
