import type { Body } from '../core/body.ts'
import { errorMessage, InfrastructureError } from '../core/errors.ts'
import { jsonSchema } from '../core/json.ts'
import { type BodyCall, type FromBody, type MessageEndpoint, toBodySchema } from './body-messages.ts'

/** Answers the calls that arrive at the endpoint with the body, and reports the body's events there. */
export function serveBody(body: Body, endpoint: MessageEndpoint): void {
  const attempts = new Map<number, AbortController>()
  const send = (message: FromBody) => endpoint.send?.(message)
  body.onEvent((event) => send({ type: 'event', event }))
  endpoint.on('message', (message) => {
    const parsed = toBodySchema.safeParse(message)
    if (!parsed.success) return
    const { sequence } = parsed.data
    if (parsed.data.type === 'abort') {
      attempts.get(sequence)?.abort(new Error('The attempt was called off.'))
      return
    }
    const abort = new AbortController()
    attempts.set(sequence, abort)
    void answer(body, parsed.data.call, sequence, abort.signal).then((reply) => {
      attempts.delete(sequence)
      send(reply)
    })
  })
}

async function answer(body: Body, call: BodyCall, sequence: number, signal: AbortSignal): Promise<FromBody> {
  try {
    const value = jsonSchema.parse((await perform(body, call, signal)) ?? null)
    return { type: 'result', sequence, value }
  } catch (error) {
    const infrastructure = error instanceof InfrastructureError
    return { type: 'failure', sequence, infrastructure, message: errorMessage(error) }
  }
}

function perform(body: Body, call: BodyCall, signal: AbortSignal): Promise<unknown> {
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
    case 'leave':
      return body.leave(call.agent)
    case 'close':
      return body.close()
  }
}
