import { countOf, type ItemCounts } from '../../core/item-counts.ts'
import type { Bot, Recipe } from '../mineflayer-library.ts'
import type { BookKnowledge } from './book-knowledge.ts'
import { allRecipes } from './game-recipes.ts'
import { recipeClaim } from './recipe-claim.ts'

export type KnownRecipe = Recipe

/** The game's recipes for the item that the agent's book holds, in the game's order. */
export function knownRecipes(bot: Bot, knowledge: BookKnowledge, itemId: number): readonly KnownRecipe[] {
  const recipes = allRecipes(bot, itemId)
  if (knowledge.isFull) return recipes
  const claims = knowledge.recipesFor(bot.registry.items[itemId]?.name ?? '')
  return recipes.filter((recipe) => {
    const { ingredients } = recipeClaim(recipe, bot.registry)
    return claims.some((claim) => sameCounts(claim.ingredients, ingredients))
  })
}

export function sameCounts(a: ItemCounts, b: ItemCounts): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => countOf(a, name) === countOf(b, name))
}
