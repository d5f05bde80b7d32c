import { describe, expect, test } from 'vitest'
import type { Clock } from '../../src/core/clock.ts'

/** A clock under test, and how its time is made to pass. */
export interface ClockSubject {
  readonly clock: Clock
  /** Lets time pass until the work is done, or at least that many ticks. */
  pass(work: Promise<unknown>, ticks: number): Promise<void>
}

/** What every clock keeps to. */
export function clockContract(name: string, subject: () => ClockSubject): void {
  describe(`${name} as a Clock`, () => {
    test('wait() lets at least that many ticks pass', async () => {
      const { clock, pass } = subject()
      const start = clock.tick()
      const wait = clock.wait(2)
      await pass(wait, 2)
      await wait
      expect(clock.tick() - start).toBeGreaterThanOrEqual(2)
    })

    test('ticks are whole and never fall', async () => {
      const { clock, pass } = subject()
      const before = clock.tick()
      await pass(clock.wait(1), 1)
      expect(Number.isInteger(before)).toBe(true)
      expect(clock.tick()).toBeGreaterThanOrEqual(before)
    })

    test('wait() rejects with the reason of its signal', async () => {
      const { clock } = subject()
      const abort = new AbortController()
      const wait = clock.wait(1_000_000, abort.signal)
      const reason = new Error('called off')
      abort.abort(reason)
      await expect(wait).rejects.toBe(reason)
    })

    test('wait() rejects at once when its signal has aborted before', async () => {
      const { clock } = subject()
      const reason = new Error('called off')
      await expect(clock.wait(1, AbortSignal.abort(reason))).rejects.toBe(reason)
    })

    test('turn() comes to each who asks', async () => {
      const { clock, pass } = subject()
      const turns = Promise.all(['Ben', 'Ada', 'Ben'].map((asker) => clock.turn(asker)))
      await pass(turns, 1)
      expect(await turns).toHaveLength(3)
    })

    test('a hold can be released more than once', async () => {
      const { clock, pass } = subject()
      const release = clock.hold('tester')
      release()
      release()
      const wait = clock.wait(1)
      await pass(wait, 1)
      await wait
    })
  })
}
