import { setTimeout as delay } from 'node:timers/promises'
import { type Clock, TICK_MS } from './clock.ts'

/** A clock that follows the clock on the wall. */
export class RealClock implements Clock {
  readonly isSimulated = false
  readonly #start = performance.now()
  readonly #startTick: number

  /** @param startTick what it shows at its creation: 0, or where the earlier part of a resumed run ended */
  constructor(startTick = 0) {
    this.#startTick = startTick
  }

  tick(): number {
    return this.#startTick + Math.floor((performance.now() - this.#start) / TICK_MS)
  }

  async wait(ticks: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted()
    const due = performance.now() + ticks * TICK_MS
    try {
      await delay(ticks * TICK_MS, undefined, signal ? { signal } : {})
      // Timers may fire a moment early.
      while (performance.now() < due) await delay(1, undefined, signal ? { signal } : {})
    } catch (error) {
      throw signal?.aborted ? signal.reason : error
    }
  }

  hold(): () => void {
    return () => {}
  }

  async turn(): Promise<void> {}
}
