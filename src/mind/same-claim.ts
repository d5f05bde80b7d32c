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
