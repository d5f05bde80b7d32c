import type { Tally } from '../../core/percept.ts'

type CountedKind = Exclude<keyof Tally, 'deaths'>

/** Counts what a bot did since it first joined. It outlives deaths and reconnections. */
export class TallyCounter {
  readonly #counts: Record<CountedKind, Record<string, number>> = {
    killed: {},
    consumed: {},
    crafted: {},
    mined: {},
  }
  #deaths = 0

  add(kind: CountedKind, name: string, count = 1): void {
    if (count <= 0) return
    const counts = this.#counts[kind]
    counts[name] = (counts[name] ?? 0) + count
  }

  addDeath(): void {
    this.#deaths++
  }

  snapshot(): Tally {
    return structuredClone({ ...this.#counts, deaths: this.#deaths })
  }
}
