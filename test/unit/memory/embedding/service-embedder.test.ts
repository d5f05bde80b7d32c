import { expect, test } from 'vitest'
import { type Fetch, ServiceEmbedder } from '../../../../src/memory/embedding/service-embedder.ts'

const service = { url: 'http://localhost:9/v1/', model: 'tiny', keyVariable: null }

function answering(body: unknown, status = 200): { readonly fetch: Fetch; readonly asked: unknown[] } {
  const asked: unknown[] = []
  const fetch: Fetch = async (url, { body: sent, headers }) => {
    asked.push({ url, body: JSON.parse(String(sent)), headers })
    return new Response(JSON.stringify(body), { status, statusText: 'Because' })
  }
  return { fetch, asked }
}

test('ServiceEmbedder asks for all texts at once and gives vectors of length 1 in their order', async () => {
  const data = [
    { index: 1, embedding: [0, 2] },
    { index: 0, embedding: [3, 4] },
  ]
  const { fetch, asked } = answering({ data })
  const keyed = { ...service, keyVariable: 'EMBEDDING_KEY' }
  const embedder = new ServiceEmbedder(keyed, { EMBEDDING_KEY: 'secret' }, fetch)
  const [first, second] = await embedder.embed(['a', 'b'])
  expect([...(first ?? [])]).toEqual([expect.closeTo(0.6), expect.closeTo(0.8)])
  expect([...(second ?? [])]).toEqual([0, 1])
  expect(asked).toEqual([
    {
      url: 'http://localhost:9/v1/embeddings',
      body: { model: 'tiny', input: ['a', 'b'], encoding_format: 'float' },
      headers: { 'content-type': 'application/json', authorization: 'Bearer secret' },
    },
  ])
  expect(embedder.model).toContain('tiny')
})

test.each([
  [{ data: [] }, 200, 'lacks the embedding of text 1 of 1'],
  [{ oops: true }, 200, 'its answer holds no list of embeddings'],
  [{ error: 'x' }, 401, 'it answered 401 Because'],
])('ServiceEmbedder says what is wrong with the answer %j', async (body, status, reason) => {
  const { fetch } = answering(body, status)
  const error = await new ServiceEmbedder(service, {}, fetch).embed(['a']).catch((thrown: Error) => thrown)
  expect(error).toMatchObject({ name: 'InfrastructureError' })
  expect(String(error)).toContain(reason)
  expect(String(error)).toContain('http://localhost:9/v1/embeddings')
})

test('ServiceEmbedder refuses a key that is not in the environment, by the name of its variable', () => {
  expect(() => new ServiceEmbedder({ ...service, keyVariable: 'NO_KEY' }, {})).toThrow(
    /"NO_KEY", which is not set/,
  )
})
