import type { Clock } from '../core/clock.ts'

/**
 * An agent's hold on the clock: simulated time stands still while it thinks, and passes while it waits for the world or
 * for a partner.
 */
export class Attention {
  readonly #clock: Clock
  readonly #holder: string
  #release: () => void
  #waits = 0

  /** Starts in thought. */
  constructor(clock: Clock, holder: string) {
    this.#clock = clock
    this.#holder = holder
    this.#release = clock.hold(holder)
  }

  /** Whether the agent waits for the world or a partner at this moment, so that no decision is half made. */
  get isWaiting(): boolean {
    return this.#waits > 0
  }

  /** Lets time pass until the work is done. The work is begun before time can pass. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#waits++
    try {
      const pending = work()
      this.#release()
      return await pending
    } finally {
      this.#waits--
      this.#release = this.#clock.hold(this.#holder)
    }
  }

  /**
   * Has a thought. Time stands still until it is there, and then passes for as many ticks as it takes to think it. Under
   * simulated time agents act on their thoughts in the order of their names, whichever came first.
   *
   * @param ticksOf how long it takes to think the thought, in ticks
   */
  async think<T>(
    thought: () => Promise<T>,
    ticksOf: (thought: T) => number,
    signal: AbortSignal,
  ): Promise<T> {
    const result = await thought()
    if (!this.#clock.isSimulated) return result
    this.#release()
    try {
      const ticks = ticksOf(result)
      if (ticks > 0) await this.#clock.wait(ticks, signal)
      await this.#clock.turn(this.#holder)
      return result
    } finally {
      this.#release = this.#clock.hold(this.#holder)
    }
  }

  /** Stops thinking for good. */
  end(): void {
    this.#release()
  }
}
