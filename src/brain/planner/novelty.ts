import type { MindView } from '../../core/brain.ts'
import type { Goal } from '../../core/goal.ts'
import { ownedItems } from '../../core/goal-holds.ts'
import { CRAFTING_STATION } from '../../core/stations.ts'
import { costTable, UNKNOWN_COST } from './cost-table.ts'
import { wantedBy } from './goal-kind.ts'
import { lastWord } from './kind.ts'
import { makePlan } from './make-plan.ts'
import { type Situation, situationOf } from './situation.ts'

/** Something new, with the number of things to do for it. */
export interface Novelty {
  readonly goal: Goal
  readonly effort: number
}

/** The item that promises most for its price among those that the agent has never had; null when nothing new is within reach of its beliefs. */
export function nextNovelty(view: MindView, isWorthTrying: (goal: Goal) => boolean): Novelty | null {
  const had = itemsHad(view)
  const items = reachableItems(view).filter((item) => !had.has(item))
  const situation = situationOf(view)
  const costs = costTable(items, situation, new Set())
  const uses = usefulness(view, new Set([...had].map(lastWord)))
  const promising = items
    .filter((item) => costs.cost(item) < UNKNOWN_COST)
    .map((item) => ({ item, goal: { type: 'have', item, count: 1 } as const }))
    .filter(({ goal }) => isWorthTrying(goal))
    .map((candidate) => ({ ...candidate, price: costs.cost(candidate.item) / uses(candidate.item) }))
    .sort((a, b) => a.price - b.price || (a.item < b.item ? -1 : 1))
    .slice(0, MOST_CONSIDERED)
  const [best] = promising
    .map(({ item, goal }) => ({ goal, effort: effortFor(goal, situation), uses: uses(item) }))
    .sort((a, b) => a.effort / a.uses - b.effort / b.uses)
  return best === undefined ? null : { goal: best.goal, effort: best.effort }
}

/**
 * From 1 for a thing that leads to nothing, slowly up with what can be made from it, at it, or mined with it. Another
 * member of a family that is known already, such as the log of another tree, leads to nothing new.
 */
function usefulness(
  { knowledge, percept }: MindView,
  families: ReadonlySet<string>,
): (item: string) => number {
  const uses = new Map<string, number>()
  const count = (item: string, weight: number) => uses.set(item, (uses.get(item) ?? 0) + weight)
  for (const recipe of knowledge.craftableItems().flatMap((item) => knowledge.recipesFor(item))) {
    for (const ingredient of Object.keys(recipe.ingredients)) count(ingredient, 1)
    if (recipe.table) count(CRAFTING_STATION, 1)
  }
  const inSight = percept.blocks.flatMap((block) => knowledge.toolFor(block.name)?.tools ?? [])
  for (const tool of inSight) count(tool, MINING_WEIGHT)
  return (item) => (families.has(lastWord(item)) ? 1 : 1 + Math.log1p(uses.get(item) ?? 0))
}

/** A tool for a block in sight counts like so many recipes. */
const MINING_WEIGHT = 10

/** The cost of one of many is low for what is made in batches; among so many of the cheapest the whole way counts. */
const MOST_CONSIDERED = 24

/** Number of things to do for it; looking for something counts like many. */
function effortFor(goal: Goal, situation: Situation): number {
  const wanted = wantedBy(goal)
  if (wanted === null) return Number.POSITIVE_INFINITY
  const { steps, unknown } = makePlan(wanted.kind, wanted.count, situation)
  const searches = steps.filter(({ method }) => method?.type === 'mine' && isOutOfSight(method.blocks))
  const acts = steps.reduce((sum, step) => sum + 1 + step.times, 0)
  return acts + SEARCH_EFFORT * searches.length + UNKNOWN_COST * unknown.length

  function isOutOfSight(blocks: readonly string[]): boolean {
    return blocks.every((block) => situation.distanceTo(block) === null)
  }
}

/** Looking for something that is not in sight counts like so many acts. */
export const SEARCH_EFFORT = 40

/** Whether what the goal wants is owned. */
export function isOwned(view: Pick<MindView, 'percept'>, goal: Goal): boolean {
  const { percept } = view
  if (goal.type === 'any-of') return goal.goals.some((part) => isOwned(view, part))
  if (goal.type === 'equipped') return Object.values(percept.equipment).includes(goal.item)
  if (goal.type !== 'have' || typeof goal.count !== 'number') return false
  return (ownedItems(percept)[goal.item] ?? 0) >= goal.count
}

/** What the agent has or ever had. */
export function itemsHad({ percept, tasks }: MindView): ReadonlySet<string> {
  const done = tasks.flatMap(({ status, goal }) =>
    status === 'done' && goal?.type === 'have' ? [goal.item] : [],
  )
  const { crafted, mined } = percept.tally
  return new Set([...Object.keys({ ...ownedItems(percept), ...crafted, ...mined }), ...done])
}

/** What can be crafted, and what the blocks in sight give. */
function reachableItems({ percept, knowledge }: MindView): readonly string[] {
  const mined = percept.blocks.flatMap((block) => knowledge.dropsOf(block.name)?.items ?? [])
  return [...new Set([...mined, ...knowledge.craftableItems()])].filter((item) => item !== 'air').sort()
}
