import * as z from 'zod'
import { jsonSchema } from './json.ts'

/** Why a primitive could not do what it was asked for. */
export const failureCodeSchema = z.enum([
  'no-path',
  'not-found',
  'missing-ingredient',
  'unknown-recipe',
  'wrong-tool',
  'nothing-dropped',
  'no-space',
  'blocked',
  'unreachable',
  'timed-out',
  'interrupted',
  'died',
  'busy',
  /** Somebody else took what was meant for another. */
  'stolen',
  'failed',
])

const failureSchema = z.strictObject({
  ok: z.literal(false),
  code: failureCodeSchema,
  message: z.string(),
})

/**
 * What a control primitive answers. A soft failure is a result, never an exception: `message` says what a player would
 * have seen, in words that both a person and an author of skill code can act on; `value`, where a failure has one, what was
 * done and seen for all that.
 */
export const primitiveResultSchema = z.union([
  z.strictObject({ ok: z.literal(true), message: z.string(), value: jsonSchema }),
  failureSchema,
  failureSchema.extend({ value: jsonSchema }),
])

export type FailureCode = z.infer<typeof failureCodeSchema>
export type PrimitiveResult = Readonly<z.infer<typeof primitiveResultSchema>>
