import { expect, it } from 'vitest'
import { Attention } from '../../../src/agent/attention.ts'
import { thinkingTimeSchema, thoughtTicks } from '../../../src/agent/thinking-time.ts'
import type { HadThought } from '../../../src/core/call-ledger.ts'
import { exampleModelCall } from '../../support/examples.ts'
import { ManualClock, settled } from '../../support/manual-clock.ts'

function had(value: unknown, ...outputTokens: readonly number[]): HadThought<unknown> {
  const calls = outputTokens.map((tokens) => ({ call: exampleModelCall({ outputTokens: tokens }), wall: {} }))
  return { outcome: { ok: true, value }, calls }
}

it('a thought of a model takes as long as its provider counted tokens, also when it failed', () => {
  expect(thoughtTicks({ tokensPerSecond: 50 }, had('short', 75, 25))).toBe(40)
  const failed = { ...had('short', 100), outcome: { ok: false, error: new Error('no') } } as const
  expect(thoughtTicks({ tokensPerSecond: 50 }, failed)).toBe(40)
  expect(thoughtTicks({ ticks: 3 }, failed)).toBe(3)
})

it('a thought takes no time while thinking freezes the game', () => {
  expect(thoughtTicks('freeze', had({ code: 'x'.repeat(4000) }))).toBe(0)
})

it('a thought takes the ticks that it is said to take, whatever it is', () => {
  expect([null, 'yes', undefined].map((thought) => thoughtTicks({ ticks: 7 }, had(thought)))).toEqual([
    7, 7, 7,
  ])
})

it('a thought takes the longer the more tokens it has', () => {
  // 398 characters and two quotation marks are 100 tokens: two seconds.
  expect(thoughtTicks({ tokensPerSecond: 50 }, had('x'.repeat(398)))).toBe(40)
  expect(thoughtTicks({ tokensPerSecond: 25 }, had('x'.repeat(398)))).toBe(80)
  expect(thoughtTicks({ tokensPerSecond: 50 }, had(undefined))).toBe(0)
})

it.each(['thaw', { ticks: -1 }, { ticks: 1.5 }, { tokensPerSecond: 0 }, { ticks: 1, tokensPerSecond: 1 }])(
  '%j is no thinking time',
  (value) => {
    expect(thinkingTimeSchema.safeParse(value).success).toBe(false)
  },
)

/** A clock that is moved by hand, in simulated time. */
class SimulatedClock extends ManualClock {
  override readonly isSimulated = true
  /** Who has asked for its turn, and when. */
  readonly turns: string[] = []

  override async turn(asker = ''): Promise<void> {
    this.turns.push(`${asker} at ${this.tick()}`)
  }
}

it('think() holds the clock until the thought is there, and lets it go while the thought takes its time', async () => {
  const clock = new SimulatedClock()
  const attention = new Attention(clock, 'Ada')
  const thought = Promise.withResolvers<string>()
  const thinking = attention.think(
    () => thought.promise,
    (text) => text.length,
    new AbortController().signal,
  )
  await settled()
  expect(clock.holders()).toEqual(['Ada'])
  thought.resolve('hmm')
  await settled()
  expect(clock.holders()).toEqual([])
  expect(attention.isWaiting).toBe(false)
  await clock.pass(3)
  expect(await thinking).toBe('hmm')
  expect([clock.holders(), clock.tick()]).toEqual([['Ada'], 3])
  expect(clock.turns).toEqual(['Ada at 3'])
})

it('think() takes no game time in real time', async () => {
  const clock = new ManualClock()
  const attention = new Attention(clock, 'Ada')
  const signal = new AbortController().signal
  expect(
    await attention.think(
      async () => 'hmm',
      () => 100,
      signal,
    ),
  ).toBe('hmm')
  expect(clock.holders()).toEqual(['Ada'])
})
