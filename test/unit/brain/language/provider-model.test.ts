import { expect, test } from 'vitest'
import * as z from 'zod'
import { guessTokens } from '../../../../src/brain/language/model/count-tokens.ts'
import { modelSpecSchema } from '../../../../src/brain/language/model/model-spec.ts'
import { createProviderModel } from '../../../../src/brain/language/model/provider-model.ts'
import { shapeOf } from '../../../../src/brain/language/model/reply-form.ts'
import { REQUEST, SIGNAL } from './fake-model.ts'

const shape = shapeOf(z.object({ task: z.string().nullable() }))

/** What a provider is sent, and what becomes of its answer. */
async function exchange(spec: object, form: 'schema' | 'tool' | 'json', answer: object) {
  const sent: { url: string; headers: Headers; body: Record<string, unknown> }[] = []
  const send: typeof fetch = async (input, init) => {
    const { url, headers } = new Request(input, init)
    sent.push({ url, headers, body: JSON.parse(String(init?.body)) })
    return Response.json(answer)
  }
  const parsed = modelSpecSchema.parse({ ...spec, stream: false })
  const model = createProviderModel({ spec: parsed, key: 'secret', count: guessTokens, send })
  const result = await model.generate({ ...REQUEST, json: true, shape, form }, SIGNAL)
  const [request] = sent
  if (request === undefined) throw new Error('Nothing was sent.')
  return { ...request, result }
}

const OPENAI = { provider: 'openai', model: 'gpt-5-mini' }

function chat(message: object, finish: string) {
  const choice = { index: 0, message: { role: 'assistant', ...message }, finish_reason: finish }
  const usage = { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 }
  return { id: '1', object: 'chat.completion', created: 0, model: 'm', choices: [choice], usage }
}

test('OpenAI is held to a schema, strictly', async () => {
  const { url, headers, body, result } = await exchange(
    OPENAI,
    'schema',
    chat({ content: '{"task": null}' }, 'stop'),
  )
  expect(url).toBe('https://api.openai.com/v1/chat/completions')
  expect(headers.get('authorization')).toBe('Bearer secret')
  expect(body.response_format).toEqual({
    type: 'json_schema',
    json_schema: { name: 'author', strict: true, schema: shape },
  })
  expect(body).toMatchObject({ max_completion_tokens: 2000 })
  expect(result).toMatchObject({
    ok: true,
    text: '{"task": null}',
    usage: { inputTokens: 7, outputTokens: 3 },
  })
})

test('servers in the way of OpenAI have a tool called, or give JSON of any shape', async () => {
  const spec = { provider: 'compatible', model: 'm', url: 'http://127.0.0.1:8080/v1/' }
  const call = { id: 'c', type: 'function', function: { name: 'answer', arguments: '{"task":"dig"}' } }
  const { url, body, result } = await exchange(
    spec,
    'tool',
    chat({ content: null, tool_calls: [call] }, 'tool_calls'),
  )
  expect(url).toBe('http://127.0.0.1:8080/v1/chat/completions')
  expect(body).toMatchObject({
    tools: [{ type: 'function', function: { name: 'answer', parameters: shape } }],
    tool_choice: { type: 'function', function: { name: 'answer' } },
  })
  expect(result).toMatchObject({ ok: true, text: '{"task":"dig"}' })
  const free = await exchange(spec, 'json', chat({ content: '{}' }, 'stop'))
  expect(free.body.response_format).toEqual({ type: 'json_object' })
})

test('Anthropic has a tool called', async () => {
  const spec = { provider: 'anthropic', model: 'claude-sonnet-4-5' }
  const { url, headers, body, result } = await exchange(spec, 'tool', {
    ...{ id: '1', type: 'message', role: 'assistant', model: 'claude-sonnet-4-5', stop_reason: 'tool_use' },
    content: [
      { type: 'text', text: 'Let me see.' },
      { type: 'tool_use', id: 't', name: 'answer', input: { task: 'dig' } },
    ],
    usage: { input_tokens: 7, output_tokens: 3 },
  })
  expect(url).toBe('https://api.anthropic.com/v1/messages')
  expect(headers.get('x-api-key')).toBe('secret')
  expect(body).toMatchObject({
    tools: [{ name: 'answer', input_schema: shape }],
    tool_choice: { type: 'tool', name: 'answer' },
  })
  expect(result).toMatchObject({ ok: true, text: '{"task":"dig"}', usage: { inputTokens: 7 } })
})

test('Google is held to a schema', async () => {
  const { url, headers, body, result } = await exchange(
    { provider: 'google', model: 'gemini-2.5-flash' },
    'schema',
    {
      candidates: [
        { content: { role: 'model', parts: [{ text: '{"task": "dig"}' }] }, finishReason: 'STOP', index: 0 },
      ],
      usageMetadata: { promptTokenCount: 7, candidatesTokenCount: 3, totalTokenCount: 10 },
    },
  )
  expect(url).toContain('/v1beta/models/gemini-2.5-flash:generateContent')
  expect(headers.get('x-goog-api-key')).toBe('secret')
  expect(body.generationConfig).toMatchObject({
    responseMimeType: 'application/json',
    responseSchema: { type: 'object', required: ['task'] },
  })
  expect(result).toMatchObject({
    ok: true,
    text: '{"task": "dig"}',
    usage: { inputTokens: 7, outputTokens: 3 },
  })
})
