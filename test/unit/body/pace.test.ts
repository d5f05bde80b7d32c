import { describe, expect, it } from 'vitest'
import { ManualPace } from '../../../src/body/pace.ts'

/** Timers that a test drives. */
class FakeTimers {
  time = 0
  #due: { readonly at: number; readonly run: () => void }[] = []

  readonly now = (): number => this.time
  readonly setTimeout = ((run: () => void, milliseconds: number) => {
    this.#due.push({ at: this.time + milliseconds, run })
    return this.#due.length
  }) as unknown as typeof globalThis.setTimeout
  readonly clearTimeout = (() => {}) as typeof globalThis.clearTimeout

  pass(milliseconds: number): void {
    this.time += milliseconds
    const due = this.#due.filter(({ at }) => at <= this.time)
    this.#due = this.#due.filter(({ at }) => at > this.time)
    for (const { run } of due) run()
  }
}

describe('ManualPace', () => {
  it('lets time pass freely without a speed', () => {
    const pace = new ManualPace({ speed: null, isPaused: false })
    expect([50, 100, 5_000_000].map((until) => pace.allows(0, until))).toEqual([true, true, true])
  })

  it('lets no more simulated time pass than the speed says', async () => {
    const timers = new FakeTimers()
    const pace = new ManualPace({ speed: 10, isPaused: false }, timers)
    expect(pace.allows(0, 50)).toBe(false)
    const waiting = pace.wait()
    timers.pass(4)
    expect(pace.allows(0, 50)).toBe(false)
    timers.pass(1)
    await waiting
    expect(pace.allows(0, 50)).toBe(true)
    expect(pace.allows(50, 100)).toBe(false)
  })

  it('does not race after time that the machine could not keep up with', () => {
    const timers = new FakeTimers()
    const pace = new ManualPace({ speed: 1, isPaused: false }, timers)
    pace.allows(0, 50)
    timers.pass(10_000)
    expect(pace.allows(0, 50)).toBe(true)
    expect(pace.allows(50, 100)).toBe(false)
  })

  it('a pause ends with the change that ends it', async () => {
    const pace = new ManualPace({ speed: null, isPaused: true })
    let pauses = 0
    pace.onPause(() => pauses++)
    expect(pace.allows(0, 50)).toBe(false)
    expect(pace.allows(0, 50)).toBe(false)
    expect(pauses).toBe(1)
    const waiting = pace.wait()
    pace.set({ isPaused: false })
    await waiting
    expect(pace.allows(0, 50)).toBe(true)
  })

  it('a change of pace takes back the steps that are still to be made', () => {
    const pace = new ManualPace({ speed: null, isPaused: true })
    pace.step(5)
    pace.set({ speed: 3 })
    expect(pace.allows(0, 50)).toBe(false)
    pace.step(2)
    expect(pace.allows(0, 50)).toBe(true)
    pace.set({ speed: null })
    expect(pace.allows(50, 100)).toBe(false)
  })

  it('steps add up, and time stands still after them', () => {
    const pace = new ManualPace({ speed: 2, isPaused: false })
    pace.step(1)
    pace.step(2)
    expect(pace.state).toEqual({ speed: 2, isPaused: true })
    expect(pace.allows(1000, 1150)).toBe(true)
    expect(pace.allows(1150, 1151)).toBe(false)
    pace.step(1)
    expect(pace.allows(1150, 1200)).toBe(true)
    expect(pace.allows(1200, 1250)).toBe(false)
  })
})
