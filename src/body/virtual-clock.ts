import { type Clock, TICK_MS } from '../core/clock.ts'
import { nextTurn } from '../core/next-turn.ts'
import { realTimers } from '../core/real-timers.ts'
import { type Pace, unboundedPace } from './pace.ts'
import { TurnQueue } from './turn-queue.ts'
import { installVirtualPerformance } from './virtual-performance.ts'
import { VirtualTimers } from './virtual-timers.ts'

/** Event loop turns without traffic after which the in-memory pipes count as quiet. */
const QUIET_TURNS = 3
/** Turns at one moment of game time after which something is taken to chatter without end. */
const MAXIMUM_TURNS = 1_000_000
const DEFAULT_START = Date.UTC(2026, 0, 1)

/** Tells how much has passed through a pipe so far, in any unit that grows with every chunk. */
export type ActivityCounter = () => number

export interface VirtualClockOptions {
  /** What `Date.now()` says at tick 0, in milliseconds since 1970. */
  readonly startDate?: number
  /** Slows simulated time down, or pauses it; as fast as the machine can unless given. */
  readonly pace?: Pace
}

/** Simulated time: as fast as the machine can, and standing still while anybody holds it. */
export interface VirtualClock extends Clock {
  /** Lets time pass until the returned function is called. */
  run(): () => void
  /** Lets exactly that many ticks pass. */
  advance(ticks: number): Promise<void>
  /** Lets time pass until the promise settles, and settles like it. */
  until<T>(promise: Promise<T>): Promise<T>
  /** Has the clock wait for the quiet of a pipe before each step; the returned function ends that. */
  watch(counter: ActivityCounter): () => void
  /** A turn for somebody in another process: who is far away gets it after those who are here. */
  distantTurn(asker: string): Promise<void>
  /** Who holds the clock at the moment, sorted: the first place to look when time does not pass. */
  holders(): readonly string[]
  /**
   * Begins to count anew, with the time of the first start, so that a world that is played now is played as it would be in
   * a new process. For when nothing is under way any more: what still waits does not wait longer for it.
   */
  restart(): void
  /**
   * Begins to count anew and forgets whatever waits and whoever holds it, for another world that is to hear nothing of the
   * one before.
   */
  renew(pace: Pace): void
  /** Gives the process its real timers back and stops time for good. */
  uninstall(): void
}

/**
 * Replaces setTimeout, setInterval, Date and performance.now of this process by ones that follow simulated time.
 *
 * Must be called before mineflayer or the game server are imported, and once per process at a time. setImmediate,
 * nextTick and promises stay real: between two steps of time the driver waits until the watched pipes are quiet.
 *
 * Work outside the process (a skill process, a mind that thinks) must hold the clock, or time runs on without it.
 */
export function installVirtualClock(options: VirtualClockOptions = {}): VirtualClock {
  return new InstalledClock(options.startDate ?? DEFAULT_START, options.pace ?? unboundedPace)
}

class InstalledClock implements VirtualClock {
  readonly isSimulated = true
  readonly #start: number
  #pace: Pace
  readonly #timers: VirtualTimers
  readonly #performance: ReturnType<typeof installVirtualPerformance>
  readonly #counters = new Set<ActivityCounter>()
  readonly #holds = new Map<symbol, string>()
  #turns = new TurnQueue()
  readonly #demands = new Set<symbol>()
  #released: PromiseWithResolvers<void> | null = null
  #driving = false
  #uninstalled = false

  constructor(start: number, pace: Pace) {
    this.#start = start
    this.#pace = pace
    this.#performance = installVirtualPerformance(() => this.#elapsedMs())
    this.#timers = new VirtualTimers(start, this.#performance.startStep)
  }

  tick(): number {
    return Math.floor(this.#elapsedMs() / TICK_MS)
  }

  async wait(ticks: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted()
    const dueMs = (this.tick() + ticks) * TICK_MS
    await new Promise<void>((resolve, reject) => {
      const abort = () => {
        this.#timers.cancel(timer)
        reject(signal?.reason)
      }
      const timer = this.#timers.after(dueMs - this.#elapsedMs(), () => {
        signal?.removeEventListener('abort', abort)
        resolve()
      })
      signal?.addEventListener('abort', abort, { once: true })
    })
  }

  hold(holder: string): () => void {
    const key = Symbol(holder)
    this.#holds.set(key, holder)
    return () => {
      this.#holds.delete(key)
      if (this.#holds.size === 0) this.#wake()
    }
  }

  turn(asker: string): Promise<void> {
    return this.#turns.ask(asker, false)
  }

  distantTurn(asker: string): Promise<void> {
    return this.#turns.ask(asker, true)
  }

  run(): () => void {
    const demand = Symbol('run')
    this.#demands.add(demand)
    this.#drive()
    return () => this.#demands.delete(demand)
  }

  async advance(ticks: number): Promise<void> {
    await this.until(this.wait(ticks))
  }

  async until<T>(promise: Promise<T>): Promise<T> {
    const stop = this.run()
    try {
      return await promise
    } finally {
      stop()
    }
  }

  watch(counter: ActivityCounter): () => void {
    this.#counters.add(counter)
    return () => this.#counters.delete(counter)
  }

  holders(): readonly string[] {
    return [...this.#holds.values()].sort()
  }

  restart(): void {
    this.#timers.setNow(this.#start)
  }

  renew(pace: Pace): void {
    this.#pace = pace
    this.#timers.clear()
    this.#turns = new TurnQueue()
    this.#counters.clear()
    this.#holds.clear()
    this.#performance.startStep()
    this.restart()
    this.#wake()
  }

  uninstall(): void {
    if (this.#uninstalled) return
    this.#uninstalled = true
    this.#demands.clear()
    this.#wake()
    this.#performance.uninstall()
    this.#timers.uninstall()
  }

  #elapsedMs(): number {
    return this.#timers.now - this.#start
  }

  #drive(): void {
    if (this.#driving || this.#uninstalled) return
    this.#driving = true
    this.#steps()
      .catch(throwUncaught)
      .finally(() => {
        this.#driving = false
        if (this.#demands.size > 0) this.#drive()
      })
  }

  async #steps(): Promise<void> {
    while (await this.#standstill()) {
      const stepMs = Math.min(TICK_MS, Math.max(0, this.#timers.nextDueMs - this.#timers.now))
      if (!this.#pace.allows(this.#timers.now, this.#timers.now + stepMs)) {
        // Who asks for a turn gets it also while time is paused: a run that is paused can be ended.
        await Promise.race([this.#pace.wait(), this.#turns.asked])
        continue
      }
      this.#performance.startStep()
      this.#timers.advance(stepMs)
    }
  }

  /** Waits until nobody is at work and all have had their turns. False when no one wants time to pass. */
  async #standstill(): Promise<boolean> {
    await this.#settled()
    while (this.#turns.size > 0 && !this.#uninstalled) {
      await this.#turns.grantRound(nextTurn)
      await this.#settled()
    }
    return this.#demands.size > 0
  }

  /** Waits until nobody holds the clock and all traffic has been handled. */
  async #settled(): Promise<void> {
    let seen = Number.NaN
    for (let turn = 0, quietTurns = 0; quietTurns < QUIET_TURNS && !this.#uninstalled; turn++) {
      if (turn > MAXIMUM_TURNS)
        throw new Error('Simulated time stands still: a watched pipe never gets quiet.')
      await nextTurn()
      const heldBefore = this.#holds.size > 0
      if (heldBefore) await this.#unheld()
      const activity = this.#activity()
      quietTurns = activity === seen && !heldBefore ? quietTurns + 1 : 0
      seen = activity
    }
  }

  async #unheld(): Promise<void> {
    while (this.#holds.size > 0 && !this.#uninstalled) {
      this.#released ??= Promise.withResolvers<void>()
      await this.#released.promise
    }
  }

  #wake(): void {
    this.#released?.resolve()
    this.#released = null
  }

  #activity(): number {
    let sum = 0
    for (const counter of this.#counters) sum += counter()
    return sum
  }
}

/** What a timer callback throws ends the process, as it does under real time. */
function throwUncaught(error: unknown): void {
  realTimers.setImmediate(() => {
    throw error
  })
}
