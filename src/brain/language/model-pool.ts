import type { Random } from '../../core/random.ts'
import { hastyClock, type ModelClock } from './decorators/model-clock.ts'
import type { CallRecording } from './decorators/recorded-call.ts'
import type { ReplyStock } from './decorators/reply-stock.ts'
import { Account, type Spent } from './decorators/spending.ts'
import { withBudget } from './decorators/with-budget.ts'
import { cassetteModel, withCallLog, withRecording } from './decorators/with-cassette.ts'
import { Gate, withConcurrency } from './decorators/with-concurrency.ts'
import { withFallback } from './decorators/with-fallback.ts'
import { Pace, withRateLimit } from './decorators/with-rate-limit.ts'
import { KnownForms, withReplyForm } from './decorators/with-reply-form.ts'
import { withRetry } from './decorators/with-retry.ts'
import { withSizeLimits } from './decorators/with-size-limits.ts'
import { withTimeOut } from './decorators/with-time-out.ts'
import { type Environment, findApiKey } from './model/api-key.ts'
import type { CountTokens } from './model/count-tokens.ts'
import type { LanguageModel, ModelResult } from './model/language-model.ts'
import type { Budget, ModelSpec, TeamBudget } from './model/model-spec.ts'
import { modelUrl } from './model/provider-client.ts'
import { createProviderModel } from './model/provider-model.ts'
import { PROVIDERS, type Provider } from './model/providers.ts'
import { formsOf } from './model/reply-form.ts'

export interface ModelPoolOptions {
  readonly environment: Environment
  readonly count: CountTokens
  readonly clock: ModelClock
  /** Spreads retries; they are no part of the game. */
  readonly random: Random
  readonly budget: TeamBudget
  /** What the earlier parts of a resumed run used up, by agent. */
  readonly spentBefore: ReadonlyMap<string, Spent>
  /** Replies that were paid for before. */
  readonly paid: ReplyStock
  readonly recordings: readonly CallRecording[]
  /** Is told, for people, of tries that failed and are made again. */
  readonly report?: (line: string) => void
  /** Answers everything in the place of providers; null to ask them. */
  readonly cassette: ReplyStock | null
}

/** What a local model sees at a time unless the team file says otherwise; many are run with less than they could. */
const LOCAL_CONTEXT_TOKENS = 8192
/** A reply of more characters for each of its tokens is none. */
const CHARACTERS_PER_TOKEN = 12

/** The models of a team. Agents share the limits of a provider, and the budgets of the run. */
export class ModelPool {
  readonly #options: ModelPoolOptions
  readonly #gates = new Map<string, Gate>()
  readonly #paces = new Map<string, Pace>()
  readonly #forms = new Map<string, KnownForms>()
  /** What was said last about tries that failed, by model. */
  readonly #reported = new Map<string, string>()
  readonly #shared: readonly Account[]

  constructor(options: ModelPoolOptions) {
    this.#options = options
    const { budget, spentBefore } = options
    const before = [...spentBefore.values()].reduce(addSpent, { calls: 0, tokens: 0, money: 0 })
    this.#shared = [
      new Account('the run', budget.run, before),
      new Account('this part of the run', budget.session),
    ]
  }

  /** The account of an agent, for all of its models. */
  accountOf(agent: string, budget: Budget): Account {
    return new Account(agent, budget, this.#options.spentBefore.get(agent))
  }

  /** A model that tries the specs in their order, under all limits. */
  model(specs: readonly [ModelSpec, ...ModelSpec[]], account: Account): LanguageModel {
    const [first, ...others] = specs
    const tried = (spec: ModelSpec) => this.#tried(spec, account)
    return withCallLog(withFallback([tried(first), ...others.map(tried)]), this.#options.paid)
  }

  /** The longest prompt that all of the specs can take. */
  promptTokens(specs: readonly ModelSpec[]): number {
    return Math.min(...specs.map((spec) => Math.min(spec.promptTokens, roomForPrompt(spec))))
  }

  /** The model with its tries, each of which is recorded. Those of a cassette are not waited for. */
  #tried(spec: ModelSpec, account: Account): LanguageModel {
    const { cassette, recordings, clock, random } = this.#options
    const onRetry = (result: ModelResult, waitMs: number) => this.#reportRetry(name, result, waitMs)
    const name = `${spec.provider}/${spec.model}`
    const asked = cassette === null ? this.#limited(spec, account) : cassetteModel(name, cassette)
    const patience = cassette === null ? clock : hastyClock
    return withRetry(recordings.reduce(withRecording, asked), {
      ...{ tries: spec.tries, clock: patience, random },
      ...(cassette === null && { onRetry }),
    })
  }

  /** Says it once for each reason: many agents may be waiting for the same. */
  #reportRetry(name: string, result: ModelResult, waitMs: number): void {
    const reason = result.ok ? '' : result.message
    if (this.#reported.get(name) === reason) return
    this.#reported.set(name, reason)
    this.#options.report?.(`${name}: ${reason} It is asked again in ${Math.ceil(waitMs / 1000)} s.`)
  }

  #limited(spec: ModelSpec, account: Account): LanguageModel {
    const { environment, count, clock } = this.#options
    const found = findApiKey(spec, environment)
    const provider = createProviderModel({ spec, key: found.type === 'key' ? found.key : null, count })
    const patient = withTimeOut(provider, spec.timeoutSeconds * 1000, clock)
    const inTurn = withConcurrency(patient, this.#gateOf(spec))
    const paced =
      spec.perMinute === undefined ? inTurn : withRateLimit(inTurn, this.#paceOf(spec, spec.perMinute))
    const paying = withBudget(paced, {
      accounts: [account, ...this.#shared],
      price: priceOf(spec),
      replyTokens: spec.replyTokens,
      count,
    })
    return withReplyForm(withSizeLimits(paying, sizeLimits(spec), count), this.#formsOf(spec))
  }

  #gateOf(spec: ModelSpec): Gate {
    return found(this.#gates, `${modelUrl(spec)} ${spec.model}`, () => new Gate(spec.parallel))
  }

  #formsOf(spec: ModelSpec): KnownForms {
    return found(this.#forms, `${modelUrl(spec)} ${spec.model} ${spec.structured}`, () => knownForms(spec))
  }

  #paceOf(spec: ModelSpec, perMinute: number): Pace {
    return found(
      this.#paces,
      `${modelUrl(spec)} ${spec.model}`,
      () => new Pace(perMinute, this.#options.clock),
    )
  }
}

/** What a model costs; what runs on the own machine costs nothing. */
export function priceOf(spec: ModelSpec): ModelSpec['price'] {
  const provider: Provider = PROVIDERS[spec.provider]
  return spec.price ?? (provider.isLocal ? { input: 0, output: 0 } : undefined)
}

/** What the team file names is asked for, whatever comes of it; else the model shows what it takes. */
function knownForms({ provider, structured, jsonMode }: ModelSpec): KnownForms {
  const named = structured === 'auto' && jsonMode === true ? 'json' : structured
  return new KnownForms(named === 'auto' ? formsOf(provider) : [named])
}

function sizeLimits(spec: ModelSpec) {
  // Corrections make prompts longer than they begin.
  return {
    promptTokens: roomForPrompt(spec) + (spec.contextTokens === undefined ? 3 * spec.replyTokens : 0),
    replyCharacters: spec.replyTokens * CHARACTERS_PER_TOKEN,
  }
}

function roomForPrompt(spec: ModelSpec): number {
  const provider: Provider = PROVIDERS[spec.provider]
  const context = spec.contextTokens ?? (provider.isLocal ? LOCAL_CONTEXT_TOKENS : 4 * LOCAL_CONTEXT_TOKENS)
  return Math.max(256, context - spec.replyTokens)
}

function found<T>(known: Map<string, T>, key: string, create: () => T): T {
  const value = known.get(key) ?? create()
  known.set(key, value)
  return value
}

function addSpent(a: Spent, b: Spent): Spent {
  return { calls: a.calls + b.calls, tokens: a.tokens + b.tokens, money: a.money + b.money }
}
