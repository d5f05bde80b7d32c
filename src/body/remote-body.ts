import type { AttemptRequest, Body, BodyEvent } from '../core/body.ts'
import { errorMessage, InfrastructureError } from '../core/errors.ts'
import type { ItemCounts } from '../core/item-counts.ts'
import type { Outcome, TraceEntry } from '../core/outcome.ts'
import type { Percept } from '../core/percept.ts'
import type { Position } from '../core/position.ts'
import { realTimers } from '../core/real-timers.ts'
import { type BodyChild, BodyConnection } from './body-connection.ts'

/** Between the death of a body process and the next start, in milliseconds of real time; doubled each time. */
const FIRST_RESTART_MS = 100
const LONGEST_RESTART_MS = 10_000
/** Deaths in a row, without a bot that came back in between, after which the body counts as broken. */
const MAXIMUM_RESTARTS = 5
/** Tries to bring one bot back into the game after a restart. */
const REJOIN_TRIES = 6

export interface RemoteBodyOptions {
  /** Starts the body process, whose entry point calls `serveBody`. */
  readonly start: () => BodyChild
  /** Whether a process that dies is started again; one that holds the world as well cannot be. True unless given. */
  readonly restarts?: boolean
}

/**
 * The bots of a team in another process. When that process dies it is started again, unless it holds the world as well:
 * its bots rejoin the server, the attempts that were under way end as `aborted`, and calls wait until the bots are back.
 */
export class RemoteBody implements Body {
  readonly #options: RemoteBodyOptions
  readonly #joined = new Set<string>()
  readonly #attempts = new Map<string, OpenAttempt>()
  /** What each agent held when it last looked. */
  readonly #inventories = new Map<string, ItemCounts>()
  readonly #listeners = new Set<(event: BodyEvent) => void>()
  #connection: BodyConnection
  /** Settles when the process runs and its bots are back as far as that went. */
  #whole: Promise<void>
  #restarts = 0
  #lastTick = 0
  #closed = false

  constructor(options: RemoteBodyOptions) {
    this.#options = options
    this.#connection = this.#connect()
    this.#whole = this.#connection.ready
    this.#whole.catch(() => {})
  }

  async join(agent: string): Promise<void> {
    await this.#whole
    await this.#connection.call({ method: 'join', agent })
    this.#joined.add(agent)
  }

  async perceive(agent: string): Promise<Percept> {
    await this.#whole
    const percept = await this.#connection.call({ method: 'perceive', agent })
    this.#lastTick = percept.tick
    this.#inventories.set(agent, percept.inventory)
    return percept
  }

  async attempt(request: AttemptRequest, signal: AbortSignal): Promise<Outcome> {
    const { agent } = request
    if (this.#attempts.has(agent)) {
      throw new Error(`"${agent}" is making an attempt already: wait for its outcome first.`)
    }
    await this.#whole
    const connection = this.#connection
    const inventory = this.#inventories.get(agent) ?? {}
    const open: OpenAttempt = { startTick: this.#lastTick, inventory, trace: [] }
    this.#attempts.set(agent, open)
    try {
      return await connection.call({ method: 'attempt', agent, request }, signal)
    } catch (error) {
      if (!connection.isDead) throw error
      return lostOutcome(open, this.#lastTick, errorMessage(error))
    } finally {
      this.#attempts.delete(agent)
    }
  }

  async blockAt(agent: string, { x, y, z }: Position): Promise<string | null> {
    await this.#whole
    return this.#connection.call({ method: 'blockAt', agent, position: { x, y, z } })
  }

  async say(agent: string, text: string): Promise<void> {
    await this.#whole
    await this.#connection.call({ method: 'say', agent, text })
  }

  async whisper(agent: string, to: string, text: string): Promise<void> {
    await this.#whole
    await this.#connection.call({ method: 'whisper', agent, to, text })
  }

  async leave(agent: string): Promise<void> {
    this.#joined.delete(agent)
    await this.#whole
    await this.#connection.call({ method: 'leave', agent })
  }

  onEvent(listener: (event: BodyEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#connection.close()
  }

  #connect(): BodyConnection {
    const connection = new BodyConnection(this.#options.start(), this.#receive)
    connection.died.then((reason) => this.#revive(reason))
    return connection
  }

  #revive(reason: string): void {
    if (this.#closed) return
    this.#whole =
      this.#options.restarts === false
        ? Promise.reject(new InfrastructureError(`The body process is gone: ${reason}.`))
        : this.#restart(reason)
    this.#whole.catch(() => {})
  }

  async #restart(reason: string): Promise<void> {
    this.#restarts++
    if (this.#restarts > MAXIMUM_RESTARTS) {
      throw new InfrastructureError(`The body process died ${this.#restarts} times in a row: ${reason}`)
    }
    await realDelay(Math.min(LONGEST_RESTART_MS, FIRST_RESTART_MS * 2 ** (this.#restarts - 1)))
    if (this.#closed) return
    this.#connection = this.#connect()
    await this.#connection.ready
    this.#receive({ type: 'body-restarted', reason })
    await Promise.all([...this.#joined].map((agent) => this.#rejoin(agent)))
  }

  async #rejoin(agent: string): Promise<void> {
    const connection = this.#connection
    let reason = ''
    for (let attempt = 0; attempt < REJOIN_TRIES && !this.#closed && !connection.isDead; attempt++) {
      if (attempt > 0) await realDelay(FIRST_RESTART_MS * 2 ** attempt)
      try {
        await connection.call({ method: 'join', agent })
        this.#restarts = 0
        return
      } catch (error) {
        reason = errorMessage(error)
      }
    }
    if (connection.isDead || this.#closed) return
    this.#joined.delete(agent)
    this.#receive({ type: 'bot-left', agent, reason, final: true })
  }

  readonly #receive = (event: BodyEvent): void => {
    if (event.type === 'trace-grew') {
      this.#lastTick = event.entry.tick
      this.#attempts.get(event.agent)?.trace.push(event.entry)
    }
    for (const listener of this.#listeners) listener(event)
  }
}

interface OpenAttempt {
  readonly startTick: number
  /** As last seen before the attempt; empty when the agent never looked. */
  readonly inventory: ItemCounts
  /** What the body reported before it died. */
  readonly trace: TraceEntry[]
}

/** What is left to say about an attempt whose body process died. What it gained or lost is not known any more. */
function lostOutcome(open: OpenAttempt, endTick: number, message: string): Outcome {
  return {
    status: 'aborted',
    error: { message, module: null, line: null, column: null },
    value: null,
    trace: open.trace,
    chat: [],
    inventoryBefore: open.inventory,
    inventoryAfter: open.inventory,
    startTick: open.startTick,
    endTick: Math.max(open.startTick, endTick),
    fuelUsed: 0,
    reproducible: false,
  }
}

function realDelay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => realTimers.setTimeout(resolve, milliseconds))
}
