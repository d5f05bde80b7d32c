import type { ModelClock } from '../../src/brain/language/decorators/model-clock.ts'
import { nextTurn } from '../../src/core/next-turn.ts'

/** Sleeps as long as this are deadlines. */
const DEADLINE_MS = 100_000

/** Time for models that passes at once. Deadlines pass only when a test lets them. */
export class QuickModelClock implements ModelClock {
  /** How long each pause was that somebody made, in milliseconds. */
  readonly pauses: number[] = []
  readonly #deadlines = new Set<() => void>()
  #now = 0

  now(): number {
    return this.#now
  }

  sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (milliseconds >= DEADLINE_MS) {
      return new Promise((resolve) => {
        this.#deadlines.add(resolve)
        signal.addEventListener('abort', () => resolve(), { once: true })
      })
    }
    this.#now += milliseconds
    this.pauses.push(milliseconds)
    return nextTurn()
  }

  /** Lets everybody's deadline pass. */
  expire(): void {
    for (const wake of this.#deadlines) wake()
    this.#deadlines.clear()
  }
}
