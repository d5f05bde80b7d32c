import { TICK_MS } from '../core/clock.ts'
import { realTimers } from '../core/real-timers.ts'
import type { PaceState } from '../core/run-control.ts'

/** How fast simulated time may pass. Times are milliseconds of simulated time. */
export interface Pace {
  /** Whether time may pass from now until then. */
  allows(now: number, until: number): boolean
  /** Resolves when asking again may give another answer. */
  wait(): Promise<void>
}

/** As fast as the machine can. */
export const unboundedPace: Pace = { allows: () => true, wait: async () => {} }

type PaceTimers = Pick<typeof realTimers, 'setTimeout' | 'clearTimeout' | 'now'>

/** What time the machine could not keep up with is let go, in milliseconds of real time, instead of being raced after. */
const FORGIVEN_MS = 250

/** A pace that a person sets: at a multiple of real time, paused, or step by step. */
export class ManualPace implements Pace {
  readonly #timers: PaceTimers
  #state: PaceState
  /** Moments of real and simulated time from which the speed counts; null to begin with the next step. */
  #origin: { readonly real: number; readonly simulated: number } | null = null
  /** Ticks that are still to be let through although time is paused. */
  #stepsAsked = 0
  /** Up to where single steps go; null when none are under way. */
  #stepEnd: number | null = null
  /** Real time until the next step is due; null while time is paused. */
  #dueInMs: number | null = null
  #change = Promise.withResolvers<void>()
  readonly #pauseListeners = new Set<() => void>()
  #standsStill = false

  constructor(state: PaceState, timers: PaceTimers = realTimers) {
    this.#state = state
    this.#timers = timers
  }

  get state(): PaceState {
    return this.#state
  }

  /** Changes what is given and leaves the rest. */
  set(change: Partial<PaceState>): void {
    this.#state = { ...this.#state, ...change }
    this.#origin = null
    this.#stepsAsked = 0
    this.#stepEnd = null
    this.#announceChange()
  }

  /** Pauses after that many more ticks. */
  step(ticks: number): void {
    this.#state = { ...this.#state, isPaused: true }
    this.#origin = null
    this.#stepsAsked += ticks
    this.#announceChange()
  }

  /** Tells of every pause that begins, once time stands still. */
  onPause(listener: () => void): void {
    this.#pauseListeners.add(listener)
  }

  allows(now: number, until: number): boolean {
    if (this.#state.isPaused) return this.#allowsStep(now, until)
    this.#standsStill = false
    this.#dueInMs = this.#untilDue(now, until)
    return this.#dueInMs <= 0
  }

  async wait(): Promise<void> {
    const change = this.#change.promise
    if (this.#dueInMs === null) return change
    const due = Promise.withResolvers<void>()
    const timer = this.#timers.setTimeout(() => due.resolve(), this.#dueInMs)
    await Promise.race([due.promise, change])
    this.#timers.clearTimeout(timer)
  }

  #allowsStep(now: number, until: number): boolean {
    this.#dueInMs = null
    if (this.#stepsAsked > 0) {
      this.#stepEnd = Math.max(this.#stepEnd ?? now, now) + this.#stepsAsked * TICK_MS
      this.#stepsAsked = 0
    }
    const isAllowed = until <= (this.#stepEnd ?? Number.NEGATIVE_INFINITY)
    if (!(isAllowed || this.#standsStill)) for (const listener of this.#pauseListeners) listener()
    this.#standsStill = !isAllowed
    return isAllowed
  }

  /** Milliseconds of real time until simulated time may go on. */
  #untilDue(now: number, until: number): number {
    const { speed } = this.#state
    if (speed === null) return 0
    const real = this.#timers.now()
    this.#origin ??= { real, simulated: now }
    const due = this.#origin.real + (until - this.#origin.simulated) / speed
    if (real - due > FORGIVEN_MS) this.#origin = { real, simulated: until }
    return due - real
  }

  #announceChange(): void {
    this.#change.resolve()
    this.#change = Promise.withResolvers()
  }
}
