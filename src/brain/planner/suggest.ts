import type { MindView } from '../../core/brain.ts'
import { type Claim, claimKey } from '../../core/claim.ts'
import { claimSentence } from '../../core/claim-sentence.ts'
import { type CostTable, costTable, UNKNOWN_COST } from './cost-table.ts'
import type { Explanation } from './explain.ts'
import { lastWord } from './kind.ts'
import { itemsHad, usefulness } from './novelty.ts'
import { situationOf } from './situation.ts'

/** Things that one answer suggests. */
const MOST_SUGGESTED = 14
/** Claims about one of them: all variants of a recipe that the partner could use would be too many. */
const MOST_CLAIMS = 4

/**
 * What a partner could make next, or get where it is: things one step from what it knows how to get, that it was not told of
 * before. Things of a new sort come first, then what promises most for its price. Who does not take the partner's side
 * goes by what it has had itself.
 *
 * @param known things that the partner says it knows how to get
 */
export function suggestFor(
  view: MindView,
  partner: string,
  known: readonly string[],
): readonly Explanation[] {
  const has = new Set(view.perspective === null ? itemsHad(view) : known)
  const told = toldBefore(view, partner)
  const isNew = ({ claims }: Suggestion) => claims.some((claim) => !told.has(claimKey(claim)))
  const suggestions = within(view, has).filter(isNew)
  const items = suggestions.map(({ item }) => item)
  const owned = Object.fromEntries([...has].map((item) => [item, 1]))
  const costs = costTable(items, { ...situationOf(view), owned }, new Set())
  return newSortsFirst(byPromise(suggestions, costs, usefulness(view, has)), has)
    .slice(0, MOST_SUGGESTED)
    .map(({ claims }) => ({ claims, text: claims.slice(0, 1).map(claimSentence).join(' ') }))
}

/** A thing that is within reach, with what has to be known to get it. */
interface Suggestion {
  readonly item: string
  readonly claims: readonly Claim[]
}

/** Keys of what the partner heard from the agent; empty without a picture of it. */
function toldBefore({ partners }: MindView, partner: string): ReadonlySet<string> {
  const model = partners.find(({ agent }) => agent === partner)
  return new Set((model?.believes ?? []).map(({ claim }) => claimKey(claim)))
}

/** All that can be got in one step by who can get the given things. */
function within(view: MindView, has: ReadonlySet<string>): readonly Suggestion[] {
  const ways = new Map<string, Claim[]>()
  for (const { item, claims } of [...crafting(view, has), ...smelting(view, has), ...harvesting(view, has)]) {
    if (has.has(item) || item === 'air') continue
    const before = ways.get(item) ?? []
    ways.set(item, [...before, ...claims].slice(0, MOST_CLAIMS))
  }
  return [...ways].map(([item, claims]) => ({ item, claims }))
}

function crafting({ knowledge }: MindView, has: ReadonlySet<string>): readonly Suggestion[] {
  return knowledge
    .craftableItems()
    .flatMap((item) => knowledge.recipesFor(item))
    .filter(({ ingredients }) => Object.keys(ingredients).every((part) => has.has(part)))
    .map((recipe) => ({ item: recipe.item, claims: [recipe] }))
}

function smelting({ knowledge }: MindView, has: ReadonlySet<string>): readonly Suggestion[] {
  return [...has].flatMap((from) => {
    const claim = knowledge.smeltingOf(from)
    return claim === null ? [] : [{ item: claim.item, claims: [claim] }]
  })
}

/** Blocks that are in sight, and those that are known to lie below the ground, as far as the partner has a tool for them. */
function harvesting({ knowledge, percept }: MindView, has: ReadonlySet<string>): readonly Suggestion[] {
  const inSight = percept.blocks.map(({ name }) => name)
  return [...new Set([...inSight, ...knowledge.buriedBlocks()])].flatMap((block) => {
    const [drop, tool, depth] = [knowledge.dropsOf(block), knowledge.toolFor(block), knowledge.depthOf(block)]
    if (drop === null || tool === null) return []
    if (tool.tools.length > 0 && !tool.tools.some((name) => has.has(name))) return []
    const claims = [drop, tool, ...(depth === null ? [] : [depth])]
    return drop.items.map((item) => ({ item, claims }))
  })
}

function byPromise(
  suggestions: readonly Suggestion[],
  costs: CostTable,
  uses: (item: string) => number,
): readonly Suggestion[] {
  const price = ({ item }: Suggestion) => Math.min(costs.methodCost(item), UNKNOWN_COST) / uses(item)
  return suggestions
    .map((suggestion) => ({ ...suggestion, price: price(suggestion) }))
    .sort((a, b) => a.price - b.price || (a.item < b.item ? -1 : 1))
}

/** One of each sort that the partner has nothing of, then the rest. */
function newSortsFirst(suggestions: readonly Suggestion[], has: ReadonlySet<string>): readonly Suggestion[] {
  const sorts = new Set([...has].map(lastWord))
  const first = suggestions.filter(({ item }) => {
    const isNew = !sorts.has(lastWord(item))
    sorts.add(lastWord(item))
    return isNew
  })
  return [...first, ...suggestions.filter((suggestion) => !first.includes(suggestion))]
}
