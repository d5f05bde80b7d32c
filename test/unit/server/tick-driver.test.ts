import * as fakeTimers from '@sinonjs/fake-timers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTicking } from '../../../server/tick-driver.ts'

let timers: ReturnType<typeof fakeTimers.install>
let ticks = 0

beforeEach(() => {
  ticks = 0
  timers = fakeTimers.install({ now: 1000, toFake: ['setInterval', 'clearInterval', 'Date'] })
})
afterEach(() => timers.uninstall())

const count = () => {
  ticks++
}

test('ticks twenty times a second until it is ended', () => {
  const stop = startTicking(count)
  timers.tick(1000)
  expect(ticks).toBe(20)
  stop()
  timers.tick(1000)
  expect(ticks).toBe(20)
})

test('makes up for ticks that came late', () => {
  const stop = startTicking(count)
  timers.setSystemTime(1000 + 490)
  timers.tick(50)
  expect(ticks).toBe(10)
  stop()
})

test('does not make up for a long standstill, nor for a clock that was put back', () => {
  const stop = startTicking(count)
  timers.setSystemTime(1000 + 60_000)
  timers.tick(50)
  expect(ticks).toBe(1)
  timers.setSystemTime(0)
  timers.tick(500)
  expect(ticks).toBe(11)
  stop()
})
