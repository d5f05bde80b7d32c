import type { Belief } from './belief.ts'
import type { PromiseClaim } from './claim.ts'

/** The promises between agents that are believed in at the tick and still to be kept, oldest first. */
export function openPromises(beliefs: readonly Belief[], tick: number): readonly PromiseClaim[] {
  return beliefs.flatMap(({ status, claim }) =>
    status === 'held' && claim?.type === 'promise' && claim.state === 'open' && claim.until > tick
      ? [claim]
      : [],
  )
}
