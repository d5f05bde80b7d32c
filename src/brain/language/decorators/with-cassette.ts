import {
  failure,
  type LanguageModel,
  type ModelFailure,
  type ModelReply,
  type ModelRequest,
  type ModelResult,
} from '../model/language-model.ts'
import { requestKey } from '../model/request-key.ts'
import type { CallRecording, RecordedCall } from './recorded-call.ts'
import type { ReplyStock } from './reply-stock.ts'

/**
 * The model, whose replies and failures are written to the recording before anybody sees them. What was given up because
 * the run ended is no part of it.
 */
export function withRecording(model: LanguageModel, recording: CallRecording): LanguageModel {
  return {
    name: model.name,
    generate: async (request, signal) => {
      const result = await model.generate(request, signal)
      if (result.ok || (result.kind !== 'aborted' && result.kind !== 'not-recorded')) {
        recording.write(recorded(request, result))
      }
      return result
    },
  }
}

function recorded(request: ModelRequest, result: ModelResult) {
  const { agent, role, messages, json, gist } = request
  const { usage, cost, model, requests = 1 } = result
  return {
    version: 1 as const,
    key: requestKey(request),
    ...{ agent, role, messages, json, gist },
    model,
    text: result.ok ? result.text : '',
    failure: result.ok ? null : failureOf(result),
    ...{ requests, usage, cost },
  }
}

function failureOf({ kind, message, retryAfterMs }: ModelFailure) {
  return { kind, message, retryAfterMs }
}

/** The model, which is asked only what no recorded reply is left for. A recorded one costs nothing again. */
export function withCallLog(model: LanguageModel, stock: ReplyStock): LanguageModel {
  return {
    name: model.name,
    generate: async (request, signal) => {
      const call = stock.take(request)
      return call === null ? model.generate(request, signal) : replayed(call, 'call-log')
    },
  }
}

/**
 * A model that knows nothing but a cassette: it replies and fails as was recorded, try by try. What was not recorded fails,
 * and what stays unused is for the caller to see.
 */
export function cassetteModel(name: string, stock: ReplyStock): LanguageModel {
  return {
    name,
    generate: async (request) => {
      const call = stock.take(request)
      if (call === null) return failure('not-recorded', stock.explainMiss(request), name, { requests: 0 })
      return call.failure ? failedAgain(call, call.failure) : replayed(call, 'cassette')
    },
  }
}

function replayed(
  { text, usage, model, requests = 1 }: RecordedCall,
  source: ModelReply['source'],
): ModelReply {
  return { ok: true, text, usage, model, cost: 0, source, requests }
}

function failedAgain(
  { usage, model, requests = 1 }: RecordedCall,
  { kind, message, retryAfterMs }: NonNullable<RecordedCall['failure']>,
): ModelFailure {
  return failure(kind, message, model, { usage, cost: 0, retryAfterMs, requests })
}
