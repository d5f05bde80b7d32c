import * as z from 'zod'
import type { BeliefDraft } from '../../core/belief.ts'
import type { RecipeClaim } from '../../core/claim.ts'
import { countOf, type ItemCounts, itemCountsSchema } from '../../core/item-counts.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { type Act, doubted, gainedBy, seen, textArgument } from './seen.ts'

/** What crafting showed about the recipe that was tried: that it works, how much it makes, or that it makes nothing. */
export function craftingEvidence(act: Act, knowledge: Knowledge): readonly BeliefDraft[] {
  const item = textArgument(act, 0)
  if (item === null) return []
  const { result } = act
  if (!result.ok) {
    const tried = result.code === 'failed' ? laidOut(result.message) : null
    const recipe = tried === null ? null : knownRecipe(item, tried, knowledge)
    return recipe === null ? [] : [doubted(recipe, result.message)]
  }
  const parsed = craftedSchema.safeParse(result.value)
  const recipe = parsed.success ? knownRecipe(item, parsed.data.ingredients, knowledge) : null
  return recipe === null ? [] : [seen({ ...recipe, makes: madeEach(act, recipe) })]
}

const craftedSchema = z.object({ ingredients: itemCountsSchema })

/** How many one crafting made, as far as they came out even. */
function madeEach(act: Act, recipe: RecipeClaim): number {
  const repeats = act.arguments[1]
  const each = countOf(gainedBy(act), recipe.item) / (typeof repeats === 'number' ? repeats : 1)
  return Number.isInteger(each) && each > 0 ? each : recipe.makes
}

/** The ingredients of "Putting 2 stick and 1 coal on the crafting_table made nothing.", as a player would have seen. */
function laidOut(message: string): ItemCounts | null {
  const list = /^Putting (.+) (?:on the|in the) .+ made nothing/.exec(message)?.[1]
  if (list === undefined) return null
  const parts = [...list.matchAll(/(\d+) ([a-z0-9_]+)/g)]
  return Object.fromEntries(parts.map(([, count, item]) => [item, Number(count)]))
}

function knownRecipe(item: string, ingredients: ItemCounts, knowledge: Knowledge): RecipeClaim | null {
  return knowledge.recipesFor(item).find((recipe) => sameCounts(recipe.ingredients, ingredients)) ?? null
}

function sameCounts(first: ItemCounts, second: ItemCounts): boolean {
  const names = new Set([...Object.keys(first), ...Object.keys(second)])
  return [...names].every((name) => countOf(first, name) === countOf(second, name))
}
