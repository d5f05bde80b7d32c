/** Those who wait for their turn at a standstill. */
export class TurnQueue {
  #waiting: { readonly asker: string; readonly resolve: () => void }[] = []
  #asked = Promise.withResolvers<void>()

  get size(): number {
    return this.#waiting.length
  }

  /** Resolves when somebody asks, or at once when somebody waits. */
  get asked(): Promise<void> {
    return this.#asked.promise
  }

  ask(asker: string): Promise<void> {
    this.#asked.resolve()
    return new Promise((resolve) => this.#waiting.push({ asker, resolve }))
  }

  /**
   * Gives all who wait now their turns, in the order of their names. Who asks meanwhile waits for the next round.
   *
   * @param between called after each turn; resolves when the one whose turn it was has done what it could
   */
  async grantRound(between: () => Promise<void>): Promise<void> {
    const round = this.#waiting
    this.#waiting = []
    this.#asked = Promise.withResolvers()
    // Sorting is stable: of one name, who asked first comes first.
    round.sort((one, other) => (one.asker < other.asker ? -1 : one.asker > other.asker ? 1 : 0))
    for (const { resolve } of round) {
      resolve()
      await between()
    }
  }
}
