import type { Kind } from './kind.ts'
import { cheapestPlan, type Plan, type PlanStep } from './plan.ts'
import type { Situation } from './situation.ts'

/**
 * A plan for owning `count` of one item of the kind, from what is owned now. Always returns one; see `unknown`.
 *
 * What a teammate has ready is brought, and not made, when that leaves less to look for: a plan that makes a table of the
 * planks at hand may then lack planks, and there need not be a tree.
 */
export function makePlan(goal: Kind, count: number, situation: Situation): Plan {
  const plan = cheapestPlan(goal, count, situation)
  const ready = plan.steps
    .filter(({ method, item }) => method?.type === 'craft' && situation.stock.count(item) > 0)
    .map(({ item }) => item)
  if (ready.length === 0 || sought(plan, situation) === 0) return plan
  const { stock } = situation
  const price = (item: string) => (ready.includes(item) ? 0 : stock.price(item))
  const bringing = cheapestPlan(goal, count, { ...situation, stock: { ...stock, price } })
  return sought(bringing, situation) < sought(plan, situation) ? bringing : plan
}

/** How much has to be searched for, being nowhere in sight or memory, or is not known to be anywhere. */
function sought({ steps }: Plan, situation: Situation): number {
  return steps
    .filter(({ method }) => isSought(method, situation))
    .reduce((sum, { missing }) => sum + missing, 0)
}

function isSought(method: PlanStep['method'], { distanceTo, mobsSeen }: Situation): boolean {
  if (method === null) return true
  if (method.type === 'mine') return method.blocks.every((block) => distanceTo(block) === null)
  return method.type === 'hunt' && !method.mobs.some((mob) => mobsSeen.has(mob))
}
