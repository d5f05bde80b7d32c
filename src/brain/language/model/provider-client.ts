import type { LanguageModelV3 } from '@ai-sdk/provider'
import type { ModelSpec } from './model-spec.ts'
import { PROVIDERS, type Protocol, type Provider } from './providers.ts'

/** Where a model's API lies. */
export function modelUrl(spec: ModelSpec): string {
  const provider: Provider = PROVIDERS[spec.provider]
  const url = spec.url ?? provider.url
  if (url === null) throw new Error(`The model "${spec.model}" has no url.`)
  return url.replace(/\/+$/, '')
}

/**
 * The library's client for a model. The Vercel AI SDK's provider packages are used because they follow the providers'
 * changes week by week, share one interface and bring nothing else; retries, limits and records are ours. Each is loaded
 * when it is needed.
 */
export async function providerClient(
  spec: ModelSpec,
  key: string | null,
  send: typeof fetch,
): Promise<LanguageModelV3> {
  const settings = { baseURL: modelUrl(spec), fetch: send, ...(key === null ? {} : { apiKey: key }) }
  const protocol: Protocol = PROVIDERS[spec.provider].protocol
  if (protocol === 'anthropic') {
    const { createAnthropic } = await import('@ai-sdk/anthropic')
    return createAnthropic(settings)(spec.model)
  }
  if (protocol === 'google') {
    const { createGoogleGenerativeAI } = await import('@ai-sdk/google')
    return createGoogleGenerativeAI(settings)(spec.model)
  }
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
  const provider = createOpenAICompatible({
    ...settings,
    name: spec.provider,
    includeUsage: true,
    supportsStructuredOutputs: true,
    ...(spec.provider === 'openai' && { transformRequestBody: asOpenAiWants }),
  })
  return provider.chatModel(spec.model)
}

/** OpenAI's newer models know `max_completion_tokens` only. */
function asOpenAiWants({ max_tokens: most, ...body }: Record<string, unknown>): Record<string, unknown> {
  return most === undefined ? body : { ...body, max_completion_tokens: most }
}
