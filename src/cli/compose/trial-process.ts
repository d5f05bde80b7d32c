import { constants, setPriority } from 'node:os'
import * as z from 'zod'
import { installVirtualClock } from '../../body/virtual-clock.ts'
import { type TrialRequest, type TrialResult, trialRequestSchema } from '../../core/body.ts'
import { errorMessage } from '../../core/errors.ts'
import { gameVersionSchema } from '../team-schema.ts'
import { receiveOrder } from './child-process.ts'
import { runTrial } from './run-trial.ts'
import { prepareSharedParts, startSimulation } from './simulation.ts'

/** Entry point of the process in which skills are tried in simulated worlds of their own, one after another. */
export const trialOrderSchema = z.strictObject({
  world: z.string(),
  version: gameVersionSchema,
  yields: z.boolean(),
})

const trialMessageSchema = z.strictObject({
  type: z.literal('trial'),
  id: z.number().int(),
  seed: z.number().int(),
  request: trialRequestSchema,
})

const { yields, ...place } = await receiveOrder(trialOrderSchema)
if (yields) setPriority(constants.priority.PRIORITY_LOW)
const clock = installVirtualClock()
const shared = await prepareSharedParts(place.version)
let last: Promise<void> = Promise.resolve()
process.on('message', (message) => {
  // The parent has checked it: a trial that is not understood here would never be answered.
  const { id, seed, request } = trialMessageSchema.parse(message)
  last = last.then(async () => {
    process.send?.({ type: 'tried', id, result: await tryOut(seed, request) })
  })
})

async function tryOut(seed: number, request: TrialRequest): Promise<TrialResult> {
  try {
    const simulation = await startSimulation({ ...place, seed, shared }, clock)
    try {
      return await clock.until(runTrial(simulation.body, request, neverAborted()))
    } finally {
      await simulation.close()
    }
  } catch (error) {
    return { held: false, reason: errorMessage(error), outcome: null }
  }
}

function neverAborted(): AbortSignal {
  return new AbortController().signal
}
