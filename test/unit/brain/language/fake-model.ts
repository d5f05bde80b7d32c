import { guessTokens } from '../../../../src/brain/language/model/count-tokens.ts'
import {
  failure,
  type LanguageModel,
  type ModelFailure,
  type ModelReply,
  type ModelRequest,
  type ModelResult,
} from '../../../../src/brain/language/model/language-model.ts'

import type { RolePlay } from '../../../../src/brain/language/roles/role-play.ts'
import type { ModelRole } from '../../../../src/core/model-call.ts'
import { QuickModelClock } from '../../../support/quick-model-clock.ts'

export const REQUEST: ModelRequest = {
  agent: 'Ada',
  role: 'author',
  messages: [
    { role: 'system', text: 'You write skills.' },
    { role: 'user', text: 'Request: author' },
  ],
  json: false,
  gist: null,
}

export const SIGNAL = new AbortController().signal

export function reply(text: string, fields: Partial<ModelReply> = {}): ModelReply {
  const usage = { inputTokens: 100, outputTokens: 20, estimated: false }
  return { ok: true, text, usage, model: 'fake/model', cost: null, source: 'model', ...fields }
}

export function failed(kind: ModelFailure['kind'], fields: Partial<ModelFailure> = {}): ModelFailure {
  return failure(kind, `It is ${kind}.`, 'fake/model', fields)
}

/** A model that gives the results in their order. It fails on a request that the script does not expect. */
export function fakeModel(
  results: readonly ModelResult[],
): LanguageModel & { readonly asked: ModelRequest[] } {
  const left = [...results]
  const asked: ModelRequest[] = []
  return {
    name: 'fake/model',
    asked,
    generate: async (request) => {
      asked.push(request)
      const next = left.shift()
      if (next === undefined) throw new Error('The script does not expect another request.')
      return next
    },
  }
}

/** A role of Ada played by a model that gives the results in their order, and what it was asked. */
export function playing(
  role: ModelRole,
  results: readonly ModelResult[],
  earlier: RolePlay['earlier'] = [],
): { readonly play: RolePlay; readonly asked: readonly ModelRequest[] } {
  const model = fakeModel(results)
  const play = {
    ...{ agent: 'Ada', role, model, promptTokens: 6000, count: guessTokens, earlier },
    ...{ clock: new QuickModelClock(), note: () => {}, signal: new AbortController().signal },
  }
  return { play, asked: model.asked }
}
