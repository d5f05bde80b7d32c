import type { Outcome } from '../core/outcome.ts'

/**
 * The way in which an attempt failed, in a word: `rejected` by the static check, how its code was ended from outside, the
 * last primitive's failure code, or `goal-missed` where nothing went wrong and the goal still did not hold.
 */
export function failureKind(outcome: Outcome | null): string {
  if (outcome === null) return 'rejected'
  if (outcome.status !== 'completed' && outcome.status !== 'threw') return outcome.status
  const last = outcome.trace.findLast((entry) => entry.type === 'act' && !entry.result.ok)
  if (last?.type === 'act' && !last.result.ok) return last.result.code
  return outcome.status === 'threw' ? 'threw' : 'goal-missed'
}
