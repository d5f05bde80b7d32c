import type { Budget } from '../model/model-spec.ts'

/** What was used of models. */
export interface Spent {
  readonly calls: number
  readonly tokens: number
  /** US dollars. */
  readonly money: number
}

export const NOTHING_SPENT: Spent = { calls: 0, tokens: 0, money: 0 }

/**
 * Keeps account of what models cost against limits. What is under way counts with the most that it can come to, so that no
 * limit is ever passed, however many ask at a time.
 */
export class Account {
  readonly #title: string
  readonly #limits: Budget
  #spent: Spent
  #reserved: Spent = NOTHING_SPENT

  /**
   * @param title whose account it is, as errors name it: `the run`
   * @param spent what earlier parts of a resumed run used up
   */
  constructor(title: string, limits: Budget, spent: Spent = NOTHING_SPENT) {
    this.#title = title
    this.#limits = limits
    this.#spent = spent
  }

  get spent(): Spent {
    return this.#spent
  }

  /** Why the most that a request can come to is too much; null when there is room. */
  refusal(most: Spent): string | null {
    const total = add(add(this.#spent, this.#reserved), most)
    for (const [what, unit] of UNITS) {
      const limit = this.#limits[what]
      if (limit === undefined || total[what] <= limit) continue
      return `The budget of ${this.#title} is used up: ${unit(this.#spent[what])} of ${unit(limit)}.`
    }
    return null
  }

  reserve(most: Spent): void {
    this.#reserved = add(this.#reserved, most)
  }

  /** Puts what a request came to in the place of what was reserved for it. */
  settle(most: Spent, came: Spent): void {
    this.#reserved = add(this.#reserved, { calls: -most.calls, tokens: -most.tokens, money: -most.money })
    this.#spent = add(this.#spent, came)
  }
}

const UNITS: readonly (readonly [keyof Spent, (value: number) => string])[] = [
  ['calls', (value) => `${value} calls`],
  ['tokens', (value) => `${value} tokens`],
  ['money', (value) => `$${value.toFixed(4)}`],
]

function add(a: Spent, b: Spent): Spent {
  return { calls: a.calls + b.calls, tokens: a.tokens + b.tokens, money: a.money + b.money }
}
