import type { ModelFailureKind } from '../../../core/model-call.ts'
import type { Random } from '../../../core/random.ts'
import type { LanguageModel, ModelResult } from '../model/language-model.ts'
import type { ModelClock } from './model-clock.ts'
import { summedUp } from './sum-up.ts'

export interface RetryOptions {
  /** How often a request is sent at most. */
  readonly tries: number
  readonly clock: ModelClock
  /** Spreads the retries of many agents. */
  readonly random: Random
  /** Is told of each try that failed and is made again, with the wait before it in milliseconds. */
  readonly onRetry?: (result: ModelResult, waitMs: number) => void
}

/** The first wait; each further one is twice as long. */
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 60_000

const WORTH_ANOTHER_TRY: ReadonlySet<ModelFailureKind> = new Set([
  'rate-limited',
  'server-error',
  'unreachable',
  'timed-out',
  'cut-off',
  'malformed',
])

/**
 * The model, asked again after failures that may pass: with exponential back-off and full jitter, and never before the
 * provider's Retry-After. A provider that asks for more patience than a minute is taken at its word: the request fails.
 */
export function withRetry(model: LanguageModel, options: RetryOptions): LanguageModel {
  const { tries, clock, random, onRetry } = options
  return {
    name: model.name,
    generate: async (request, signal) => {
      const spent: ModelResult[] = []
      for (let tried = 1; ; tried++) {
        const result = await model.generate(request, signal)
        const wait = result.ok ? null : waitBefore(tried, result.retryAfterMs, random)
        const isLast = tried >= tries || wait === null || signal.aborted
        if (result.ok || isLast || !WORTH_ANOTHER_TRY.has(result.kind)) return summedUp(result, spent)
        spent.push(result)
        onRetry?.(result, wait)
        await clock.sleep(wait, signal)
      }
    },
  }
}

/** Milliseconds; null when the provider asks for more than anybody waits. */
function waitBefore(tried: number, retryAfterMs: number | null, random: Random): number | null {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tried - 1))
  const wait = Math.ceil(longest * (0.5 + random.float() / 2))
  if (retryAfterMs === null) return wait
  return retryAfterMs > LONGEST_WAIT_MS ? null : Math.max(retryAfterMs, wait)
}
