import type { Act } from '../../../src/body/acting/act.ts'
import { consume } from '../../../src/body/acts/hand-acts.ts'
import { holdItem } from '../../../src/body/primitives/hold-item.ts'
import { succeeds } from './quester.ts'

/** Of 20; a bot with less eats. */
const HUNGRY = 14
/** What it eats, cooked food first. */
const MEALS = [
  'cooked_beef',
  'cooked_porkchop',
  'cooked_mutton',
  'cooked_chicken',
  'beef',
  'porkchop',
  'mutton',
]

/** Eats when it is hungry, as long as it has something; the last cooked piece is kept for the end of the quest. */
export async function stayFed(act: Act): Promise<void> {
  const { bot } = act
  while (bot.food < HUNGRY) {
    const stack = bot.inventory.items()
    const meal = MEALS.find((name) =>
      stack.some((item) => item.name === name && (item.count > 1 || !name.startsWith('cooked_'))),
    )
    if (meal === undefined) return
    await holdItem(act, meal)
    if (!(await succeeds(act, consume(act)))) return
  }
}
