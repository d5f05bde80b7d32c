import * as z from 'zod'
import type { Embedder } from '../../core/embedder.ts'
import { errorMessage, InfrastructureError, InputError } from '../../core/errors.ts'
import type { EmbeddingService } from './embedding-service.ts'

/** What sends a request; tests give their own. */
export type Fetch = (url: string, request: RequestInit) => Promise<Response>

/**
 * An embedder that asks a service which speaks the embeddings part of OpenAI's HTTP interface. Its vectors are kept, so that
 * each text is asked for once in the life of a memory.
 */
export class ServiceEmbedder implements Embedder {
  readonly model: string
  readonly #service: EmbeddingService
  readonly #key: string | null
  readonly #fetch: Fetch

  /** @param environment where the key is looked up; throws an InputError when it is not there */
  constructor(
    service: EmbeddingService,
    environment: Readonly<Record<string, string | undefined>>,
    fetch: Fetch = globalThis.fetch,
  ) {
    this.model = `${service.model} at ${service.url}`
    this.#service = service
    this.#key = keyFrom(service, environment)
    this.#fetch = fetch
  }

  async embed(texts: readonly string[]): Promise<readonly Float32Array[]> {
    const vectors: Float32Array[] = []
    for (let start = 0; start < texts.length; start += MOST_TEXTS) {
      vectors.push(...(await this.#ask(texts.slice(start, start + MOST_TEXTS))))
    }
    return vectors
  }

  async close(): Promise<void> {}

  async #ask(texts: readonly string[]): Promise<readonly Float32Array[]> {
    const { url, model } = this.#service
    const address = `${url.replace(/\/+$/, '')}/embeddings`
    try {
      const response = await this.#fetch(address, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(this.#key === null ? {} : { authorization: `Bearer ${this.#key}` }),
        },
        body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
        signal: AbortSignal.timeout(DEADLINE_MS),
      })
      if (!response.ok) throw new Error(`it answered ${response.status} ${response.statusText}`.trim())
      return vectorsIn(await response.json(), texts.length)
    } catch (error) {
      throw new InfrastructureError(
        `Cannot compare memories by meaning: the service "${address}" gave no vectors (${reasonOf(error)}). Check that it ` +
          'runs and knows the model, or set "memory: {embeddings: local}" in the team file.',
        { cause: error },
      )
    }
  }
}

/** Texts in one request. */
const MOST_TEXTS = 64

const DEADLINE_MS = 30_000

function keyFrom(
  { keyVariable }: EmbeddingService,
  environment: Readonly<Record<string, string | undefined>>,
) {
  if (keyVariable === null) return null
  const key = environment[keyVariable]
  if (key !== undefined && key !== '') return key
  throw new InputError(
    `The team file's "memory.embeddings.keyVariable" names the environment variable "${keyVariable}", which is not set. ` +
      'Set it to the key of the service, or take the line out where the service needs none.',
  )
}

const replySchema = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1) })),
})

/** Vectors in the order of the texts, each of length 1. */
function vectorsIn(body: unknown, count: number): readonly Float32Array[] {
  const reply = replySchema.safeParse(body)
  if (!reply.success) throw new Error('its answer holds no list of embeddings')
  const byIndex = new Map(reply.data.data.map(({ index, embedding }) => [index, embedding]))
  return Array.from({ length: count }, (_, index) => {
    const values = byIndex.get(index)
    if (values === undefined)
      throw new Error(`its answer lacks the embedding of text ${index + 1} of ${count}`)
    const length = Math.hypot(...values)
    return Float32Array.from(values, (value) => (length === 0 ? 0 : value / length))
  })
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : ''
  return `${errorMessage(error)}${cause}`
}
