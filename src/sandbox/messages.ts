import * as z from 'zod'
import type { Json } from '../core/json.ts'
import type { PrimitiveResult } from '../core/primitive-result.ts'
import { skillNameSchema } from '../core/skill.ts'

/** What the supervisor tells a skill process. One line of JSON each. */
export type SupervisorMessage =
  /** First message: the source of everything that skill code finds in its scope. */
  | { readonly type: 'boot'; readonly facade: string }
  | { readonly type: 'start'; readonly run: RunSetup }
  /** Answers the read that the process is blocked in. */
  | { readonly type: 'value'; readonly value: Json }
  | { readonly type: 'refused'; readonly message: string }
  /** An act ended. Sent only while the process is waiting. */
  | { readonly type: 'completed'; readonly act: number; readonly completion: ActCompletion }
  /** Drop the run. Sent only while the process is waiting. */
  | { readonly type: 'stop' }

export type ActCompletion =
  | { readonly type: 'result'; readonly result: PrimitiveResult }
  | { readonly type: 'error'; readonly message: string }

export interface RunSetup {
  readonly entry: string
  readonly arguments: readonly Json[]
  /** Instrumented code of each module. */
  readonly modules: readonly { readonly name: string; readonly code: string }[]
  readonly seed: number
  readonly fuel: number
  readonly version: string
}

/** Parameters are checked apart from the schema, by `payload.ts`, for depth and dangerous keys. */
const method = z.string().regex(/^[A-Za-z][\w.]{0,63}$/)
const parameters = z.array(z.unknown()).max(32)
const fuelUsed = z.number().int().nonnegative()
const place = z.number().int().positive().nullable()

/** What a skill process may say. It comes from untrusted code: anything else ends the process. */
export const childMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('read'), method, parameters }),
  z.strictObject({ type: z.literal('act'), act: z.number().int().positive(), method, parameters }),
  z.strictObject({ type: z.literal('chat'), text: z.string().max(1000) }),
  z.strictObject({
    type: z.literal('skill'),
    name: skillNameSchema,
    phase: z.enum(['entered', 'returned', 'threw']),
  }),
  /** Nothing is left to compute: the process blocks for exactly one completion. */
  z.strictObject({ type: z.literal('waiting'), fuelUsed }),
  z.strictObject({
    type: z.literal('finished'),
    status: z.enum(['completed', 'threw', 'out-of-fuel']),
    value: z.unknown(),
    /** Place in the instrumented code. */
    error: z
      .strictObject({
        message: z.string().max(4000),
        module: skillNameSchema.nullable(),
        line: place,
        column: place,
      })
      .nullable(),
    fuelUsed,
    /** False when the stack overflowed, since its depth is no function of the code alone. */
    reproducible: z.boolean(),
  }),
  z.strictObject({ type: z.literal('stopped') }),
])

export type ChildMessage = Readonly<z.infer<typeof childMessageSchema>>
export type FinishedMessage = Extract<ChildMessage, { type: 'finished' }>
