import type { MindView } from '../../core/brain.ts'
import type { Goal } from '../../core/goal.ts'
import { ownedItems } from '../../core/goal-holds.ts'
import { CRAFTING_STATION } from '../../core/stations.ts'
import { costTable, UNKNOWN_COST } from './cost-table.ts'
import { wantedBy } from './goal-kind.ts'
import { lastWord } from './kind.ts'
import { makePlan } from './make-plan.ts'
import type { PlanStep } from './plan.ts'
import type { Situation } from './situation.ts'

/** Something new, with the number of things to do for it. */
export interface Novelty {
  readonly goal: Goal
  readonly effort: number
}

/** What the choice of something new goes by. */
export interface Choosing {
  /** Whether the goal may be chosen at all. */
  readonly isFit: (goal: Goal) => boolean
  /** Whether it was reached in an earlier life. */
  readonly hasWorked: (goal: Goal) => boolean
  readonly situation: Situation
}

/** What worked before is worth so many times as much as what may not. */
const SURER = 2

/**
 * The item that promises most for its price among those that the agent has never had; null when nothing new is within
 * reach of its beliefs.
 */
export function nextNovelty(view: MindView, { isFit, hasWorked, situation }: Choosing): Novelty | null {
  const had = itemsHad(view)
  const items = reachableItems(view, had).filter((item) => !had.has(item))
  const costs = costTable(items, situation, new Set())
  const uses = usefulness(view, had)
  const worth = (item: string) => uses(item) * (hasWorked({ type: 'have', item, count: 1 }) ? SURER : 1)
  const promising = items
    .filter((item) => costs.cost(item) < UNKNOWN_COST)
    .map((item) => ({ item, goal: { type: 'have', item, count: 1 } as const }))
    .filter(({ goal }) => isFit(goal))
    .map((candidate) => ({ ...candidate, price: costs.cost(candidate.item) / worth(candidate.item) }))
    .sort((a, b) => a.price - b.price || (a.item < b.item ? -1 : 1))
    .slice(0, MOST_CONSIDERED)
  const [best] = promising
    .map(({ item, goal }) => ({ goal, effort: effortFor(goal, situation), uses: worth(item) }))
    .sort((a, b) => a.effort / a.uses - b.effort / b.uses)
  return best === undefined ? null : { goal: best.goal, effort: best.effort }
}

/**
 * From 1 for a thing that leads to nothing, slowly up with what can be made from it, at it, or mined with it and with nothing
 * that was had. What else is made of another member of a family that is known already, such as the log of another tree, is
 * nothing new.
 *
 * @param had what was had before
 */
export function usefulness(
  { knowledge, percept }: Pick<MindView, 'knowledge' | 'percept'>,
  had: ReadonlySet<string>,
): (item: string) => number {
  const uses = new Map<string, number>()
  const unlocked = new Map<string, number>()
  for (const recipe of knowledge.craftableItems().flatMap((item) => knowledge.recipesFor(item))) {
    for (const ingredient of Object.keys(recipe.ingredients)) count(uses, ingredient, 1)
    if (recipe.table) count(uses, CRAFTING_STATION, 1)
  }
  const blocks = new Set([...percept.blocks.map(({ name }) => name), ...knowledge.buriedBlocks()])
  for (const block of blocks) {
    const tools = knowledge.toolFor(block)?.tools ?? []
    if (!tools.some((tool) => had.has(tool))) for (const tool of tools) count(unlocked, tool, MINING_WEIGHT)
  }
  const families = new Set([...had].map(lastWord))
  const made = (item: string) => (families.has(lastWord(item)) ? 0 : (uses.get(item) ?? 0))
  return (item) => 1 + Math.log1p(made(item) + (unlocked.get(item) ?? 0))
}

function count(counts: Map<string, number>, item: string, weight: number): void {
  counts.set(item, (counts.get(item) ?? 0) + weight)
}

/** A tool for a block that takes one counts like so many recipes. */
const MINING_WEIGHT = 10

/** The cost of one of many is low for what is made in batches; among so many of the cheapest the whole way counts. */
const MOST_CONSIDERED = 24

/** Number of things to do for it; looking for something counts like many. */
function effortFor(goal: Goal, situation: Situation): number {
  const wanted = wantedBy(goal)
  if (wanted === null) return Number.POSITIVE_INFINITY
  const { steps, unknown } = makePlan(wanted.kind, wanted.count, situation)
  return steps.reduce((sum, step) => sum + stepEffort(step, situation), UNKNOWN_COST * unknown.length)
}

function stepEffort({ item, method, times }: PlanStep, { knowledge, distanceTo }: Situation): number {
  if (method?.type !== 'mine') return 1 + times
  const { blocks } = method
  const isOutOfSight = blocks.every((block) => distanceTo(block) === null)
  const isRare = blocks.every((block) => knowledge.dropsOf(block)?.items[0] !== item)
  const isDeep = blocks.every((block) => knowledge.depthOf(block) !== null)
  const each = isRare ? RARE_EFFORT : isDeep ? DEEP_EFFORT : 1
  return 1 + each * times + (isOutOfSight ? SEARCH_EFFORT : 0)
}

/** What falls only now and then takes so many blocks. */
const RARE_EFFORT = 20

/** Of what lies below the ground one piece is found here, another there: each counts like so many acts. */
const DEEP_EFFORT = 8

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

/** What can be crafted, what can be smelted from what was had, and what blocks give that are in sight or below the ground. */
function reachableItems({ percept, knowledge }: MindView, had: ReadonlySet<string>): readonly string[] {
  const blocks = [...percept.blocks.map(({ name }) => name), ...knowledge.buriedBlocks()]
  const mined = blocks.flatMap((block) => knowledge.dropsOf(block)?.items ?? [])
  const smelted = [...had].flatMap((item) => knowledge.smeltingOf(item)?.item ?? [])
  return [...new Set([...mined, ...smelted, ...knowledge.craftableItems()])]
    .filter((item) => item !== 'air')
    .sort()
}
