import type { Goal } from '../core/goal.ts'
import type { Knowledge } from '../core/knowledge.ts'
import type { Intent, PartnerModel } from '../core/partner.ts'

/** How far back from what a partner is after its next task is looked for. */
const DEEPEST = 8
/** Something that the partner is thought to have is worth something down to this confidence. */
const SURE = 0.3

/** What an agent goes by when it guesses what a partner will do. */
export interface Foresight {
  readonly knowledge: Pick<
    Knowledge,
    'recipesFor' | 'smeltingsFor' | 'blocksDropping' | 'toolFor' | 'craftableItems'
  >
  /** What the team is after; null when everybody does as it likes. */
  readonly goal: Goal | null
  /** Blocks around: of several things that would do, one that is there is likelier. */
  readonly sees: ReadonlySet<string>
  readonly tick: number
}

/**
 * What the partner takes up next, if it does as the agent would in its place: the first thing that it lacks on the way to
 * what it said that it is about, or else to the team's goal. Null where neither is known.
 */
export function predictIntent(partner: PartnerModel, foresight: Foresight): Intent | null {
  const { knowledge, goal, sees, tick } = foresight
  const said = partner.doing === null ? [] : itemsNamed(partner.doing.value, knowledge)
  const aims = said.length > 0 ? said : itemsOf(goal)
  if (aims.length === 0) return null
  const held = new Set(
    Object.entries(partner.holds).flatMap(([item, { value, confidence }]) =>
      value > 0 && confidence >= SURE ? [item] : [],
    ),
  )
  const next = new Set(aims.flatMap((item) => firstLacking(item, held, knowledge, DEEPEST)))
  if (next.size === 0) return null
  const blocks = [...next].flatMap((item) => knowledge.blocksDropping(item).map(({ block }) => block))
  const [first = ''] = next
  const likeliest = [...next].find((item) => sees.has(item)) ?? first
  return { task: `Obtain ${likeliest.replaceAll('_', ' ')}`, items: [...new Set([...next, ...blocks])], tick }
}

/** Things to get first: by all recipes, since nobody knows which one is taken. */
function firstLacking(
  item: string,
  held: ReadonlySet<string>,
  knowledge: Foresight['knowledge'],
  depth: number,
): readonly string[] {
  if (held.has(item)) return []
  const ways = [
    ...knowledge.recipesFor(item).map(({ ingredients }) => Object.keys(ingredients)),
    ...knowledge.smeltingsFor(item).map(({ from }) => [from]),
  ]
  if (depth === 0) return [item]
  if (ways.length === 0) return toolFirst(item, held, knowledge, depth)
  const lacking = ways.map((parts) => {
    const missing = parts.find((part) => !held.has(part))
    return missing === undefined ? [item] : firstLacking(missing, held, knowledge, depth - 1)
  })
  return [...new Set(lacking.flat())]
}

/** What is dug takes its tool first; of several the one that is named first, which is the simplest. */
function toolFirst(
  item: string,
  held: ReadonlySet<string>,
  knowledge: Foresight['knowledge'],
  depth: number,
): readonly string[] {
  const tools = knowledge.blocksDropping(item).map(({ block }) => knowledge.toolFor(block)?.tools ?? [])
  if (tools.length === 0 || tools.some((of) => of.length === 0 || of.some((tool) => held.has(tool))))
    return [item]
  const [simplest = ''] = tools[0] ?? []
  return firstLacking(simplest, held, knowledge, depth - 1)
}

/** The craftable things that the words of a task name: "Obtain 1 stone pickaxe". */
function itemsNamed(task: string, { craftableItems }: Foresight['knowledge']): readonly string[] {
  const topics = topicsOf(task)
  return craftableItems().filter((item) => topics.includes(item))
}

/** "Obtain 3 oak log or birch log" as `oak_log` and `birch_log`. */
function topicsOf(task: string): readonly string[] {
  return task
    .toLowerCase()
    .replace(/^\w+\s+/, '')
    .split(/\s+or\s+|,\s*/)
    .map((part) =>
      part
        .replace(/^(\d+|some|an?)\s+/, '')
        .trim()
        .replaceAll(' ', '_'),
    )
    .filter(Boolean)
}

function itemsOf(goal: Goal | null): readonly string[] {
  if (goal === null) return []
  if (goal.type === 'all-of' || goal.type === 'any-of') return goal.goals.flatMap(itemsOf)
  return 'item' in goal ? [goal.item] : []
}
