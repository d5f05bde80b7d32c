import type { BeliefDraft } from '../../core/belief.ts'
import type { RecipeClaim } from '../../core/claim.ts'
import { countOf, type ItemCounts } from '../../core/item-counts.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { laidOut } from './laid-out.ts'
import { type Act, doubted, gainedBy, seen, textArgument } from './seen.ts'

/** What crafting showed about the recipe that was tried: that it works, how much it makes, or that it makes nothing. */
export function craftingEvidence(act: Act, knowledge: Knowledge): readonly BeliefDraft[] {
  const item = textArgument(act, 0)
  if (item === null) return []
  const { result } = act
  const tried = result.ok || result.code === 'failed' ? laidOut(act) : null
  const recipe = tried === null ? null : knownRecipe(item, tried, knowledge)
  if (recipe === null) return []
  return [result.ok ? seen({ ...recipe, makes: madeEach(act, recipe) }) : doubted(recipe, result.message)]
}

/** How many one crafting made, as far as they came out even. */
function madeEach(act: Act, recipe: RecipeClaim): number {
  const repeats = act.arguments[1]
  const each = countOf(gainedBy(act), recipe.item) / (typeof repeats === 'number' ? repeats : 1)
  return Number.isInteger(each) && each > 0 ? each : recipe.makes
}

function knownRecipe(item: string, ingredients: ItemCounts, knowledge: Knowledge): RecipeClaim | null {
  return knowledge.recipesFor(item).find((recipe) => sameCounts(recipe.ingredients, ingredients)) ?? null
}

function sameCounts(first: ItemCounts, second: ItemCounts): boolean {
  const names = new Set([...Object.keys(first), ...Object.keys(second)])
  return [...names].every((name) => countOf(first, name) === countOf(second, name))
}
