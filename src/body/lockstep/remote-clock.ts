import type { Clock } from '../../core/clock.ts'
import { InfrastructureError } from '../../core/errors.ts'
import { nextTurn } from '../../core/next-turn.ts'
import type { PaceState, RunControl } from '../../core/run-control.ts'
import type { BodyChild } from '../body-connection.ts'
import { LockstepChild } from './lockstep-child.ts'
import {
  fromSimulationSchema,
  type TimeNews,
  type ToSimulation,
  timeNewsSchema,
} from './lockstep-messages.ts'

interface TimedMessage {
  readonly number: number
  readonly tick: number
  readonly message: unknown
}

interface PendingTime {
  resolve(): void
  reject(error: Error): void
}

/**
 * The simulated time of another process, for the minds in this one. Messages of that process are dealt with one by one; it
 * goes on when they all are, and nobody holds the clock.
 */
export class RemoteClock implements Clock, RunControl {
  readonly isSimulated = true
  /** The process for a `RemoteBody`. */
  readonly bodyChild: LockstepChild
  readonly #child: BodyChild
  readonly #startTick: number
  readonly #pending = new Map<number, PendingTime>()
  readonly #holds = new Set<symbol>()
  readonly #paceListeners = new Set<(pace: PaceState, tick: number) => void>()
  readonly #inbox: TimedMessage[] = []
  #pace: PaceState
  #tick = 0
  #received = 0
  #lastId = 0
  #isWorking = false
  #isIdle = true
  #isDead = false

  /** @param startTick what it shows when the simulation begins: 0, or where the earlier part of a resumed run ended */
  constructor(child: BodyChild, pace: PaceState, startTick = 0) {
    this.#child = child
    this.bodyChild = new LockstepChild(child)
    this.#pace = pace
    this.#startTick = startTick
    child.on('message', (message) => this.#receive(message))
    child.on('exit', () => this.#end())
  }

  get pace(): PaceState {
    return this.#pace
  }

  tick(): number {
    return this.#startTick + this.#tick
  }

  async wait(ticks: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted()
    const { id, promise } = this.#ask()
    const abort = () => {
      this.#send({ type: 'cancel-wait', id })
      this.#pending.get(id)?.reject(signal?.reason)
      this.#pending.delete(id)
    }
    signal?.addEventListener('abort', abort, { once: true })
    this.#send({ type: 'wait', id, ticks: Math.max(0, Math.ceil(ticks)) })
    try {
      await promise
    } finally {
      signal?.removeEventListener('abort', abort)
    }
  }

  hold(holder: string): () => void {
    const key = Symbol(holder)
    this.#holds.add(key)
    this.#begin()
    return () => {
      if (this.#holds.delete(key) && this.#holds.size === 0) void this.#work()
    }
  }

  turn(asker: string): Promise<void> {
    const { id, promise } = this.#ask()
    this.#send({ type: 'ask-turn', id, asker })
    return promise
  }

  setPace(change: Partial<PaceState>): void {
    this.#send({ type: 'set-pace', change })
  }

  /** Pauses after that many more ticks. */
  step(ticks: number): void {
    this.#send({ type: 'step', ticks })
  }

  onPace(listener: (pace: PaceState, tick: number) => void): void {
    this.#paceListeners.add(listener)
  }

  #ask(): { readonly id: number; readonly promise: Promise<void> } {
    const id = ++this.#lastId
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    if (this.#isDead) reject(simulationGone())
    else this.#pending.set(id, { resolve, reject })
    return { id, promise }
  }

  #receive(message: unknown): void {
    const parsed = fromSimulationSchema.safeParse(message)
    if (!parsed.success) return
    if (parsed.data.type === 'pace') {
      this.#pace = parsed.data.state
      const tick = this.#startTick + parsed.data.tick
      for (const listener of this.#paceListeners) listener(this.#pace, tick)
      return
    }
    if (parsed.data.type === 'aside') {
      this.bodyChild.emit('message', parsed.data.message)
      return
    }
    this.#isIdle = false
    this.#inbox.push(parsed.data)
    void this.#work()
  }

  /** Deals with what has come, one by one, and then says that nobody is at work, if so. */
  async #work(): Promise<void> {
    if (this.#isWorking) return
    this.#isWorking = true
    do {
      const next = this.#inbox.shift()
      if (next !== undefined) this.#take(next)
      await nextTurn()
    } while (this.#inbox.length > 0)
    this.#isWorking = false
    if (this.#holds.size > 0 || this.#isIdle) return
    this.#isIdle = true
    this.#send({ type: 'idle', received: this.#received })
  }

  #take({ number, tick, message }: TimedMessage): void {
    this.#tick = tick
    this.#received = number
    const news = timeNewsSchema.safeParse(message)
    if (news.success) this.#settle(news.data)
    else this.bodyChild.emit('message', message)
  }

  #settle({ id }: TimeNews): void {
    this.#pending.get(id)?.resolve()
    this.#pending.delete(id)
  }

  #begin(): void {
    if (!this.#isIdle) return
    this.#isIdle = false
    this.#send({ type: 'busy' })
  }

  #send(message: ToSimulation): void {
    if (this.#isDead) return
    try {
      this.#child.send(message)
    } catch {
      // The channel closed a moment before the exit is reported: that settles what is pending.
    }
  }

  #end(): void {
    this.#isDead = true
    // Nobody is left whom what it last said concerns.
    this.#inbox.length = 0
    for (const pending of this.#pending.values()) pending.reject(simulationGone())
    this.#pending.clear()
  }
}

function simulationGone(): InfrastructureError {
  return new InfrastructureError('The process that simulates the game has ended.')
}
