import { expect, test } from 'vitest'
import { TICK_MS } from '../../../src/core/clock.ts'
import { RealClock } from '../../../src/core/real-clock.ts'

test('RealClock counts ticks from its creation', () => {
  expect(new RealClock().tick()).toBe(0)
  expect(new RealClock(700).tick()).toBe(700)
  expect(TICK_MS).toBe(50)
})

test('RealClock.wait() ends after the ticks, on the clock that it counts with', async () => {
  const clock = new RealClock()
  await clock.wait(2)
  expect(clock.tick()).toBeGreaterThanOrEqual(1)
})

test('RealClock.wait() rejects with the reason of an abort, before and during the wait', async () => {
  const clock = new RealClock()
  const controller = new AbortController()
  const wait = expect(clock.wait(1_000_000, controller.signal)).rejects.toThrow('enough')
  controller.abort(new Error('enough'))
  await wait
  await expect(clock.wait(1, controller.signal)).rejects.toThrow('enough')
})

test('RealClock goes on while it is held', async () => {
  const clock = new RealClock()
  const release = clock.hold()
  await clock.wait(1)
  release()
  release()
})
