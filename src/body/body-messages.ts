import * as z from 'zod'
import { attemptRequestSchema, bodyEventSchema } from '../core/body.ts'
import { outcomeSchema } from '../core/outcome.ts'
import { perceptSchema } from '../core/percept.ts'
import { positionSchema } from '../core/position.ts'

/*
 * What a mind process and a body process say to each other: JSON over a child process's channel, checked on arrival. Calls
 * carry a sequence number that their answer repeats.
 */

const sequence = z.number().int().nonnegative()
const agent = z.string()

export const bodyCallSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('join'), agent }),
  z.strictObject({ method: z.literal('perceive'), agent }),
  z.strictObject({ method: z.literal('attempt'), agent, request: attemptRequestSchema }),
  z.strictObject({ method: z.literal('blockAt'), agent, position: positionSchema }),
  z.strictObject({ method: z.literal('say'), agent, text: z.string() }),
  z.strictObject({ method: z.literal('whisper'), agent, to: z.string(), text: z.string() }),
  z.strictObject({ method: z.literal('leave'), agent }),
  z.strictObject({ method: z.literal('close'), agent: z.null() }),
])

/** From the mind. */
export const toBodySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('call'), sequence, call: bodyCallSchema }),
  /** Aborts the signal of the attempt with that number. */
  z.strictObject({ type: z.literal('abort'), sequence }),
])

/** From the body. */
export const fromBodySchema = z.discriminatedUnion('type', [
  /** It listens: what was sent before may be lost. */
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('answer'), sequence, value: z.unknown() }),
  z.strictObject({
    type: z.literal('failure'),
    sequence,
    kind: z.enum(['infrastructure', 'input', 'error']),
    message: z.string(),
  }),
  z.strictObject({ type: z.literal('event'), event: bodyEventSchema }),
])

/** What the answer to each call holds. */
export const answerSchemas = {
  join: z.null(),
  perceive: perceptSchema,
  attempt: outcomeSchema,
  blockAt: z.string().nullable(),
  say: z.null(),
  whisper: z.null(),
  leave: z.null(),
  close: z.null(),
} as const

export type BodyCall = Readonly<z.infer<typeof bodyCallSchema>>
export type FromBody = Readonly<z.infer<typeof fromBodySchema>>
export type AnswerOf<Method extends BodyCall['method']> = z.infer<(typeof answerSchemas)[Method]>
