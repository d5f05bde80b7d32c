import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LineQueue } from '../../../../src/channel/game-chat/line-queue.ts'
import { ManualClock } from '../../../support/manual-clock.ts'

const NEVER = new AbortController().signal

/** What Minecraft's own server counts: 20 a line, one less each tick, and above 200 the speaker is thrown out. */
class SpamCounter {
  #count = 0
  #lastTick = 0

  add(tick: number): number {
    this.#count = Math.max(0, this.#count - (tick - this.#lastTick)) + 20
    this.#lastTick = tick
    return this.#count
  }
}

test('lines are said in order, and never so fast that a server takes the speaker for a spammer', async () => {
  const batch = fc.record({ lines: fc.integer({ min: 0, max: 12 }), pause: fc.integer({ min: 1, max: 90 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { maxLength: 8 }), async (batches) => {
      const clock = new ManualClock()
      const queue = new LineQueue({ clock, signal: NEVER, pauseTicks: 25 })
      const spam = new SpamCounter()
      const said: number[] = []
      let count = 0
      for (const { lines, pause } of batches) {
        const added = Array.from({ length: lines }, () => {
          const number = count++
          return async () => {
            said.push(number)
            expect(spam.add(clock.tick())).toBeLessThanOrEqual(200)
          }
        })
        await queue.add(added)
        for (let tick = 0; tick < pause; tick++) await clock.pass(1)
      }
      for (let tick = 0; tick < 26 * count; tick += 13) await clock.pass(13)
      expect(said).toEqual(Array.from({ length: count }, (_, index) => index))
    }),
    { numRuns: 15 },
  )
})

test('add() returns when a line has to wait for its time, and the rest is said later', async () => {
  const clock = new ManualClock()
  const queue = new LineQueue({ clock, signal: NEVER, pauseTicks: 25 })
  let said = 0
  await queue.add(Array.from({ length: 8 }, () => async () => void said++))
  expect(said).toBe(6)
  await clock.pass(25)
  expect(said).toBe(7)
})

test('a speaker that is out of the world says it when it is back, and gives a line up after a while', async () => {
  const clock = new ManualClock()
  const queue = new LineQueue({ clock, signal: NEVER, pauseTicks: 25 })
  const said: string[] = []
  let present = false
  const line = (text: string) => async () => {
    if (!present) throw new Error('away')
    said.push(text)
  }
  await queue.add([line('one')])
  await clock.pass(40)
  present = true
  await clock.pass(40)
  expect(said).toEqual(['one'])
  present = false
  await queue.add([line('two'), line('three')])
  for (let wait = 0; wait < 5; wait++) await clock.pass(40)
  present = true
  await clock.pass(40)
  expect(said).toEqual(['one', 'three'])
})

test('what waits to be said when the run ends stays unsaid', async () => {
  const clock = new ManualClock()
  const end = new AbortController()
  const queue = new LineQueue({ clock, signal: end.signal, pauseTicks: 25 })
  let said = 0
  await queue.add(Array.from({ length: 9 }, () => async () => void said++))
  end.abort(new Error('The run has ended.'))
  await clock.pass(1000)
  expect(said).toBe(6)
})

test('a long silence lets no more be said at once than a short one', async () => {
  const clock = new ManualClock()
  const queue = new LineQueue({ clock, signal: NEVER, pauseTicks: 25 })
  await clock.pass(100_000)
  let said = 0
  await queue.add(Array.from({ length: 12 }, () => async () => void said++))
  expect(said).toBe(6)
})
