import type { Percept } from '../../../core/percept.ts'

/** What an observation tells besides place, inventory and blocks. */
export interface Shown {
  readonly entities: boolean
  readonly biome: boolean
  /** Health, food and the time of day. */
  readonly vitals: boolean
  /** Questions and answers about the game. */
  readonly questions: boolean
}

export const EVERYTHING: Shown = { entities: true, biome: true, vitals: true, questions: true }

/** Tasks that are done before a part is shown, as in Voyager (`curriculum.py`). */
const WARM_UP = { entities: 5, biome: 10, vitals: 15, questions: 15 } as const satisfies Record<
  keyof Shown,
  number
>

/** As much below 20 is told at once. */
const LOW = 10

/**
 * What an open-ended curriculum is shown after so many tasks: little at first, so that it begins with what is simple.
 * Hunger and wounds are told at any time.
 */
export function warmUp(tasksDone: number, { health, food }: Percept): Shown {
  return {
    entities: tasksDone >= WARM_UP.entities,
    biome: tasksDone >= WARM_UP.biome,
    vitals: tasksDone >= WARM_UP.vitals || health < LOW || food < LOW,
    questions: tasksDone >= WARM_UP.questions,
  }
}
