/** What the queue keeps of a timer. */
export interface QueuedTimer {
  /** When it is due, in milliseconds of the queue's time. */
  dueMs: number
  /** Of two that are due at once, the one with the lower number is first. */
  order: number
  /** Where it stands in the queue; below zero outside of it. */
  place: number
}

/** Timers in the order in which they are due: a binary heap, whose members know their places. */
export class TimerQueue<Timer extends QueuedTimer> {
  readonly #heap: Timer[] = []

  /** The timer that is due first. */
  get first(): Timer | undefined {
    return this.#heap[0]
  }

  /** All timers, in no order. */
  [Symbol.iterator](): Iterator<Timer> {
    return this.#heap.values()
  }

  add(timer: Timer): void {
    this.#heap.push(timer)
    this.#rise(timer, this.#heap.length - 1)
  }

  /** Does nothing for a timer that is not in the queue. */
  remove(timer: Timer): void {
    const { place } = timer
    if (place < 0) return
    timer.place = -1
    const last = this.#heap.pop()
    if (last === undefined || last === timer) return
    this.#sink(last, place)
    this.#rise(last, last.place)
  }

  clear(): void {
    for (const timer of this.#heap) timer.place = -1
    this.#heap.length = 0
  }

  #rise(timer: Timer, from: number): void {
    let place = from
    while (place > 0) {
      const above = (place - 1) >> 1
      const parent = this.#heap[above] as Timer
      if (!isBefore(timer, parent)) break
      this.#put(parent, place)
      place = above
    }
    this.#put(timer, place)
  }

  #sink(timer: Timer, from: number): void {
    let place = from
    for (let below = this.#earlierChild(place); below >= 0; below = this.#earlierChild(place)) {
      const child = this.#heap[below] as Timer
      if (!isBefore(child, timer)) break
      this.#put(child, place)
      place = below
    }
    this.#put(timer, place)
  }

  /** Below zero where there is none. */
  #earlierChild(place: number): number {
    const left = 2 * place + 1
    const [one, other] = [this.#heap[left], this.#heap[left + 1]]
    if (one === undefined) return -1
    return other !== undefined && isBefore(other, one) ? left + 1 : left
  }

  #put(timer: Timer, place: number): void {
    this.#heap[place] = timer
    timer.place = place
  }
}

function isBefore(one: QueuedTimer, other: QueuedTimer): boolean {
  return one.dueMs < other.dueMs || (one.dueMs === other.dueMs && one.order < other.order)
}
