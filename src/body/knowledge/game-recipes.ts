import type { Bot, Recipe } from '../mineflayer-library.ts'

/** All recipes of the game for the item, whether or not they need a table. */
export function allRecipes(bot: Bot, itemId: number): readonly Recipe[] {
  return bot.recipesAll(itemId, null, true)
}
