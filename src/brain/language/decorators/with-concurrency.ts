import { failure, type LanguageModel } from '../model/language-model.ts'

/** Lets so many through at a time, in the order of their coming. */
export class Gate {
  readonly #places: number
  readonly #queue: (() => void)[] = []
  #inside = 0

  constructor(places: number) {
    this.#places = places
  }

  /** How many wait. */
  get waiting(): number {
    return this.#queue.length
  }

  async enter(): Promise<void> {
    if (this.#inside < this.#places) {
      this.#inside++
      return
    }
    await new Promise<void>((resolve) => this.#queue.push(resolve))
  }

  leave(): void {
    const next = this.#queue.shift()
    if (next === undefined) this.#inside--
    else next()
  }
}

/** The model, with at most so many requests under way as the gate has places. Models of one provider share a gate. */
export function withConcurrency(model: LanguageModel, gate: Gate): LanguageModel {
  return {
    name: model.name,
    generate: async (request, signal) => {
      await gate.enter()
      try {
        if (signal.aborted) return failure('aborted', 'The run has ended.', model.name)
        return await model.generate(request, signal)
      } finally {
        gate.leave()
      }
    },
  }
}
