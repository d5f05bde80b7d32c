import * as z from 'zod'
import { paceStateSchema } from '../../body/lockstep/lockstep-messages.ts'
import { itemCountsSchema } from '../../core/item-counts.ts'
import { gameVersionSchema } from '../team-schema.ts'

/** What a process that simulates is told about a world: the game server and all bots of a run. */
export const simulationOrderSchema = z.strictObject({
  world: z.string(),
  seed: z.number().int(),
  version: gameVersionSchema,
  agents: z.array(z.string()),
  /** What they carry when they join. */
  belongings: z.record(z.string(), itemCountsSchema),
  /** Port for the 3D views; null without a page. */
  viewerPort: z.number().int().nullable(),
  pace: paceStateSchema,
})

/** To a process that simulates one world after another. Other messages on the channel are for the body and the clock. */
export const worldOrderSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('order'), order: simulationOrderSchema }),
  z.strictObject({ type: z.literal('end-world') }),
])

/** From it: nothing of the world that was to end will be heard any more. */
export const worldEndedSchema = z.strictObject({
  type: z.literal('world-ended'),
  /** Whether another one may follow in the same process. */
  isFit: z.boolean(),
})
