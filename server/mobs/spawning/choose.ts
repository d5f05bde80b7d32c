import type { Random } from '../../../src/core/random.ts'
import type { SpawnChoice } from './animal-choices.ts'

/** One of the choices, drawn by weight; null where there are none. */
export function chooseByWeight(choices: readonly SpawnChoice[], random: Random): SpawnChoice | null {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return null
  let rest = random.below(total)
  for (const choice of choices) {
    rest -= choice.weight
    if (rest < 0) return choice
  }
  return null
}

/** Size of a group of that choice. */
export function groupSize({ least, most }: SpawnChoice, random: Random): number {
  return least + random.below(most - least + 1)
}
