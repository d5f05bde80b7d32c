import type { Belief } from '../core/belief.ts'
import { type Claim, claimKey } from '../core/claim.ts'
import { bearsOnPlans } from '../core/know-how.ts'
import { indexOf } from './claim-index.ts'
import { sameClaim } from './same-claim.ts'

/**
 * Whether the changes alter what is held true about how the world works and what lies ready in chests. More evidence for
 * what was held anyway does not, nor does a claim that was heard and not believed.
 *
 * @param beliefs what was believed before the changes
 */
export function changesKnowHow(
  beliefs: readonly Belief[],
  changed: readonly Belief[],
  innate: readonly Claim[],
): boolean {
  const keys = new Set(
    changed.flatMap(({ claim }) => (claim !== null && bearsOnPlans(claim) ? [claimKey(claim)] : [])),
  )
  if (keys.size === 0) return false
  const now = new Map([...beliefs, ...changed].map((belief) => [belief.id, belief])).values()
  const before = heldClaims(beliefs, keys, innate)
  const after = heldClaims([...now], keys, innate)
  return [...keys].some((key) => {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null]
    return was === null || is === null ? was !== is : !sameClaim(was, is)
  })
}

/** What is held about each subject, learned or known from the start. */
function heldClaims(
  beliefs: readonly Belief[],
  keys: ReadonlySet<string>,
  innate: readonly Claim[],
): ReadonlyMap<string, Claim> {
  const { byKey } = indexOf(innate)
  const held = new Map<string, Claim>()
  for (const key of keys) {
    const known = byKey.get(key)
    if (known !== undefined) held.set(key, known)
  }
  for (const { claim, status } of beliefs) {
    const key = claim === null ? '' : claimKey(claim)
    if (claim === null || !keys.has(key)) continue
    const current = held.get(key)
    if (status !== 'held' && current !== undefined && sameClaim(current, claim)) held.delete(key)
  }
  for (const { claim, status } of beliefs) {
    if (claim !== null && status === 'held' && keys.has(claimKey(claim))) held.set(claimKey(claim), claim)
  }
  return held
}
