import type { Recipe, RecipeResult, ShapedRecipe } from '../data/recipe.ts'
import type { ItemStack } from './item-stack.ts'

/** Finds what a crafting grid makes. */
export interface RecipeBook {
  /** The result for the grid's rows of item names (null for empty cells); null when they make nothing. */
  match(rows: readonly (readonly (string | null)[])[]): RecipeResult | null
  /** What recipes that look at more than names make of the stacks in the grid; null when they make nothing. */
  special(stacks: readonly ItemStack[]): ItemStack | null
}

/**
 * A book of the recipes. A shaped recipe matches anywhere in the grid and also mirrored; a shapeless one in any order.
 */
export function createRecipeBook(
  recipes: readonly Recipe[],
  special: RecipeBook['special'] = () => null,
): RecipeBook {
  const results = new Map<string, RecipeResult>()
  for (const recipe of recipes) {
    for (const key of keysOf(recipe)) if (!results.has(key)) results.set(key, recipe.result)
  }
  return {
    special,
    match: (rows) => {
      const trimmed = trim(rows)
      if (trimmed.length === 0) return null
      return results.get(shapedKey(trimmed)) ?? results.get(shapelessKey(trimmed.flat())) ?? null
    },
  }
}

function keysOf(recipe: Recipe): readonly string[] {
  return recipe.kind === 'shaped' ? shapedKeys(recipe) : [shapelessKey(recipe.ingredients)]
}

function shapedKeys(recipe: ShapedRecipe): readonly string[] {
  const rows = trim(recipe.rows)
  return [shapedKey(rows), shapedKey(rows.map((row) => row.toReversed()))]
}

function shapedKey(rows: readonly (readonly (string | null)[])[]): string {
  return rows.map((row) => row.map((name) => name ?? '').join(',')).join('/')
}

function shapelessKey(ingredients: readonly (string | null)[]): string {
  return `+${ingredients
    .filter((name) => name !== null)
    .toSorted()
    .join('+')}`
}

/** The rows without empty rows and columns at the borders; no rows when all cells are empty. */
function trim(rows: readonly (readonly (string | null)[])[]): readonly (readonly (string | null)[])[] {
  const filledRows = indicesWhere(rows.length, (y) => rows[y]?.some((name) => name !== null) ?? false)
  const width = Math.max(0, ...rows.map((row) => row.length))
  const filledColumns = indicesWhere(width, (x) => rows.some((row) => (row[x] ?? null) !== null))
  const [top, bottom] = [filledRows[0] ?? 0, filledRows.at(-1) ?? -1]
  const [left, right] = [filledColumns[0] ?? 0, filledColumns.at(-1) ?? -1]
  return rows.slice(top, bottom + 1).map((row) => padded(row, right + 1).slice(left, right + 1))
}

function padded(row: readonly (string | null)[], width: number): readonly (string | null)[] {
  return [...row, ...new Array<null>(Math.max(0, width - row.length)).fill(null)]
}

function indicesWhere(length: number, holds: (index: number) => boolean): readonly number[] {
  return Array.from({ length }, (_, index) => index).filter(holds)
}
