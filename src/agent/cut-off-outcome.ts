import { InfrastructureError } from '../core/errors.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Percept } from '../core/percept.ts'

/**
 * The outcome of an attempt that could not begin because the bot was lost a moment before: the world's doing, not the
 * code's. Any other error is thrown on.
 */
export function cutOffOutcome(error: unknown, { inventory, tick }: Percept): Outcome {
  if (!(error instanceof InfrastructureError)) throw error
  return {
    status: 'aborted',
    error: { message: error.message, module: null, line: null, column: null },
    value: null,
    trace: [],
    chat: [],
    inventoryBefore: { ...inventory },
    inventoryAfter: { ...inventory },
    startTick: tick,
    endTick: tick,
    fuelUsed: 0,
    reproducible: false,
  }
}
