import * as z from 'zod'
import { itemCountsSchema } from './item-counts.ts'
import { jsonSchema } from './json.ts'
import { primitiveResultSchema } from './primitive-result.ts'

/** One thing that happened while skill code ran, in order. */
export const traceEntrySchema = z.discriminatedUnion('type', [
  /** A control primitive or a body act of the facade ended. */
  z.strictObject({
    type: z.literal('act'),
    tick: z.number().int(),
    name: z.string(),
    arguments: z.array(jsonSchema),
    result: primitiveResultSchema,
  }),
  /** A skill function was entered or left. */
  z.strictObject({
    type: z.literal('skill'),
    tick: z.number().int(),
    name: z.string(),
    phase: z.enum(['entered', 'returned', 'threw']),
  }),
])

/** How a run of skill code ended, and what it did. Whether that was a success is the critic's question. */
export const outcomeSchema = z.strictObject({
  status: z.enum(['completed', 'threw', 'timed-out', 'out-of-fuel', 'aborted', 'died', 'killed']),
  /** Null only for `completed`. Line and column count from 1 in the source of the module named. */
  error: z
    .strictObject({
      message: z.string(),
      module: z.string().nullable(),
      line: z.number().int().nullable(),
      column: z.number().int().nullable(),
    })
    .nullable(),
  /** What the entry function returned, as far as JSON can hold it. */
  value: jsonSchema,
  trace: z.array(traceEntrySchema),
  /** Lines that the skill or its primitives wrote with `bot.chat`, in order. */
  chat: z.array(z.string()),
  inventoryBefore: itemCountsSchema,
  inventoryAfter: itemCountsSchema,
  startTick: z.number().int(),
  endTick: z.number().int(),
  fuelUsed: z.number().int().nonnegative(),
  /** False when a wall-clock or memory limit decided, so that a second run may end differently. */
  reproducible: z.boolean(),
})

export type TraceEntry = Readonly<z.infer<typeof traceEntrySchema>>
export type Outcome = Readonly<z.infer<typeof outcomeSchema>>
