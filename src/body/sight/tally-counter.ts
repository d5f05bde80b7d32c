import type { Tally } from '../../core/percept.ts'

type CountedKind = Exclude<keyof Tally, 'deaths' | 'given'>

/** Counts what a bot did since it first joined. It outlives deaths and reconnections. */
export class TallyCounter {
  readonly #counts: Record<CountedKind, Record<string, number>> = {
    killed: {},
    consumed: {},
    crafted: {},
    mined: {},
  }
  readonly #given: Record<string, Record<string, number>> = {}
  #deaths = 0

  add(kind: CountedKind, name: string, count = 1): void {
    if (count <= 0) return
    const counts = this.#counts[kind]
    counts[name] = (counts[name] ?? 0) + count
  }

  addGiven(player: string, name: string, count: number): void {
    const counts = this.#given[player] ?? {}
    this.#given[player] = { ...counts, [name]: (counts[name] ?? 0) + count }
  }

  addDeath(): void {
    this.#deaths++
  }

  snapshot(): Tally {
    const gave = Object.keys(this.#given).length > 0
    return structuredClone({ ...this.#counts, ...(gave && { given: this.#given }), deaths: this.#deaths })
  }
}
