import type {
  JSONSchema7,
  LanguageModelV3,
  LanguageModelV3CallOptions,
  LanguageModelV3FinishReason,
  LanguageModelV3Message,
  LanguageModelV3Usage,
} from '@ai-sdk/provider'
import type { CountTokens } from './count-tokens.ts'
import { explainError } from './explain-error.ts'
import {
  failure,
  type LanguageModel,
  type ModelRequest,
  type ModelResult,
  type Usage,
} from './language-model.ts'
import { limitedFetch } from './limited-fetch.ts'
import type { ModelSpec } from './model-spec.ts'
import { providerClient } from './provider-client.ts'

export interface ProviderModelOptions {
  readonly spec: ModelSpec
  /** Null where none is needed. It is sent to the provider and nowhere else. */
  readonly key: string | null
  readonly count: CountTokens
  readonly send?: typeof fetch
}

/** Bytes of a streamed reply for each of its tokens, with all that is wrapped around them. */
const BYTES_PER_TOKEN = 1200
/** Models that refuse any temperature but their own. */
const FIXED_TEMPERATURE = /^(?:o\d|gpt-5)/

/** A model of a provider. Each `generate` is one request: what fails is not tried again here. */
export function createProviderModel({ spec, key, count, send }: ProviderModelOptions): LanguageModel {
  const name = `${spec.provider}/${spec.model}`
  const limited = limitedFetch(spec.replyTokens * BYTES_PER_TOKEN + 100_000, send)
  let client: Promise<LanguageModelV3> | null = null
  return {
    name,
    generate: async (request, signal) => {
      try {
        client ??= providerClient(spec, key, limited)
        const options = callOptions(spec, request, signal)
        const raw = spec.stream ? await streamed(await client, options) : await whole(await client, options)
        return toResult(name, raw, request, count)
      } catch (error) {
        if (signal.aborted) return failure('aborted', 'The request was given up.', name)
        return explainError(error, name, key === null ? [] : [key])
      }
    },
  }
}

function callOptions(
  spec: ModelSpec,
  request: ModelRequest,
  signal: AbortSignal,
): LanguageModelV3CallOptions {
  const usual = spec.provider === 'openai' && FIXED_TEMPERATURE.test(spec.model) ? null : 0
  const temperature = spec.temperature === undefined ? usual : spec.temperature
  return {
    prompt: request.messages.map(toSdkMessage),
    maxOutputTokens: spec.replyTokens,
    abortSignal: signal,
    ...(temperature === null ? {} : { temperature }),
    ...formOptions(request),
  }
}

/** The tool that a model has to call with its answer. */
const TOOL = 'answer'

function formOptions({ form, shape, role }: ModelRequest): Partial<LanguageModelV3CallOptions> {
  if (form === 'json') return { responseFormat: { type: 'json' } }
  if (shape === undefined) return {}
  const schema = shape as JSONSchema7
  if (form === 'schema') return { responseFormat: { type: 'json', name: role, schema } }
  if (form !== 'tool') return {}
  const tool = {
    type: 'function',
    name: TOOL,
    description: 'Gives the answer.',
    inputSchema: schema,
  } as const
  return { tools: [tool], toolChoice: { type: 'tool', toolName: TOOL } }
}

function toSdkMessage({ role, text }: ModelRequest['messages'][number]): LanguageModelV3Message {
  if (role === 'system') return { role, content: text }
  return { role, content: [{ type: 'text', text }] }
}

interface RawReply {
  /** What was said, or what the tool was called with. */
  readonly text: string
  readonly reasoning: string
  readonly usage: LanguageModelV3Usage
  readonly finish: LanguageModelV3FinishReason | null
}

async function whole(client: LanguageModelV3, options: LanguageModelV3CallOptions): Promise<RawReply> {
  const { content, usage, finishReason } = await client.doGenerate(options)
  const joined = (type: 'text' | 'reasoning') =>
    content.flatMap((part) => (part.type === type ? [part.text] : [])).join('')
  const called = content.find((part) => part.type === 'tool-call')
  const text = called?.input ?? joined('text')
  return { text, reasoning: joined('reasoning'), usage, finish: finishReason }
}

async function streamed(client: LanguageModelV3, options: LanguageModelV3CallOptions): Promise<RawReply> {
  const { stream } = await client.doStream(options)
  let text = ''
  let reasoning = ''
  let called: string | null = null
  let end: Pick<RawReply, 'usage' | 'finish'> = { usage: UNKNOWN_USAGE, finish: null }
  for await (const part of stream) {
    if (part.type === 'text-delta') text += part.delta
    if (part.type === 'reasoning-delta') reasoning += part.delta
    if (part.type === 'tool-call') called ??= part.input
    if (part.type === 'error') throw part.error
    if (part.type === 'finish') end = { usage: part.usage, finish: part.finishReason }
  }
  return { text: called ?? text, reasoning, ...end }
}

const UNKNOWN_USAGE: LanguageModelV3Usage = {
  inputTokens: { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: undefined, text: undefined, reasoning: undefined },
}

function toResult(name: string, raw: RawReply, request: ModelRequest, count: CountTokens): ModelResult {
  const usage = usageOf(raw, request, count)
  const failed = (kind: Parameters<typeof failure>[0], text: string) => failure(kind, text, name, { usage })
  const finish = raw.finish?.unified
  if (finish === 'content-filter') return failed('refused', "The provider's filter stopped the reply.")
  // A stream that simply stops has no finish reason; servers of local models have reasons of their own.
  if (raw.finish?.raw === undefined || finish === 'error') return failed('cut-off', 'The reply broke off.')
  if (raw.text.trim() === '') {
    const why = finish === 'length' ? ' within "replyTokens": raise it' : ''
    return failed('malformed', `The reply holds no text${why}.`)
  }
  return { ok: true, text: raw.text, usage, model: name, cost: null, source: 'model' }
}

function usageOf({ usage, text, reasoning }: RawReply, request: ModelRequest, count: CountTokens): Usage {
  const input = usage.inputTokens.total
  const output = usage.outputTokens.total
  if (input !== undefined && output !== undefined) {
    return { inputTokens: input, outputTokens: output, estimated: false }
  }
  return {
    inputTokens: input ?? request.messages.reduce((sum, message) => sum + count(message.text), 0),
    outputTokens: output ?? count(text) + count(reasoning),
    estimated: true,
  }
}
