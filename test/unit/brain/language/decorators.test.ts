import { expect, test } from 'vitest'
import { Account } from '../../../../src/brain/language/decorators/spending.ts'
import { withBudget } from '../../../../src/brain/language/decorators/with-budget.ts'
import { Gate, withConcurrency } from '../../../../src/brain/language/decorators/with-concurrency.ts'
import { withFallback } from '../../../../src/brain/language/decorators/with-fallback.ts'
import { Pace, withRateLimit } from '../../../../src/brain/language/decorators/with-rate-limit.ts'
import { withRetry } from '../../../../src/brain/language/decorators/with-retry.ts'
import { withSizeLimits } from '../../../../src/brain/language/decorators/with-size-limits.ts'
import { withTimeOut } from '../../../../src/brain/language/decorators/with-time-out.ts'
import { guessTokens } from '../../../../src/brain/language/model/count-tokens.ts'
import { createRandom } from '../../../../src/core/random.ts'
import { settled } from '../../../support/manual-clock.ts'
import { QuickModelClock } from '../../../support/quick-model-clock.ts'
import { failed, fakeModel, REQUEST, reply, SIGNAL } from './fake-model.ts'

const random = createRandom('retries')

test('withRetry() backs off longer each time, with jitter, and adds up what all tries used', async () => {
  const clock = new QuickModelClock()
  const usage = { inputTokens: 10, outputTokens: 0, estimated: true }
  const model = fakeModel([
    failed('server-error'),
    failed('cut-off', { usage }),
    failed('unreachable'),
    reply('done'),
  ])
  const result = await withRetry(model, { tries: 5, clock, random }).generate(REQUEST, SIGNAL)
  expect(result).toMatchObject({ ok: true, text: 'done', usage: { inputTokens: 110, estimated: true } })
  expect(model.asked).toHaveLength(4)
  for (const [index, pause] of clock.pauses.entries()) {
    expect(pause).toBeGreaterThanOrEqual(500 * 2 ** index)
    expect(pause).toBeLessThanOrEqual(1000 * 2 ** index)
  }
})

test('withRetry() waits at least as long as the provider asks, and fails at once where that is too long', async () => {
  const clock = new QuickModelClock()
  const model = fakeModel([failed('rate-limited', { retryAfterMs: 7000 }), reply('done')])
  await withRetry(model, { tries: 5, clock, random }).generate(REQUEST, SIGNAL)
  expect(clock.pauses).toEqual([7000])
  const patient = fakeModel([failed('rate-limited', { retryAfterMs: 3_600_000 })])
  const result = await withRetry(patient, { tries: 5, clock, random }).generate(REQUEST, SIGNAL)
  expect(result).toMatchObject({ ok: false, kind: 'rate-limited' })
})

test.each(['denied', 'bad-request', 'refused', 'over-budget', 'too-long', 'not-recorded'] as const)(
  'withRetry() does not repeat what %s',
  async (kind) => {
    const model = fakeModel([failed(kind)])
    const result = await withRetry(model, { tries: 5, clock: new QuickModelClock(), random }).generate(
      REQUEST,
      SIGNAL,
    )
    expect(result).toMatchObject({ ok: false, kind })
  },
)

test('withRetry() gives up after its tries', async () => {
  const model = fakeModel([failed('server-error'), failed('server-error'), failed('server-error')])
  const result = await withRetry(model, { tries: 3, clock: new QuickModelClock(), random }).generate(
    REQUEST,
    SIGNAL,
  )
  expect(result).toMatchObject({ ok: false, kind: 'server-error' })
})

test('withTimeOut() gives up on a model that does not answer, and aborts the request', async () => {
  const clock = new QuickModelClock()
  let aborted = false
  const silent = {
    name: 'silent',
    generate: (_request: unknown, signal: AbortSignal) =>
      new Promise<never>(() => {
        signal.addEventListener('abort', () => {
          aborted = true
        })
      }),
  }
  const asked = withTimeOut(silent, 120_000, clock).generate(REQUEST, SIGNAL)
  await settled()
  clock.expire()
  expect(await asked).toMatchObject({ ok: false, kind: 'timed-out', message: 'No whole reply within 120 s.' })
  expect(aborted).toBe(true)
  const quick = withTimeOut(fakeModel([reply('done')]), 120_000, clock)
  expect(await quick.generate(REQUEST, SIGNAL)).toMatchObject({ ok: true, text: 'done' })
})

test('withConcurrency() lets as many through at a time as there are places', async () => {
  let inside = 0
  let most = 0
  const slow = {
    name: 'slow',
    generate: async () => {
      most = Math.max(most, ++inside)
      await settled()
      inside--
      return reply('done')
    },
  }
  const model = withConcurrency(slow, new Gate(2))
  await Promise.all(Array.from({ length: 7 }, () => model.generate(REQUEST, SIGNAL)))
  expect([most, inside]).toEqual([2, 0])
})

test('withRateLimit() starts no more requests in any minute than the pace allows', async () => {
  const clock = new QuickModelClock()
  const starts: number[] = []
  const model = {
    name: 'm',
    generate: async () => {
      starts.push(clock.now())
      return reply('done')
    },
  }
  const paced = withRateLimit(model, new Pace(3, clock))
  for (let request = 0; request < 8; request++) await paced.generate(REQUEST, SIGNAL)
  expect(starts).toHaveLength(8)
  for (let first = 0; first + 3 < starts.length; first++) {
    expect((starts[first + 3] ?? 0) - (starts[first] ?? 0)).toBeGreaterThanOrEqual(60_000)
  }
})

test('withSizeLimits() asks nothing too long and takes nothing too long', async () => {
  const long = fakeModel([])
  const small = withSizeLimits(long, { promptTokens: 3, replyCharacters: 10 }, guessTokens)
  expect(await small.generate(REQUEST, SIGNAL)).toMatchObject({ ok: false, kind: 'too-long' })
  const chatty = fakeModel([reply('x'.repeat(11))])
  const limited = withSizeLimits(chatty, { promptTokens: 100, replyCharacters: 10 }, guessTokens)
  const result = await limited.generate(REQUEST, SIGNAL)
  expect(result).toMatchObject({ ok: false, kind: 'too-long', usage: { outputTokens: 20 } })
})

test('withBudget() never passes a limit, however many ask at a time, and tells what was used', async () => {
  const account = new Account('the run', { calls: 3 })
  const model = fakeModel(Array.from({ length: 3 }, () => reply('done')))
  const limited = withBudget(model, {
    accounts: [account],
    price: undefined,
    replyTokens: 50,
    count: guessTokens,
  })
  const results = await Promise.all(Array.from({ length: 6 }, () => limited.generate(REQUEST, SIGNAL)))
  expect(results.filter((result) => result.ok)).toHaveLength(3)
  expect(results.at(-1)).toMatchObject({
    kind: 'over-budget',
    message: expect.stringContaining('The budget of the run is used up'),
  })
  expect(account.spent).toEqual({ calls: 3, tokens: 360, money: 0 })
})

test('withBudget() counts money by the price, and a broken try with its prompt', async () => {
  const account = new Account('Ada', { money: 1 })
  const price = { input: 10, output: 40 }
  const model = fakeModel([reply('done'), failed('timed-out'), failed('rate-limited')])
  const limited = withBudget(model, { accounts: [account], price, replyTokens: 50, count: () => 500 })
  expect(await limited.generate(REQUEST, SIGNAL)).toMatchObject({ cost: (100 * 10 + 20 * 40) / 1e6 })
  expect(await limited.generate(REQUEST, SIGNAL)).toMatchObject({ cost: 0.01, usage: { inputTokens: 1000 } })
  expect(await limited.generate(REQUEST, SIGNAL)).toMatchObject({ cost: 0 })
  expect(account.spent.money).toBeCloseTo(0.0118, 10)
})

test('withFallback() goes on to the next model until one has a reply', async () => {
  const models = [fakeModel([failed('over-budget')]), fakeModel([reply('cheaper')]), fakeModel([])] as const
  expect(await withFallback(models).generate(REQUEST, SIGNAL)).toMatchObject({ ok: true, text: 'cheaper' })
})
