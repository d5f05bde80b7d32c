import { chooseKind } from './choose-kind.ts'
import { chooseFuel, type Plan, type PlanStep } from './plan.ts'
import type { Situation } from './situation.ts'

/** Keys of the claims that the plans count on: those about what is wanted first, then those about what that takes. */
export function countsOn(plans: readonly Plan[], situation: Situation): readonly string[] {
  const keys = plans.flatMap((plan) =>
    plan.steps.toReversed().flatMap((step) => keysBehind(step, plan, situation)),
  )
  return [...new Set(keys)]
}

function keysBehind({ method }: PlanStep, { costs }: Plan, situation: Situation): readonly string[] {
  if (method === null || method.type === 'fetch') return []
  if (method.type !== 'smelt') return method.relies
  const source = chooseKind(method.from, costs)
  const fuel = chooseFuel(costs, situation, source.items)
  return [...method.relies, ...(fuel?.items ?? []).map((item) => `fuel:${item}`)]
}
