import { assertNever } from '../../../core/assert-never.ts'
import type { MindView } from '../../../core/brain.ts'
import type { Goal } from '../../../core/goal.ts'
import { formatPosition } from '../../../core/position.ts'
import { goalCode } from '../../planner/code/goal-code.ts'
import { makePlan } from '../../planner/make-plan.ts'
import type { Slot } from '../../planner/method.ts'
import type { PlanStep } from '../../planner/plan.ts'
import { type Situation, situationOf } from '../../planner/situation.ts'

/**
 * What the agent believes that it takes to reach the goal from what it owns: one line for each thing on the way, the goal's
 * own first. What no way is known to get says so, since that is what to ask for.
 */
export function knowledgeLines(view: MindView, goal: Goal): readonly string[] {
  const situation = situationOf(view)
  const steps = (goalCode(goal)?.kinds ?? [])
    .map(({ kind, count }) => makePlan(kind, count, situation))
    .flatMap(({ steps }) => [...steps].reverse())
  return [...new Set(steps.flatMap((step) => stepLine(step, situation)))]
}

/** Names of all that lies on the way to the goal, for judging what is relevant. */
export function thingsOnTheWay(view: MindView, goal: Goal): readonly string[] {
  const situation = situationOf(view)
  const plans = (goalCode(goal)?.kinds ?? []).map(({ kind, count }) => makePlan(kind, count, situation))
  return [
    ...new Set(
      plans.flatMap(({ steps }) => steps.flatMap(({ item, method }) => [item, ...blocksOf(method)])),
    ),
  ]
}

/** Keys of what is believed to lie in the chests out of which the plan for the goal takes things. */
export function storesOnTheWay(view: MindView, goal: Goal | null): readonly string[] {
  const situation = situationOf(view)
  const kinds = goal === null ? [] : (goalCode(goal)?.kinds ?? [])
  return kinds
    .flatMap(({ kind, count }) => makePlan(kind, count, situation).steps)
    .flatMap(({ method }) => (method?.type === 'take' ? method.relies : []))
}

function blocksOf(method: PlanStep['method']): readonly string[] {
  return method?.type === 'mine' ? method.blocks.slice(0, 3) : []
}

function stepLine({ item, kind, method, missing }: PlanStep, situation: Situation): readonly string[] {
  const what = `${missing} ${choice([item, ...kind.items.filter((other) => other !== item)], situation)}`
  if (method === null) return [`${what}: no way is known.`]
  const way = describeMethod(method, situation)
  return way === `mine ${item}` ? [`${what}: mine it`] : [`${what}: ${way}`]
}

function describeMethod(method: NonNullable<PlanStep['method']>, situation: Situation): string {
  switch (method.type) {
    case 'craft': {
      const parts = method.slots.map((slot) => slotText(slot, situation)).join(' + ')
      return `craft ${method.makes} from ${parts}${method.table ? ' at a crafting_table' : ''}`
    }
    case 'mine': {
      const tools = method.tools ?? []
      const from = `mine ${choice(method.blocks, situation)}`
      return tools.length === 0 ? from : `${from} with ${choice(tools, situation)}`
    }
    case 'smelt':
      return `smelt ${choice(method.from, situation)} in a furnace`
    case 'hunt':
      return `kill ${choice(method.mobs, situation)}`
    case 'take':
      return `take it out of the chest at ${method.stores.map(({ position }) => formatPosition(position)).join(' or ')}`
    case 'fetch':
      return 'a teammate has it: ask for it'
    default:
      return assertNever(method)
  }
}

function slotText({ items, count }: Slot, situation: Situation): string {
  return `${count} ${choice(items, situation)}`
}

/** The first few of several things that will do, what is owned or in sight before the rest. */
function choice(names: readonly string[], { owned, distanceTo }: Situation): string {
  const rank = (name: string) => ((owned[name] ?? 0) > 0 ? 0 : distanceTo(name) !== null ? 1 : 2)
  const sorted = [...names].sort((a, b) => rank(a) - rank(b))
  const shown = sorted.slice(0, MOST_CHOICES).join('|')
  return names.length > MOST_CHOICES ? `${shown}|…` : shown
}

const MOST_CHOICES = 2
