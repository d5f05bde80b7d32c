import { createRandom } from '../../core/random.ts'
import type { Estimate } from './interval.ts'

const RESAMPLES = 2000

/**
 * An estimate with its percentile bootstrap interval (B. Efron, Ann. Stat. 7, 1979). The same samples and seed give the
 * same interval. Resamples for which the estimate is null (such as a ratio to nothing) are left out.
 *
 * @returns null when there are no samples or the estimate of all of them is null
 */
export function bootstrap<Sample>(
  samples: readonly Sample[],
  estimate: (samples: readonly Sample[]) => number | null,
  seed: string,
): Estimate | null {
  const value = samples.length === 0 ? null : estimate(samples)
  if (value === null) return null
  const random = createRandom(`bootstrap/${seed}`)
  const estimates = Array.from({ length: RESAMPLES }, () =>
    estimate(samples.map(() => random.pick(samples))),
  ).filter((each) => each !== null)
  const ordered = estimates.sort((a, b) => a - b)
  return { value, low: quantile(ordered, 0.025) ?? value, high: quantile(ordered, 0.975) ?? value }
}

export function meanOf(samples: readonly number[]): number {
  return samples.reduce((sum, sample) => sum + sample, 0) / samples.length
}

/** The value with that share of the ordered ones below it, between two of them in proportion. */
function quantile(ordered: readonly number[], share: number): number | null {
  const place = share * (ordered.length - 1)
  const below = ordered[Math.floor(place)]
  const above = ordered[Math.ceil(place)]
  if (below === undefined || above === undefined) return null
  return below + (above - below) * (place - Math.floor(place))
}
