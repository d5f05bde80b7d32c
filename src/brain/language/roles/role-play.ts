import type { MadeCall } from '../../../core/call-ledger.ts'
import type { ModelFailureKind, ModelRole } from '../../../core/model-call.ts'
import type { ModelClock } from '../decorators/model-clock.ts'
import type { CountTokens } from '../model/count-tokens.ts'
import type { LanguageModel } from '../model/language-model.ts'
import type { SaidText } from '../prompt/read-prompt.ts'
import type { Reading } from '../reply/read-json.ts'

/** A question to a model and its reply, as they were recorded. */
export interface Exchange {
  readonly messages: readonly SaidText[]
  readonly text: string
}

/** How one role of an agent is played by a model. */
export interface RolePlay {
  readonly agent: string
  readonly role: ModelRole
  readonly model: LanguageModel
  /** Longest prompt, in tokens. */
  readonly promptTokens: number
  readonly count: CountTokens
  readonly clock: ModelClock
  /** Is told of each call. */
  readonly note: (made: MadeCall) => void
  /** Replies of this role to this agent in earlier parts of a resumed run, oldest first; left out for none. */
  readonly earlier?: readonly Exchange[]
  /** Aborts when the run ends. */
  readonly signal: AbortSignal
}

/** What a model was asked for, or why it cannot be had. */
export type Answered<T> =
  | {
      readonly ok: true
      readonly value: T
      /** Tokens of prompts and replies, all tries counted. */
      readonly tokens: number
    }
  | { readonly ok: false; readonly kind: ModelFailureKind | 'unusable'; readonly reason: string }

/** Reads a reply, without what the model thought aloud. */
export type ReadReply<T> = (reply: string) => Reading<T>
