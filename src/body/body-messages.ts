import * as z from 'zod'
import { agentIdSchema } from '../core/agent-id.ts'
import { attemptRequestSchema, bodyEventSchema } from '../core/body.ts'
import { jsonSchema } from '../core/json.ts'
import { positionSchema } from '../core/position.ts'

/** What a mind asks of a body in another process. */
export const bodyCallSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('join'), agent: agentIdSchema }),
  z.strictObject({ method: z.literal('perceive'), agent: agentIdSchema }),
  z.strictObject({ method: z.literal('attempt'), request: attemptRequestSchema }),
  z.strictObject({ method: z.literal('blockAt'), agent: agentIdSchema, position: positionSchema }),
  z.strictObject({ method: z.literal('say'), agent: agentIdSchema, text: z.string() }),
  z.strictObject({ method: z.literal('leave'), agent: agentIdSchema }),
  z.strictObject({ method: z.literal('close') }),
])

/** From the mind to the body. Sequence numbers count the calls of one mind. */
export const toBodySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('call'), sequence: z.number().int(), call: bodyCallSchema }),
  /** Ends an attempt that is under way. */
  z.strictObject({ type: z.literal('abort'), sequence: z.number().int() }),
])

/** From the body to the mind. */
export const fromBodySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('result'), sequence: z.number().int(), value: jsonSchema }),
  z.strictObject({
    type: z.literal('failure'),
    sequence: z.number().int(),
    /** Whether it was an InfrastructureError, which minds know how to wait out. */
    infrastructure: z.boolean(),
    message: z.string(),
  }),
  z.strictObject({ type: z.literal('event'), event: bodyEventSchema }),
])

export type BodyCall = Readonly<z.infer<typeof bodyCallSchema>>
export type ToBody = Readonly<z.infer<typeof toBodySchema>>
export type FromBody = Readonly<z.infer<typeof fromBodySchema>>

/** The part of a process, or of a channel to one, that messages need. */
export interface MessageEndpoint {
  send?(message: unknown): unknown
  on(event: 'message', listener: (message: unknown) => void): unknown
}
