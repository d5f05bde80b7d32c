import type { RecipeClaim } from '../../core/claim.ts'
import type { Bot, Recipe } from '../mineflayer-library.ts'

type Registry = Bot['registry']

/** The game's recipe in the form in which books hold it. */
export function recipeClaim(recipe: Recipe, registry: Registry): RecipeClaim {
  const ingredients: Record<string, number> = {}
  for (const { id, count } of recipe.delta) {
    if (count < 0) ingredients[itemName(registry, id)] = -count
  }
  return {
    type: 'recipe',
    item: itemName(registry, recipe.result.id),
    makes: recipe.result.count,
    ingredients,
    table: recipe.requiresTable,
  }
}

export function itemName(registry: Registry, id: number): string {
  return registry.items[id]?.name ?? `item ${id}`
}
