import { expect, test } from 'vitest'
import * as z from 'zod'
import { KnownForms, withReplyForm } from '../../../../src/brain/language/decorators/with-reply-form.ts'
import { formsOf, shapeOf } from '../../../../src/brain/language/model/reply-form.ts'
import { failed, fakeModel, REQUEST, reply, SIGNAL } from './fake-model.ts'

const shape = shapeOf(z.object({ task: z.string().nullable(), steps: z.array(z.string()) }))
const ASKED = { ...REQUEST, json: true, shape }

function formsAsked({ asked }: ReturnType<typeof fakeModel>) {
  return asked.map(({ form }) => form)
}

test('shapeOf() has every property required and no other allowed, as strict decoding wants it', () => {
  expect(shape).toEqual({
    type: 'object',
    properties: {
      task: { type: ['string', 'null'] },
      steps: { type: 'array', items: { type: 'string' } },
    },
    required: ['task', 'steps'],
    additionalProperties: false,
  })
})

test('a refused form is given up for the next one, and remembered once that is taken', async () => {
  const known = new KnownForms(formsOf('ollama'))
  const usage = { inputTokens: 5, outputTokens: 0, estimated: true }
  const fake = fakeModel([
    failed('bad-request', { usage }),
    failed('denied', { message: 'No endpoints found that support tool use.' }),
    reply('{}'),
    reply('{}'),
  ])
  const model = withReplyForm(fake, known)
  expect(await model.generate(ASKED, SIGNAL)).toMatchObject({
    ...{ ok: true, requests: 3 },
    usage: { inputTokens: 105 },
  })
  await model.generate(ASKED, SIGNAL)
  expect(formsAsked(fake)).toEqual(['schema', 'tool', 'json', 'json'])
})

test('a request that is bad in every form spoils none of them', async () => {
  const known = new KnownForms(formsOf('openai'))
  const fake = fakeModel([...Array(4).fill(failed('bad-request')), reply('{}')])
  const model = withReplyForm(fake, known)
  expect(await model.generate(ASKED, SIGNAL)).toMatchObject({ ok: false, kind: 'bad-request', requests: 4 })
  await model.generate(ASKED, SIGNAL)
  expect(formsAsked(fake)).toEqual(['schema', 'tool', 'json', 'text', 'schema'])
})

test('a form whose replies come out broken twice in a row is not asked for again', async () => {
  const known = new KnownForms(formsOf('anthropic'))
  const broken = failed('malformed')
  const fake = fakeModel([broken, reply('{}'), broken, broken, reply('{}')])
  const model = withReplyForm(fake, known)
  for (let call = 0; call < 5; call++) await model.generate(ASKED, SIGNAL)
  expect(formsAsked(fake)).toEqual(['tool', 'tool', 'tool', 'tool', 'text'])
})

test('what wants no JSON, and what wants JSON of any shape, is asked for as such', async () => {
  const fake = fakeModel([reply('words'), reply('{}')])
  const model = withReplyForm(fake, new KnownForms(formsOf('openai')))
  await model.generate(REQUEST, SIGNAL)
  await model.generate({ ...REQUEST, json: true }, SIGNAL)
  expect(formsAsked(fake)).toEqual([undefined, 'json'])
})

test.each(['timed-out', 'rate-limited', 'server-error', 'denied'] as const)(
  'a failure that has nothing to do with the form (%s) is passed on',
  async (kind) => {
    const fake = fakeModel([failed(kind)])
    const model = withReplyForm(fake, new KnownForms(formsOf('openai')))
    expect(await model.generate(ASKED, SIGNAL)).toMatchObject({ ok: false, kind })
  },
)
