import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hastyClock } from '../../../../src/brain/language/decorators/model-clock.ts'
import { CallFile, readCalls } from '../../../../src/brain/language/decorators/recorded-call.ts'
import { ReplyStock } from '../../../../src/brain/language/decorators/reply-stock.ts'
import {
  cassetteModel,
  withCallLog,
  withRecording,
} from '../../../../src/brain/language/decorators/with-cassette.ts'
import { withFallback } from '../../../../src/brain/language/decorators/with-fallback.ts'
import { withRetry } from '../../../../src/brain/language/decorators/with-retry.ts'
import { createRandom } from '../../../../src/core/random.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { failed, fakeModel, REQUEST, reply, SIGNAL } from './fake-model.ts'

test('a call log gives what was paid for once more, and only once', async () => {
  const folder = temporaryFolder()
  const file = new CallFile(join(folder, 'calls.jsonl'))
  await withRecording(fakeModel([reply('paid')]), file).generate(REQUEST, SIGNAL)
  file.close()
  const again = new CallFile(join(folder, 'calls.jsonl'))
  const model = withCallLog(fakeModel([reply('asked anew')]), new ReplyStock('The call log', again.earlier))
  expect(await model.generate(REQUEST, SIGNAL)).toMatchObject({ text: 'paid', source: 'call-log', cost: 0 })
  expect(await model.generate(REQUEST, SIGNAL)).toMatchObject({ text: 'asked anew', source: 'model' })
  again.close()
})

test('what a killed run paid for and never used answers the same question at another moment, once', async () => {
  const path = join(temporaryFolder(), 'calls.jsonl')
  const file = new CallFile(path)
  const asked = { ...REQUEST, gist: 'oak logs' }
  const recorder = withRecording(fakeModel([reply('used'), reply('unused')]), file)
  await recorder.generate(asked, SIGNAL)
  await recorder.generate(asked, SIGNAL)
  file.close()
  const [, unused] = readCalls(path)
  if (unused === undefined) throw new Error('Two calls were recorded.')
  const stock = new ReplyStock('The call log', [unused], [unused])
  const model = withCallLog(fakeModel([reply('anew'), reply('anew')]), stock)
  const later = { ...asked, messages: [{ role: 'user' as const, text: 'It is night now.' }] }
  expect(await model.generate({ ...later, gist: 'clay' }, SIGNAL)).toMatchObject({ text: 'anew' })
  expect(await model.generate(later, SIGNAL)).toMatchObject({ text: 'unused', source: 'call-log' })
  expect(await model.generate(asked, SIGNAL)).toMatchObject({ text: 'anew' })
})

test('a torn last line of a call log is cut; damage elsewhere is named', () => {
  const path = join(temporaryFolder(), 'calls.jsonl')
  const file = new CallFile(path)
  const call = { version: 1, key: 'k', ...REQUEST, ...reply('paid') } as const
  const { ok: _ok, source: _source, ...kept } = call
  file.write(kept)
  file.close()
  appendFileSync(path, '{"version":1,"key":"to')
  new CallFile(path).close()
  expect(readFileSync(path, 'utf8').endsWith('}\n')).toBe(true)
  appendFileSync(path, '{"version":2}\n')
  expect(() => readCalls(path)).toThrow(/damaged at line 2/)
})

/** A cassette with what the models gave for the requests, each asked once with its tries. */
async function taped(results: Parameters<typeof fakeModel>[0], requests: readonly (typeof REQUEST)[]) {
  const path = join(temporaryFolder(), 'tape.jsonl')
  const tape = new CallFile(path)
  const recorder = withRecording(fakeModel(results), tape)
  const model = withRetry(recorder, { tries: 3, clock: hastyClock, random: createRandom('tape') })
  for (const request of requests) await model.generate(request, SIGNAL)
  tape.close()
  return path
}

function asking(text: string, fields: Partial<typeof REQUEST> = {}): typeof REQUEST {
  return { ...REQUEST, messages: [{ role: 'user', text }], ...fields }
}

test('a cassette replies and fails as was recorded, try by try, and keeps what was spent', async () => {
  const usage = { inputTokens: 7, outputTokens: 0, estimated: true }
  const path = await taped(
    [
      failed('rate-limited', { retryAfterMs: 5000 }),
      failed('timed-out', { usage }),
      reply('one'),
      failed('denied'),
    ],
    [REQUEST, asking('Something else')],
  )
  const calls = readCalls(path)
  expect(
    calls.map(({ failure, requests, usage: { inputTokens } }) => [
      failure?.kind ?? null,
      requests,
      inputTokens,
    ]),
  ).toEqual([
    ['rate-limited', 1, 0],
    ['timed-out', 1, 7],
    [null, 1, 100],
    ['denied', 1, 0],
  ])
  const stock = new ReplyStock('The cassette "tape.jsonl"', calls)
  const model = withRetry(cassetteModel('fake/model', stock), {
    ...{ tries: 3, clock: hastyClock, random: createRandom('tape') },
  })
  expect(await model.generate(REQUEST, SIGNAL)).toMatchObject({
    ...{ text: 'one', source: 'cassette', cost: 0, requests: 3 },
    usage: { inputTokens: 107, estimated: true },
  })
  expect(await model.generate(asking('Something else'), SIGNAL)).toMatchObject({ ok: false, kind: 'denied' })
  expect(stock.explainLeft()).toBe('')
  expect(() => readCalls(`${path}.none`)).toThrow(/Record them with --record/)
})

test('a cassette goes on to the next model where the recorded run did', async () => {
  const path = join(temporaryFolder(), 'tape.jsonl')
  const tape = new CallFile(path)
  const models = [fakeModel([failed('over-budget', { requests: 0 })]), fakeModel([reply('cheaper')])] as const
  await withFallback([withRecording(models[0], tape), withRecording(models[1], tape)]).generate(
    REQUEST,
    SIGNAL,
  )
  tape.close()
  const stock = new ReplyStock('The cassette', readCalls(path))
  const again = withFallback([cassetteModel('a/b', stock), cassetteModel('c/d', stock)])
  expect(await again.generate(REQUEST, SIGNAL)).toMatchObject({ ok: true, text: 'cheaper' })
})

test('a cassette fails on what it does not hold, and names the closest call and where it differs', async () => {
  const path = await taped(
    [reply('one'), reply('two'), reply('three')],
    [
      asking('Request: author\n\nTask: dig\nAt 1 2 3'),
      asking('Request: author\n\nTask: chop\nAt 1 2 3'),
      asking('Hm'),
    ],
  )
  const stock = new ReplyStock('The cassette "tape.jsonl"', readCalls(path))
  const model = cassetteModel('fake/model', stock)
  const miss = async (request: typeof REQUEST) => {
    const result = await model.generate(request, SIGNAL)
    return result.ok ? '' : result.message
  }
  const moved = await miss(asking('Request: author\n\nTask: chop\nAt 7 2 3'))
  expect(moved).toContain('The cassette "tape.jsonl" has no reply for this "author" request of Ada')
  expect(moved).toContain(
    'line 2, which differs first in line 4 of message 1: recorded "At 1 2 3", asked "At 7 2 3"',
  )
  const other = await miss(asking('Who?', { agent: 'Ben' }))
  expect(other).toContain(
    'none of that role is left. 3 were never asked for: line 1, "author" of Ada: "Task: dig',
  )
  await model.generate(asking('Hm'), SIGNAL)
  expect(await miss(asking('Hm'))).toContain('all that were recorded for it (1) are used up')
  expect(stock.firstMiss).toBe(moved)
  expect(stock.explainLeft()).toMatch(/^2 were never asked for: line 1, .*; line 2, .*Task: chop/)
})

test('a call log gives no failure again', async () => {
  const path = await taped([failed('denied')], [REQUEST])
  const replies = readCalls(path).filter(({ failure }) => !failure)
  const model = withCallLog(fakeModel([reply('anew')]), new ReplyStock('The call log', replies))
  expect(await model.generate(REQUEST, SIGNAL)).toMatchObject({ text: 'anew', source: 'model' })
})
