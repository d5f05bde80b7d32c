import { type Claim, claimKey } from '../core/claim.ts'

/** Whether two claims say the same; lists count as sets. */
export function sameClaim(a: Claim, b: Claim): boolean {
  return a.type === b.type && claimKey(a) === claimKey(b) && claimText(a) === claimText(b)
}

/** Equal for claims that say the same. */
export function claimText(claim: Claim): string {
  return JSON.stringify(claim, (_key, value: unknown) => {
    if (Array.isArray(value)) return [...value].sort()
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** Whether the claim is about how the world works, as opposed to where things are and who does what. */
export function isKnowHow(claim: Claim): boolean {
  return isBookKnowledge(claim) || claim.type === 'depth'
}

/** Whether plans are made by the claim: how the world works, and where things lie ready. */
export function bearsOnPlans(claim: Claim): boolean {
  return isKnowHow(claim) || claim.type === 'contains'
}

/** Whether the claim belongs into the book that goes with an attempt: where ores lie the body need not know. */
export function isBookKnowledge(claim: Claim): boolean {
  return ['recipe', 'smelting', 'fuel', 'drop', 'tool', 'mob-drop'].includes(claim.type)
}
