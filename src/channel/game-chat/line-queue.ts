import type { Clock } from '../../core/clock.ts'

/**
 * Lines that may be said at once, after a silence. Minecraft's own server takes ten at once and then one in 20 ticks before
 * it takes the speaker for a spammer.
 */
const BURST = 6
/** How often a line is tried that could not be said, and how long to wait in between, in ticks. */
const TRIES = 5
const RETRY_TICKS = 40

export interface LineQueueOptions {
  readonly clock: Clock
  /** Aborts when nothing is to be said any more. */
  readonly signal: AbortSignal
  /** Ticks until one more line may be said. */
  readonly pauseTicks: number
}

/** Says lines one after another, never so fast that a server takes the speaker for a spammer. Nobody has to wait for it. */
export class LineQueue {
  readonly #clock: Clock
  readonly #signal: AbortSignal
  readonly #pauseTicks: number
  readonly #lines: (() => Promise<void>)[] = []
  #credit = BURST
  #lastTick = 0
  #busy = false
  /** Resolves when nothing is left to be said, or the next line has to wait for its time. */
  #rest = Promise.withResolvers<void>()

  constructor({ clock, signal, pauseTicks }: LineQueueOptions) {
    this.#clock = clock
    this.#signal = signal
    this.#pauseTicks = pauseTicks
  }

  /**
   * Puts lines at the end; they are said in this order.
   * @returns a promise that resolves when they are said, or as soon as one has to wait for its time
   */
  async add(lines: readonly (() => Promise<void>)[]): Promise<void> {
    this.#lines.push(...lines)
    if (this.#busy) return
    this.#rest = Promise.withResolvers<void>()
    void this.#drain()
    await this.#rest.promise
  }

  async #drain(): Promise<void> {
    this.#busy = true
    try {
      for (let line = this.#lines.shift(); line !== undefined; line = this.#lines.shift()) {
        await this.#takeCredit()
        await this.#say(line)
      }
    } catch {
      // The run has ended: what was not said yet stays unsaid.
      this.#lines.length = 0
    } finally {
      this.#busy = false
      this.#rest.resolve()
    }
  }

  async #takeCredit(): Promise<void> {
    const tick = this.#clock.tick()
    this.#credit = Math.min(BURST, this.#credit + (tick - this.#lastTick) / this.#pauseTicks)
    this.#lastTick = tick
    if (this.#credit < 1) {
      this.#rest.resolve()
      const missing = Math.ceil((1 - this.#credit) * this.#pauseTicks)
      await this.#clock.wait(missing, this.#signal)
      this.#credit += missing / this.#pauseTicks
      this.#lastTick = this.#clock.tick()
    }
    this.#credit -= 1
  }

  /** A speaker that is out of the world for a moment says it when it is back. */
  async #say(line: () => Promise<void>): Promise<void> {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      this.#signal.throwIfAborted()
      try {
        return await line()
      } catch {
        this.#rest.resolve()
        await this.#clock.wait(RETRY_TICKS, this.#signal)
      }
    }
  }
}
