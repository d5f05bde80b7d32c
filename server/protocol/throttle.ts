/** Lets a client do something often for a while and seldom for ever: each act weighs something, and the weight goes with time. */
export class Throttle {
  readonly #limit: number
  readonly #relief: number
  #weight = 0
  #lastTick = 0

  /**
   * @param limit weight from which on it is too much
   * @param relief weight that goes in a tick
   */
  constructor(limit: number, relief: number) {
    this.#limit = limit
    this.#relief = relief
  }

  /** Adds the weight of an act; says whether it is still all right. */
  add(weight: number, tick: number): boolean {
    this.#weight = Math.max(0, this.#weight - (tick - this.#lastTick) * this.#relief) + weight
    this.#lastTick = tick
    return this.#weight < this.#limit
  }
}
