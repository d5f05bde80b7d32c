import type * as z from 'zod'
import type { BodyEvent } from '../core/body.ts'
import { InfrastructureError, InputError } from '../core/errors.ts'
import { realTimers } from '../core/real-timers.ts'
import {
  type AnswerOf,
  answerSchemas,
  type BodyCall,
  type FromBody,
  fromBodySchema,
} from './body-messages.ts'

/** A body process must listen within that time, in milliseconds of real time; a crowded machine takes its time to start one. */
const READY_MS = 120_000
/** A body process that is told to close is killed when it has not ended by then. */
const CLOSE_MS = 5000

/** The part of a child process that a body is reached through. */
export interface BodyChild {
  send(message: unknown): unknown
  kill(signal?: NodeJS.Signals): unknown
  /** Closes the channel, at which the process ends by itself. */
  disconnect(): unknown
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'exit', listener: (code: number | null, signal: NodeJS.Signals | null) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
}

interface PendingCall {
  readonly method: BodyCall['method']
  resolve(value: unknown): void
  reject(error: Error): void
}

/** One body process from its start to its end. Calls in flight at its end reject. */
export class BodyConnection {
  /** Resolves once the process listens; rejects with an InfrastructureError when it ends before or takes too long. */
  readonly ready: Promise<void>
  /** Resolves with the reason when the process has ended. */
  readonly died: Promise<string>
  readonly #child: BodyChild
  readonly #pending = new Map<number, PendingCall>()
  readonly #onEvent: (event: BodyEvent) => void
  readonly #ready = Promise.withResolvers<void>()
  readonly #died = Promise.withResolvers<string>()
  #sequence = 0
  #isDead = false

  constructor(child: BodyChild, onEvent: (event: BodyEvent) => void) {
    this.#child = child
    this.#onEvent = onEvent
    this.ready = this.#ready.promise
    this.died = this.#died.promise
    this.ready.catch(() => {})
    child.on('message', (message) => this.#receive(message))
    child.on('exit', (code, signal) => this.#end(`the body process ended (${signal ?? `exit code ${code}`})`))
    child.on('error', (error) => this.#end(`the body process failed: ${error.message}`))
    const timer = realTimers.setTimeout(() => {
      this.#end(
        `the body process was not ready within ${READY_MS / 1000} s: let this machine do less at a time`,
      )
      child.kill('SIGKILL')
    }, READY_MS)
    Promise.race([this.ready, this.died]).then(
      () => realTimers.clearTimeout(timer),
      () => realTimers.clearTimeout(timer),
    )
  }

  get isDead(): boolean {
    return this.#isDead
  }

  /** Rejects with what the body rejects with, and with an InfrastructureError when the process ends first. */
  async call<Method extends BodyCall['method']>(
    call: Extract<BodyCall, { method: Method }>,
    signal?: AbortSignal,
  ): Promise<AnswerOf<Method>> {
    if (this.#isDead) throw new InfrastructureError('The body process has ended.')
    const sequence = ++this.#sequence
    const abort = () => this.#send({ type: 'abort', sequence })
    try {
      const answer = new Promise<unknown>((resolve, reject) => {
        this.#pending.set(sequence, { method: call.method, resolve, reject })
        this.#send({ type: 'call', sequence, call })
      })
      signal?.addEventListener('abort', abort, { once: true })
      if (signal?.aborted) abort()
      return (await answer) as AnswerOf<Method>
    } finally {
      signal?.removeEventListener('abort', abort)
      this.#pending.delete(sequence)
    }
  }

  /** Has the body leave with all bots, and ends the process, by force if it does not. */
  async close(): Promise<void> {
    if (this.#isDead) return
    const timer = realTimers.setTimeout(() => this.#child.kill('SIGKILL'), CLOSE_MS)
    await Promise.race([this.call({ method: 'close', agent: null }), this.died]).catch(() => {})
    this.#child.disconnect()
    await this.died
    realTimers.clearTimeout(timer)
  }

  #send(message: unknown): void {
    if (this.#isDead) return
    try {
      this.#child.send(message)
    } catch {
      // The channel closed a moment before the exit is reported: that settles what is in flight.
    }
  }

  #receive(message: unknown): void {
    const parsed = fromBodySchema.safeParse(message)
    if (!parsed.success) return
    if (parsed.data.type === 'ready') this.#ready.resolve()
    else if (parsed.data.type === 'event') this.#onEvent(parsed.data.event)
    else this.#settle(parsed.data)
  }

  #settle(message: Extract<FromBody, { type: 'answer' | 'failure' }>): void {
    const pending = this.#pending.get(message.sequence)
    if (!pending) return
    if (message.type === 'failure') {
      pending.reject(errorOf(message))
      return
    }
    const value = answerSchemas[pending.method].safeParse(message.value)
    if (value.success) pending.resolve(value.data)
    else pending.reject(malformedAnswer(pending.method, value.error))
  }

  #end(reason: string): void {
    if (this.#isDead) return
    this.#isDead = true
    const error = new InfrastructureError(`The body process is gone: ${reason}.`)
    this.#ready.reject(error)
    for (const pending of this.#pending.values()) pending.reject(error)
    this.#pending.clear()
    this.#died.resolve(reason)
  }
}

function malformedAnswer(method: string, { issues }: z.ZodError): InfrastructureError {
  const [issue] = issues
  const problem = `${issue?.path.join('.')}: ${issue?.message}`
  return new InfrastructureError(`The body process gave a malformed answer to "${method}": ${problem}.`)
}

function errorOf(message: Extract<FromBody, { type: 'failure' }>): Error {
  if (message.kind === 'infrastructure') return new InfrastructureError(message.message)
  return message.kind === 'input' ? new InputError(message.message) : new Error(message.message)
}
