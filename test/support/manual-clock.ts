import type { Clock } from '../../src/core/clock.ts'

/** A clock that a test moves by hand: `pass` lets ticks go by and settles what was waiting for them. */
export class ManualClock implements Clock {
  readonly isSimulated: boolean = false
  #tick = 0
  #waiting: { readonly due: number; readonly resolve: () => void }[] = []
  #holders: string[] = []

  tick(): number {
    return this.#tick
  }

  async wait(ticks: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted()
    return new Promise((resolve, reject) => {
      this.#waiting.push({ due: this.#tick + ticks, resolve })
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
  }

  hold(holder: string): () => void {
    this.#holders.push(holder)
    return () => {
      this.#holders = this.#holders.filter((other) => other !== holder)
    }
  }

  async turn(): Promise<void> {}

  holders(): readonly string[] {
    return this.#holders
  }

  async pass(ticks: number): Promise<void> {
    this.#tick += ticks
    const due = this.#waiting.filter((wait) => wait.due <= this.#tick)
    this.#waiting = this.#waiting.filter((wait) => wait.due > this.#tick)
    for (const wait of due) wait.resolve()
    await settled()
  }
}

/** Lets everything run that waits for nothing but its turn. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}
