import * as z from 'zod'
import { distanceBetween, type Position } from '../../core/position.ts'
import { itemByIdOrName } from '../acting/names.ts'
import { itemKey, name } from '../host/common-parameters.ts'
import { type ReadMethod, type ReadSource, readMethod } from '../host/read-method.ts'
import { knownRecipes } from '../knowledge/known-recipes.ts'
import type { Recipe } from '../mineflayer-library.ts'
import { recipeValue } from '../values/recipe-value.ts'

const atTable = z.boolean().default(false)
const minResultCount = z.number('it should be a number').int().min(1).max(2304).default(1)

/** What the agent's recipe book and tool knowledge hold; never what only the game's data knows. */
export const bookReads: Readonly<Record<string, ReadMethod>> = {
  recipesFor: readMethod({ item: itemKey, minResultCount, atTable }, (source, values) =>
    recipes(source, values)
      .filter((recipe) => isCovered(source, recipe, values.minResultCount))
      .map(recipeValue),
  ),
  recipesAll: readMethod({ item: itemKey, atTable }, (source, values) =>
    recipes(source, values).map(recipeValue),
  ),
  knownRecipes: readMethod({ item: name }, ({ knowledge }, { item }) => knowledge.recipesFor(item)),
  knownSmeltings: readMethod({ item: name }, ({ knowledge }, { item }) => knowledge.smeltingsFor(item)),
  knownFuels: readMethod({}, ({ knowledge }) => knowledge.fuels()),
  knownDrops: readMethod({ block: name }, ({ knowledge }, { block }) => knowledge.dropsOf(block)),
  knownHarvestTools: readMethod({ block: name }, ({ knowledge }, { block }) => knowledge.toolsFor(block)),
  rememberedPlaces: readMethod({ names: z.array(name).max(256) }, ({ bot, places }, { names }) => {
    const distance = (position: Position) => distanceBetween(position, bot.entity.position)
    return places
      .filter(({ what }) => names.includes(what))
      .map(({ position: { x, y, z } }) => ({ x, y, z }))
      .sort((a, b) => distance(a) - distance(b))
  }),
  knownMobDrops: readMethod({ mob: name }, ({ knowledge }, { mob }) => knowledge.mobDropsOf(mob)),
}

function recipes(
  { bot, knowledge }: ReadSource,
  values: { readonly item: string | number; readonly atTable: boolean },
): readonly Recipe[] {
  const { id } = itemByIdOrName(bot.registry, values.item)
  return knownRecipes(bot, knowledge, id).filter((recipe) => values.atTable || !recipe.requiresTable)
}

function isCovered({ bot }: ReadSource, recipe: Recipe, minResultCount: number): boolean {
  const times = Math.ceil(minResultCount / recipe.result.count)
  return recipe.delta.every(({ id, count }) => bot.inventory.count(id, null) + count * times >= 0)
}
