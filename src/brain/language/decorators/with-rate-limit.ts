import { failure, type LanguageModel } from '../model/language-model.ts'
import type { ModelClock } from './model-clock.ts'

const MINUTE_MS = 60_000

/** Spaces requests so that in no minute more than so many start. */
export class Pace {
  readonly #perMinute: number
  readonly #clock: ModelClock
  readonly #starts: number[] = []

  constructor(perMinute: number, clock: ModelClock) {
    this.#perMinute = perMinute
    this.#clock = clock
  }

  /** Resolves when the next request may start; at once when the signal aborts. */
  async next(signal: AbortSignal): Promise<void> {
    const now = this.#clock.now()
    const before = this.#starts[this.#starts.length - this.#perMinute]
    const start = before === undefined ? now : Math.max(now, before + MINUTE_MS)
    this.#starts.push(start)
    if (this.#starts.length > this.#perMinute) this.#starts.shift()
    if (start > now) await this.#clock.sleep(start - now, signal)
  }
}

/** The model, asked no faster than the pace allows. Models of one provider share a pace. */
export function withRateLimit(model: LanguageModel, pace: Pace): LanguageModel {
  return {
    name: model.name,
    generate: async (request, signal) => {
      await pace.next(signal)
      if (signal.aborted) return failure('aborted', 'The run has ended.', model.name)
      return model.generate(request, signal)
    },
  }
}
