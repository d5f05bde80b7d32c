import type { MindView } from '../../core/brain.ts'
import { type Claim, claimKey } from '../../core/claim.ts'
import type { Perspective } from '../../core/partner.ts'
import { type CostTable, costTable } from './cost-table.ts'
import { type Explanation, explain } from './explain.ts'
import { situationOf } from './situation.ts'

/** How many levels of what a thing is made of are told without being asked. */
const DEEPEST = 5
/** Claims about a thing that was not asked for: the way that is thought cheapest, not all ways. */
const MOST_UNASKED = 6

/**
 * What the partner needs to hear about the topics: how they are got, then how that is got which they are best made of and
 * with, level by level, as far as it is not known to know or to have that. What it said itself is left out.
 */
export function explainFor(
  perspective: Perspective,
  about: readonly string[],
  view: MindView,
): readonly Explanation[] {
  const has = new Set([...perspective.knows, ...Object.keys(perspective.holds)])
  const known = new Set(perspective.knowsAlready.map(claimKey))
  // The partner may own nothing of what the agent owns.
  const costs = costTable(about, { ...situationOf(view), owned: {} }, new Set())
  const told: Explanation[] = []
  const covered = new Set<string>(about)
  let layer: readonly string[] = about
  for (let depth = 0; depth < DEEPEST && layer.length > 0; depth++) {
    const explained = layer.flatMap((topic) => explain(topic, view.knowledge) ?? [])
    told.push(...explained.flatMap((explanation) => shorten(explanation, depth, { known, costs }) ?? []))
    layer = [...new Set(layer.flatMap((topic) => bestMadeOf(topic, costs)))].filter(
      (name) => !covered.has(name) && !has.has(name),
    )
    for (const name of layer) covered.add(name)
  }
  return told
}

interface Filter {
  /** Keys of what the partner said itself. */
  readonly known: ReadonlySet<string>
  readonly costs: CostTable
}

/** What is new of it, and of a thing that was not asked for the best way only; null when nothing is left. */
function shorten({ claims, text }: Explanation, depth: number, { known, costs }: Filter): Explanation | null {
  const fresh = claims.filter((claim) => !known.has(claimKey(claim)))
  const priced = depth === 0 ? fresh : cheapestFirst(fresh, costs).slice(0, MOST_UNASKED)
  return priced.length === 0 ? null : { claims: priced, text: depth === 0 ? text : firstSentences(text) }
}

/** Recipes by what they are made of; all else keeps its place before them. */
function cheapestFirst(claims: readonly Claim[], costs: CostTable): readonly Claim[] {
  const price = (claim: Claim) =>
    claim.type === 'recipe'
      ? Object.keys(claim.ingredients).reduce((sum, item) => sum + costs.cost(item), 1)
      : 0
  return [...claims].sort((a, b) => price(a) - price(b))
}

/** Enough to follow; the rest is in the claims. */
function firstSentences(text: string): string {
  return text
    .split(/(?<=\.) /)
    .slice(0, 2)
    .join(' ')
}

/** What the cheapest way to the thing takes: of each choice the cheapest. */
function bestMadeOf(topic: string, costs: CostTable): readonly string[] {
  const method = costs.method(topic)
  const cheapest = (items: readonly string[]) =>
    [...items].sort((a, b) => costs.cost(a) - costs.cost(b)).slice(0, 1)
  switch (method?.type) {
    case 'craft':
      return method.slots.flatMap(({ items }) => cheapest(items))
    case 'mine':
      return cheapest(method.tools ?? [])
    case 'smelt':
      return cheapest(method.from)
    default:
      return []
  }
}
