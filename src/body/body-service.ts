import * as z from 'zod'
import type { Body } from '../core/body.ts'
import { errorMessage, InfrastructureError, InputError } from '../core/errors.ts'
import { type BodyCall, type FromBody, toBodySchema } from './body-messages.ts'

/** This process's end of the channel to the one that started it: `process` itself. */
export interface MessageEndpoint {
  send?(message: unknown): unknown
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'disconnect', listener: () => void): unknown
  exit(code?: number): unknown
}

/**
 * Serves a body to the process at the other end, and ends this process when that one is gone: bots without a mind
 * have no business in the game.
 *
 * @param send how messages get to the other end; straight over the channel unless given
 */
export function serveBody(
  body: Body,
  endpoint: MessageEndpoint,
  send: (message: FromBody) => void = (message) => endpoint.send?.(message),
): void {
  const aborts = new Map<number, AbortController>()
  const answer = async (sequence: number, call: BodyCall) => {
    const controller = new AbortController()
    aborts.set(sequence, controller)
    try {
      const value = await perform(body, call, controller.signal)
      send({ type: 'answer', sequence, value: value ?? null })
    } catch (error) {
      send({ type: 'failure', sequence, kind: kindOf(error), message: errorMessage(error) })
    } finally {
      aborts.delete(sequence)
    }
  }
  endpoint.on('message', (message) => {
    const parsed = toBodySchema.safeParse(message)
    if (!parsed.success) refuse(message, parsed.error, send)
    else if (parsed.data.type === 'abort') aborts.get(parsed.data.sequence)?.abort()
    else void answer(parsed.data.sequence, parsed.data.call)
  })
  endpoint.on('disconnect', () => {
    for (const controller of aborts.values()) controller.abort()
    body.close().finally(() => endpoint.exit(0))
  })
  body.onEvent((event) => send({ type: 'event', event }))
  send({ type: 'ready' })
}

/** A call that breaks the contract is answered too: its caller waits. Other messages on the channel are not for the body. */
function refuse(message: unknown, error: z.ZodError, send: (message: FromBody) => void): void {
  const call = anyCallSchema.safeParse(message)
  if (!call.success) return
  const { sequence } = call.data
  send({
    type: 'failure',
    sequence,
    kind: 'error',
    message: `The call to the body is malformed: ${error.message}`,
  })
}

const anyCallSchema = z.looseObject({ type: z.literal('call'), sequence: z.number() })

async function perform(body: Body, call: BodyCall, signal: AbortSignal): Promise<unknown> {
  switch (call.method) {
    case 'join':
      return body.join(call.agent)
    case 'perceive':
      return body.perceive(call.agent)
    case 'attempt':
      return body.attempt(call.request, signal)
    case 'blockAt':
      return body.blockAt(call.agent, call.position)
    case 'say':
      return body.say(call.agent, call.text)
    case 'whisper':
      return body.whisper(call.agent, call.to, call.text)
    case 'leave':
      return body.leave(call.agent)
    case 'close':
      return body.close()
  }
}

function kindOf(error: unknown): Extract<FromBody, { type: 'failure' }>['kind'] {
  if (error instanceof InfrastructureError) return 'infrastructure'
  return error instanceof InputError ? 'input' : 'error'
}
