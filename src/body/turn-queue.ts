interface Waiting {
  readonly asker: string
  readonly isDistant: boolean
  readonly resolve: () => void
}

/** Those who wait for their turn at a standstill. */
export class TurnQueue {
  #waiting: Waiting[] = []
  #asked = Promise.withResolvers<void>()

  get size(): number {
    return this.#waiting.length
  }

  /** Resolves when somebody asks, or at once when somebody waits. */
  get asked(): Promise<void> {
    return this.#asked.promise
  }

  /** @param isDistant whether the one who asks is in another process */
  ask(asker: string, isDistant: boolean): Promise<void> {
    this.#asked.resolve()
    return new Promise((resolve) => this.#waiting.push({ asker, isDistant, resolve }))
  }

  /**
   * Gives all who wait now their turns, in the order of their names. Who asks meanwhile waits for the next round. Those in
   * other processes get theirs last and all at once: how soon one of them answers must not decide what comes before what.
   *
   * @param between called after each turn in this process; resolves when the one whose turn it was has done what it could
   */
  async grantRound(between: () => Promise<void>): Promise<void> {
    const round = this.#waiting
    this.#waiting = []
    this.#asked = Promise.withResolvers()
    // Sorting is stable: of one name, who asked first comes first.
    round.sort((one, other) => (one.asker < other.asker ? -1 : one.asker > other.asker ? 1 : 0))
    for (const { resolve, isDistant } of round) {
      if (isDistant) continue
      resolve()
      await between()
    }
    for (const { resolve, isDistant } of round) if (isDistant) resolve()
  }
}
