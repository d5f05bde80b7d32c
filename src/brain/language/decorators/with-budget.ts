import type { CountTokens } from '../model/count-tokens.ts'
import { failure, type LanguageModel, type ModelResult, type Usage } from '../model/language-model.ts'
import type { ModelSpec } from '../model/model-spec.ts'
import type { Account, Spent } from './spending.ts'

export interface BudgetOptions {
  /** The agent's, the session's and the run's. */
  readonly accounts: readonly Account[]
  readonly price: ModelSpec['price']
  /** Longest reply, in tokens. */
  readonly replyTokens: number
  readonly count: CountTokens
}

/** Kinds of failure of which it is sure that the provider did not charge for them. */
const FREE = new Set(['rate-limited', 'unreachable', 'denied', 'bad-request', 'aborted'])

/**
 * The model, which is not asked when the most that the request can come to would pass a limit. A try that broke off counts
 * with its prompt, since providers charge for that.
 */
export function withBudget(model: LanguageModel, options: BudgetOptions): LanguageModel {
  const { accounts, price, replyTokens, count } = options
  return {
    name: model.name,
    generate: async (request, signal) => {
      const promptTokens = request.messages.reduce((sum, { text }) => sum + count(text), 0)
      const most = asSpent({ inputTokens: promptTokens, outputTokens: replyTokens, estimated: true }, price)
      const refusal = accounts.map((account) => account.refusal(most)).find((reason) => reason !== null)
      if (refusal !== undefined && refusal !== null)
        return failure('over-budget', refusal, model.name, { requests: 0 })
      for (const account of accounts) account.reserve(most)
      const result = charged(await model.generate(request, signal), promptTokens, price)
      for (const account of accounts) account.settle(most, asSpent(result.usage, price))
      return result
    },
  }
}

function charged(result: ModelResult, promptTokens: number, price: ModelSpec['price']): ModelResult {
  const isUncounted = !result.ok && result.usage.inputTokens === 0 && !FREE.has(result.kind)
  const usage = isUncounted ? { inputTokens: promptTokens, outputTokens: 0, estimated: true } : result.usage
  return { ...result, usage, cost: price === undefined ? null : asSpent(usage, price).money }
}

function asSpent({ inputTokens, outputTokens }: Usage, price: ModelSpec['price']): Spent {
  const money = price === undefined ? 0 : (inputTokens * price.input + outputTokens * price.output) / 1e6
  return { calls: 1, tokens: inputTokens + outputTokens, money }
}
