/** Lets something costly happen only so often in one tick. */
export class TickBudget {
  readonly #perTick: number
  #tick = -1
  #taken = 0

  constructor(perTick: number) {
    this.#perTick = perTick
  }

  /** Takes one of the tick's shares; says whether one was left. */
  take(tick: number): boolean {
    if (tick !== this.#tick) {
      this.#tick = tick
      this.#taken = 0
    }
    this.#taken += 1
    return this.#taken <= this.#perTick
  }
}
