import type { ModelCall, ModelFailureKind, ModelRole } from '../../../core/model-call.ts'
import type { JsonShape, ReplyForm } from './reply-form.ts'

/** One part of a conversation with a model. */
export interface ModelMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly text: string
}

/** What is asked of a model. Equal requests have equal keys, whatever model they go to. */
export interface ModelRequest {
  readonly agent: string
  readonly role: ModelRole
  readonly messages: readonly ModelMessage[]
  /** Whether the reply is to be one JSON object. */
  readonly json: boolean
  /** A key for what is asked, whatever the asker sees at the moment; null where that makes no sense. Part of no other key. */
  readonly gist: string | null
  /** The object that is wanted, for models that can be held to it. Part of no key. */
  readonly shape?: JsonShape
  /** How the model is held to JSON; left out for words alone. Part of no key. */
  readonly form?: ReplyForm
}

/** Tokens as the provider counted them, or as we did where it did not. */
export interface Usage {
  readonly inputTokens: number
  readonly outputTokens: number
  readonly estimated: boolean
}

export interface ModelReply {
  readonly ok: true
  readonly text: string
  readonly usage: Usage
  /** `provider/model` that wrote it. */
  readonly model: string
  /** US dollars for all tries; null where no price is known. */
  readonly cost: number | null
  readonly source: ModelCall['source']
  /** How many requests it took that reached the provider; left out for one. */
  readonly requests?: number
}

/** An expected failure: the provider's, the network's or a limit's. Its words are ours, and hold no key. */
export interface ModelFailure {
  readonly ok: false
  readonly kind: ModelFailureKind
  /** What went wrong, for people; never shown to agents. */
  readonly message: string
  readonly model: string
  /** What was used up all the same. */
  readonly usage: Usage
  readonly cost: number | null
  /** How long the provider asks to wait, in milliseconds. */
  readonly retryAfterMs: number | null
  /** How many requests reached the provider: 0 where a limit kept them from it; left out for one. */
  readonly requests?: number
}

export type ModelResult = ModelReply | ModelFailure

/** Writes replies. Never rejects for what a provider, a network or a limit does. */
export interface LanguageModel {
  /** `provider/model`. */
  readonly name: string
  generate(request: ModelRequest, signal: AbortSignal): Promise<ModelResult>
}

export const NO_USAGE: Usage = { inputTokens: 0, outputTokens: 0, estimated: false }

/** A failure that used up nothing unless `fields` says otherwise. */
export function failure(
  kind: ModelFailureKind,
  message: string,
  model: string,
  fields: Partial<ModelFailure> = {},
): ModelFailure {
  return { ok: false, kind, message, model, usage: NO_USAGE, cost: null, retryAfterMs: null, ...fields }
}
