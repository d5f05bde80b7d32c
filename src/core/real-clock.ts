import { setTimeout as delay } from 'node:timers/promises'
import { type Clock, TICK_MS } from './clock.ts'

/** A clock that follows the clock on the wall, from zero at its creation. */
export class RealClock implements Clock {
  readonly #start = performance.now()

  tick(): number {
    return Math.floor((performance.now() - this.#start) / TICK_MS)
  }

  async wait(ticks: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted()
    await delay(ticks * TICK_MS, undefined, signal ? { signal } : {}).catch((error: unknown) => {
      throw signal?.aborted ? signal.reason : error
    })
  }

  hold(): () => void {
    return () => {}
  }
}
