/** A crafting recipe. Cells hold item names; null is an empty cell. */
export type Recipe = ShapedRecipe | ShapelessRecipe

export interface ShapedRecipe {
  readonly kind: 'shaped'
  /** Rows from top to bottom, without empty rows or columns at the borders. */
  readonly rows: readonly (readonly (string | null)[])[]
  readonly result: RecipeResult
}

export interface ShapelessRecipe {
  readonly kind: 'shapeless'
  readonly ingredients: readonly string[]
  readonly result: RecipeResult
}

export interface RecipeResult {
  readonly item: string
  readonly count: number
}
