import { constants, setPriority } from 'node:os'
import * as z from 'zod'
import { installVirtualClock } from '../../body/virtual-clock.ts'
import { trialRequestSchema } from '../../core/body.ts'
import { gameVersionSchema } from '../team-schema.ts'
import { receiveOrder } from './child-process.ts'
import { TrialWorlds } from './trial-worlds.ts'

/** Entry point of the process in which skills are tried in simulated worlds, one after another. */
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
const worlds = await TrialWorlds.prepare(place, installVirtualClock())
let last: Promise<void> = Promise.resolve()
process.on('message', (message) => {
  // The parent has checked it: a trial that is not understood here would never be answered.
  const { id, seed, request } = trialMessageSchema.parse(message)
  last = last.then(async () => {
    process.send?.({ type: 'tried', id, result: await worlds.tryOut(request, seed) })
  })
})
