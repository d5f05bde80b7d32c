/** Ends an agent's attempt from outside of its step, so that it can turn to something else. */
export class Interruption {
  #controller: AbortController | null = null
  #isRaised = false

  /** Whether the step under way should come to its end. */
  get isRaised(): boolean {
    return this.#isRaised
  }

  /** Has the attempt under way end, and the step with it. */
  raise(reason: string): void {
    this.#isRaised = true
    this.#controller?.abort(new Error(reason))
  }

  /** Runs an attempt that may be cut off. */
  async during<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController()
    this.#controller = controller
    try {
      return await work(controller.signal)
    } finally {
      this.#controller = null
    }
  }

  /** A new step begins. */
  clear(): void {
    this.#isRaised = false
  }
}
