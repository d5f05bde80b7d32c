import type { Clock } from '../core/clock.ts'

/**
 * An agent's hold on the clock: simulated time stands still while it thinks, and passes while it waits for the world or
 * for a partner.
 */
export class Attention {
  readonly #clock: Clock
  readonly #holder: string
  #release: () => void

  /** Starts in thought. */
  constructor(clock: Clock, holder: string) {
    this.#clock = clock
    this.#holder = holder
    this.#release = clock.hold(holder)
  }

  /** Lets time pass until the work is done. The work is begun before time can pass. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const pending = work()
    this.#release()
    try {
      return await pending
    } finally {
      this.#release = this.#clock.hold(this.#holder)
    }
  }

  /** Stops thinking for good. */
  end(): void {
    this.#release()
  }
}
