import type { RecipeValue } from '../../core/skill-values.ts'
import type { Recipe } from '../mineflayer-library.ts'

type RecipeItem = Recipe['result']

export function recipeValue(recipe: Recipe): RecipeValue {
  return {
    result: recipeItemValue(recipe.result),
    inShape: recipe.inShape ? recipe.inShape.map((row) => row.map(recipeItemValue)) : null,
    ingredients: recipe.ingredients ? recipe.ingredients.map(recipeItemValue) : null,
    delta: recipe.delta.map(recipeItemValue),
    requiresTable: recipe.requiresTable,
  }
}

function recipeItemValue(item: RecipeItem): RecipeValue['result'] {
  return { id: item.id, metadata: item.metadata ?? null, count: item.count }
}
