import type { Percept } from '../../../core/percept.ts'
import { createRandom } from '../../../core/random.ts'

/** What an observation tells besides place and blocks. */
export interface Shown {
  /** All of the inventory; else what one begins with. */
  readonly inventory: boolean
  readonly entities: boolean
  readonly biome: boolean
  /** Health, food and the time of day. */
  readonly vitals: boolean
  /** Questions and answers about the game. */
  readonly questions: boolean
}

export const EVERYTHING: Shown = {
  inventory: true,
  entities: true,
  biome: true,
  vitals: true,
  questions: true,
}

/** Tasks that are done before a part is shown, as in Voyager (`curriculum.py`). */
const WARM_UP = { inventory: 7, entities: 5, biome: 10, vitals: 15, questions: 15 } as const satisfies Record<
  keyof Shown,
  number
>

/** How often a part is shown then (Voyager: 0.8), so that not every task is chosen by the same things. */
const SHARE_SHOWN = 0.8

/** As much below 20 is told at once. */
const LOW = 10

/** Items that are shown from the start (Voyager's `core_inventory_items`). */
const CORE_ITEM =
  /_log$|_planks$|^stick$|^crafting_table$|^furnace$|^cobblestone$|^dirt$|^coal$|_pickaxe$|_sword$|_axe$/

/**
 * What an open-ended curriculum is shown after so many tasks: little at first, so that it begins with what is simple.
 * Hunger and wounds are told at any time.
 *
 * @param seed the same for the same run and agent: what is left out now and then is a function of it and of the tasks done
 */
export function warmUp(tasksDone: number, { health, food }: Percept, seed: string): Shown {
  const shown = (part: keyof Shown) =>
    tasksDone >= WARM_UP[part] && createRandom(`${seed}/${part}/${tasksDone}`).float() < SHARE_SHOWN
  return {
    inventory: shown('inventory'),
    entities: shown('entities'),
    biome: shown('biome'),
    vitals: shown('vitals') || health < LOW || food < LOW,
    questions: shown('questions'),
  }
}

export function isCoreItem(item: string): boolean {
  return CORE_ITEM.test(item)
}
