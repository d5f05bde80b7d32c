import type { Authored } from '../../core/brain.ts'
import type { ItemCounts } from '../../core/item-counts.ts'
import type { Plan } from './plan.ts'
import { amounts } from './planner-giver.ts'
import type { Situation } from './situation.ts'

/**
 * Has teammates asked for the items that the plans count on having brought, as far as nobody has promised them yet. Null
 * where nothing is to be asked for.
 */
export function itemQuestion(plans: readonly Plan[], situation: Situation): Authored | null {
  const wants = unpromisedItems(plans, situation)
  if (Object.keys(wants).length === 0) return null
  return {
    type: 'blocked',
    reason: `Teammates must bring ${amounts(wants)}.`,
    questions: [{ text: `Can you give me ${amounts(wants)}?`, about: [], wants }],
  }
}

function unpromisedItems(plans: readonly Plan[], { stock }: Situation): ItemCounts {
  const wants: Record<string, number> = {}
  for (const { item, missing, method } of plans.flatMap((plan) => plan.steps)) {
    if (method?.type === 'fetch') wants[item] = (wants[item] ?? 0) + missing
  }
  for (const { item, count } of stock.promises) wants[item] = (wants[item] ?? 0) - count
  return Object.fromEntries(Object.entries(wants).filter(([, count]) => count > 0))
}
