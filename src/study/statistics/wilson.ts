import type { Estimate } from './interval.ts'

/** The 97.5th percentile of the normal distribution. */
const Z = 1.959964

/**
 * A share with Wilson's score interval (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927), which is sound for few runs and at
 * 0 and 1, where a bootstrap shows no width at all.
 */
export function wilsonInterval(successes: number, runs: number): Estimate {
  if (runs === 0) throw new RangeError('There is no share of no runs.')
  const share = successes / runs
  const spread = Z ** 2 / runs
  const centre = (share + spread / 2) / (1 + spread)
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / runs + spread / (4 * runs))
  return {
    value: share,
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === runs ? 1 : Math.min(1, centre + half),
  }
}
