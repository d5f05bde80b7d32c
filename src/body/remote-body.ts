import type { ChildProcess } from 'node:child_process'
import * as z from 'zod'
import type { AttemptRequest, Body, BodyEvent } from '../core/body.ts'
import { InfrastructureError } from '../core/errors.ts'
import { type Outcome, outcomeSchema } from '../core/outcome.ts'
import { type Percept, perceptSchema } from '../core/percept.ts'
import type { Position } from '../core/position.ts'
import { realTimers } from '../core/real-timers.ts'
import { type BodyCall, fromBodySchema, type ToBody } from './body-messages.ts'

export interface RemoteBodyOptions {
  /** Starts a process that serves a body on its IPC channel. Called again whenever the last one has died. */
  readonly start: () => ChildProcess
}

/** More deaths than this within a minute end the body for good. */
const MOST_DEATHS_PER_MINUTE = 5

/** How long the process may take to leave the game when it is closed, in milliseconds. */
const CLOSE_MS = 3000

interface PendingCall {
  readonly call: BodyCall
  resolve(value: unknown): void
  reject(error: Error): void
}

/**
 * A body in a process of its own. When the process dies it is started again, its bots rejoin the server, and what was
 * under way has failed: attempts with the outcome `aborted`, other calls with an InfrastructureError.
 */
export class RemoteBody implements Body {
  readonly #start: () => ChildProcess
  readonly #listeners = new Set<(event: BodyEvent) => void>()
  readonly #pending = new Map<number, PendingCall>()
  readonly #joined = new Set<string>()
  #deaths: number[] = []
  #sequence = 0
  #closing = false
  #child: ChildProcess | null

  constructor(options: RemoteBodyOptions) {
    this.#start = options.start
    this.#child = this.#spawn()
  }

  /** Process id of the body that runs at the moment; null between two. */
  get pid(): number | null {
    return this.#child?.pid ?? null
  }

  async join(agent: string): Promise<void> {
    await this.#call({ method: 'join', agent }, z.unknown())
    this.#joined.add(agent)
  }

  perceive(agent: string): Promise<Percept> {
    return this.#call({ method: 'perceive', agent }, perceptSchema)
  }

  async attempt(request: AttemptRequest, signal: AbortSignal): Promise<Outcome> {
    const sequence = this.#sequence + 1
    const outcome = this.#call({ method: 'attempt', request }, outcomeSchema)
    const abort = () => this.#post({ type: 'abort', sequence })
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    try {
      return await outcome
    } catch (error) {
      if (error instanceof InfrastructureError) return lostOutcome(error.message)
      throw error
    } finally {
      signal.removeEventListener('abort', abort)
    }
  }

  blockAt(agent: string, { x, y, z: south }: Position): Promise<string | null> {
    return this.#call({ method: 'blockAt', agent, position: { x, y, z: south } }, z.string().nullable())
  }

  async say(agent: string, text: string): Promise<void> {
    await this.#call({ method: 'say', agent, text }, z.unknown())
  }

  async leave(agent: string): Promise<void> {
    this.#joined.delete(agent)
    await this.#call({ method: 'leave', agent }, z.unknown())
  }

  onEvent(listener: (event: BodyEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    if (this.#closing) return
    this.#closing = true
    const child = this.#child
    if (child === null || child.exitCode !== null) return
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    const force = realTimers.setTimeout(() => child.kill('SIGKILL'), CLOSE_MS)
    await this.#call({ method: 'close' }, z.unknown()).catch(() => {})
    if (child.connected) child.disconnect()
    await exited
    realTimers.clearTimeout(force)
  }

  #spawn(): ChildProcess {
    const child = this.#start()
    child.on('message', (message) => this.#receive(message))
    child.once('exit', (code, signal) => this.#died(signal ?? `exit code ${code}`))
    // A message to a process that has just died fails here; its exit tells the rest.
    child.on('error', () => {})
    return child
  }

  #call<T>(call: BodyCall, schema: z.ZodType<T>): Promise<T> {
    const sequence = ++this.#sequence
    return new Promise<T>((resolve, reject) => {
      this.#pending.set(sequence, { call, resolve: (value) => resolve(schema.parse(value)), reject })
      if (this.#child === null) this.#fail(sequence, 'The body process is not running.')
      else this.#post({ type: 'call', sequence, call })
    })
  }

  #post(message: ToBody): void {
    if (this.#child?.connected) this.#child.send(message)
  }

  #receive(message: unknown): void {
    const parsed = fromBodySchema.safeParse(message)
    if (!parsed.success) return
    if (parsed.data.type === 'event') {
      this.#emit(parsed.data.event)
      return
    }
    const { sequence } = parsed.data
    const pending = this.#pending.get(sequence)
    this.#pending.delete(sequence)
    if (parsed.data.type === 'result') pending?.resolve(parsed.data.value)
    else pending?.reject(failure(parsed.data))
  }

  #died(how: string): void {
    const reason = `The body process ended (${how}).`
    this.#child = null
    const lost = [...this.#pending]
    if (!this.#closing && this.#mayRestart()) this.#child = this.#spawn()
    for (const [sequence, { call }] of lost) {
      if (call.method !== 'join' || this.#child === null) this.#fail(sequence, reason)
      else this.#post({ type: 'call', sequence, call })
    }
    if (this.#closing) return
    this.#emit({ type: 'body-restarted', reason })
    if (this.#child === null) this.#giveUp(`${reason} It has ended too often to be started again.`)
    else for (const agent of this.#joined) void this.#rejoin(agent)
  }

  #mayRestart(): boolean {
    const now = realTimers.now()
    this.#deaths = [...this.#deaths.filter((death) => now - death < 60_000), now]
    return this.#deaths.length <= MOST_DEATHS_PER_MINUTE
  }

  async #rejoin(agent: string): Promise<void> {
    try {
      await this.#call({ method: 'join', agent }, z.unknown())
    } catch (error) {
      const reason = `It could not join again: ${error instanceof Error ? error.message : String(error)}`
      this.#emit({ type: 'bot-left', agent, reason, final: true })
    }
  }

  #giveUp(reason: string): void {
    for (const agent of this.#joined) this.#emit({ type: 'bot-left', agent, reason, final: true })
  }

  #fail(sequence: number, reason: string): void {
    this.#pending.get(sequence)?.reject(new InfrastructureError(reason))
    this.#pending.delete(sequence)
  }

  #emit(event: BodyEvent): void {
    for (const listener of [...this.#listeners]) listener(event)
  }
}

function failure({ infrastructure, message }: { infrastructure: boolean; message: string }): Error {
  return infrastructure ? new InfrastructureError(message) : new Error(message)
}

/** The outcome of an attempt whose body died under it: what the code had done by then is not known. */
function lostOutcome(reason: string): Outcome {
  return {
    status: 'aborted',
    error: { message: reason, module: null, line: null, column: null },
    value: null,
    trace: [],
    chat: [],
    inventoryBefore: {},
    inventoryAfter: {},
    startTick: 0,
    endTick: 0,
    fuelUsed: 0,
    reproducible: false,
  }
}
