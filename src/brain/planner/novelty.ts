import type { MindView } from '../../core/brain.ts'
import type { TaskProposal } from '../../core/desire.ts'
import type { Goal } from '../../core/goal.ts'
import { ownedItems } from '../../core/goal-holds.ts'
import { costTable, UNKNOWN_COST } from './cost-table.ts'
import { wantedBy } from './goal-kind.ts'
import { goalText } from './goal-text.ts'
import { makePlan } from './plan.ts'
import { type Situation, situationOf } from './situation.ts'

/** The cheapest item that the agent has never had, as a task; null when nothing new is within reach of its beliefs. */
export function nextNovelty(view: MindView, isWorthTrying: (goal: Goal) => boolean): TaskProposal | null {
  const had = itemsHad(view)
  const items = reachableItems(view).filter((item) => !had.has(item))
  const situation = situationOf(view)
  const costs = costTable(items, situation, new Set())
  const cheapest = items
    .filter((item) => costs.cost(item) < UNKNOWN_COST)
    .sort((a, b) => costs.cost(a) - costs.cost(b) || (a < b ? -1 : 1))
    .map((item): Goal => ({ type: 'have', item, count: 1 }))
    .filter(isWorthTrying)
    .slice(0, MOST_CONSIDERED)
  const [easiest] = cheapest
    .map((goal) => ({ goal, effort: effortFor(goal, situation) }))
    .sort((a, b) => a.effort - b.effort)
  return easiest ? { text: goalText(easiest.goal), goal: easiest.goal, proposedBy: 'curriculum' } : null
}

/** The cost of one of many is low for what is made in batches; among so many of the cheapest the whole way counts. */
const MOST_CONSIDERED = 24

/** Number of things to do for it. */
function effortFor(goal: Goal, situation: Situation): number {
  const wanted = wantedBy(goal)
  if (wanted === null) return Number.POSITIVE_INFINITY
  const { steps, unknown } = makePlan(wanted.kind, wanted.count, situation)
  return steps.reduce((sum, step) => sum + 1 + step.times, 0) + UNKNOWN_COST * unknown.length
}

/** Whether what the goal wants is owned. */
export function isOwned(view: Pick<MindView, 'percept'>, goal: Goal): boolean {
  const { percept } = view
  if (goal.type === 'any-of') return goal.goals.some((part) => isOwned(view, part))
  if (goal.type === 'equipped') return Object.values(percept.equipment).includes(goal.item)
  if (goal.type !== 'have' || typeof goal.count !== 'number') return false
  return (ownedItems(percept)[goal.item] ?? 0) >= goal.count
}

function itemsHad({ percept, tasks }: MindView): ReadonlySet<string> {
  const done = tasks.flatMap(({ status, goal }) =>
    status === 'done' && goal?.type === 'have' ? [goal.item] : [],
  )
  return new Set([...Object.keys(ownedItems(percept)), ...Object.keys(percept.tally.crafted), ...done])
}

/** What can be crafted, and what the blocks in sight give. */
function reachableItems({ percept, knowledge }: MindView): readonly string[] {
  const mined = percept.blocks.flatMap((block) => knowledge.dropsOf(block.name)?.items ?? [])
  return [...new Set([...mined, ...knowledge.craftableItems()])].sort()
}
