/** What many measurements of one metric say. */
export interface Statistics {
  readonly median: number
  readonly least: number
  readonly most: number
  /** Median distance from the median, as a share of the median: 0.05 for ±5 %. */
  readonly spread: number
}

export function statisticsOf(samples: readonly number[]): Statistics {
  const middle = median(samples)
  const distances = samples.map((sample) => Math.abs(sample - middle))
  return {
    median: middle,
    least: Math.min(...samples),
    most: Math.max(...samples),
    spread: middle === 0 ? 0 : median(distances) / Math.abs(middle),
  }
}

/** The middle value; the mean of the two middle ones for an even number of samples. */
export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half]
  if (upper === undefined) throw new RangeError('There is no median of nothing.')
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
}

/** The value below which that share of the samples lies, 0 to 1. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new RangeError('There is no percentile of nothing.')
  return value
}

export function mean(samples: readonly number[]): number {
  return samples.reduce((sum, sample) => sum + sample, 0) / samples.length
}
