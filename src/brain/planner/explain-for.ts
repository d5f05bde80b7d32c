import type { MindView } from '../../core/brain.ts'
import { type Claim, claimKey } from '../../core/claim.ts'
import { claimSentence } from '../../core/claim-sentence.ts'
import type { Perspective } from '../../core/partner.ts'
import { CRAFTING_STATION, SMELTING_STATION } from '../../core/stations.ts'
import { type CostTable, costTable, UNKNOWN_COST } from './cost-table.ts'
import { type Explanation, explain, explainWay } from './explain.ts'
import { lastWord } from './kind.ts'
import type { Method } from './method.ts'
import { situationOf } from './situation.ts'

/** How many levels of what a thing is made of are told without being asked. */
const DEEPEST = 5
/** Claims about a thing that was not asked for. */
const MOST_UNASKED = 16

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
    told.push(...layer.flatMap((topic) => toldAbout(topic, depth === 0, { known, costs, view }) ?? []))
    layer = [...new Set(layer.flatMap((topic) => bestMadeOf(topic, costs)))].filter(
      (name) => !covered.has(name) && !has.has(name),
    )
    for (const name of layer) covered.add(name)
  }
  return [...told, ...usesOf([...covered], told, { known, costs, view })]
}

/** What else can be made of the things that were spoken of, the cheapest of each family of things. */
function usesOf(
  things: readonly string[],
  told: readonly Explanation[],
  { known, view: { knowledge } }: Telling,
): readonly Explanation[] {
  const said = new Set([...known, ...told.flatMap(({ claims }) => claims.map(claimKey))])
  const uses = new Map<string, Claim>()
  for (const recipe of knowledge.craftableItems().flatMap((item) => knowledge.recipesFor(item))) {
    const parts = Object.keys(recipe.ingredients)
    const isNew =
      !things.includes(recipe.item) && !said.has(claimKey(recipe)) && !uses.has(lastWord(recipe.item))
    if (isNew && parts.every((part) => things.includes(part))) uses.set(lastWord(recipe.item), recipe)
  }
  const claims = [...uses.values()].slice(0, MOST_USES)
  return claims.length === 0 ? [] : [{ claims, text: claims.map(claimSentence).join(' ') }]
}

/** Things that are told of beside those that were asked for. */
const MOST_USES = 8

interface Telling {
  /** Keys of what the partner said itself. */
  readonly known: ReadonlySet<string>
  readonly costs: CostTable
  readonly view: MindView
}

/** What is new of it, and of a thing that was not asked for the best way only; null when nothing is left. */
function toldAbout(
  topic: string,
  isAsked: boolean,
  { known, costs, view: { knowledge } }: Telling,
): Explanation | null {
  const method = costs.method(topic)
  const isBest = method !== null && !mayBeMade(topic, method, { costs, knowledge })
  const whole = !isAsked && isBest ? explainWay(topic, method, knowledge) : explain(topic, knowledge)
  if (whole === null) return null
  const fresh = whole.claims.filter((claim) => !known.has(claimKey(claim)))
  const claims = isAsked ? fresh : cheapestFirst(fresh, costs).slice(0, MOST_UNASKED)
  return claims.length === 0 ? null : { claims, text: whole.text }
}

/** Whether the partner may be able to make what the agent itself could only find, for want of a way to the parts. */
function mayBeMade(
  topic: string,
  method: Method,
  { costs, knowledge }: { readonly costs: CostTable; readonly knowledge: MindView['knowledge'] },
): boolean {
  const lacksPart = ({ ingredients }: { readonly ingredients: Readonly<Record<string, number>> }) =>
    Object.keys(ingredients).some((item) => costs.cost(item) >= UNKNOWN_COST)
  return method.type !== 'craft' && knowledge.recipesFor(topic).some(lacksPart)
}

/** Recipes by what they are made of; all else keeps its place before them. */
function cheapestFirst(claims: readonly Claim[], costs: CostTable): readonly Claim[] {
  const price = (claim: Claim) =>
    claim.type === 'recipe'
      ? Object.keys(claim.ingredients).reduce((sum, item) => sum + costs.cost(item), 1)
      : 0
  return [...claims].sort((a, b) => price(a) - price(b))
}

/** Tools that the agent can come by; where it can by none, the simplest that it knows a part of the way to. */
function withinReach(tools: readonly string[], costs: CostTable): readonly string[] {
  const near = tools.filter((tool) => costs.cost(tool) < UNKNOWN_COST)
  return near.length > 0 ? near : tools.filter((tool) => costs.method(tool) !== null).slice(0, 1)
}

/** What the cheapest way to the thing takes: of each choice the cheapest. */
function bestMadeOf(topic: string, costs: CostTable): readonly string[] {
  const method = costs.method(topic)
  const cheapest = (items: readonly string[]) =>
    [...items].sort((a, b) => costs.cost(a) - costs.cost(b)).slice(0, 1)
  switch (method?.type) {
    case 'craft':
      return [
        ...method.slots.flatMap(({ items }) => cheapest(items)),
        ...(method.table ? [CRAFTING_STATION] : []),
      ]
    case 'mine':
      return cheapest(withinReach(method.tools ?? [], costs))
    case 'smelt':
      return [...cheapest(method.from), SMELTING_STATION]
    default:
      return []
  }
}
