import type { RecipeClaim } from '../../core/claim.ts'
import { countOf, type ItemCounts } from '../../core/item-counts.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { findItem, gainedItems, inventoryCounts, itemList } from '../acting/held-items.ts'
import { itemByName } from '../acting/names.ts'
import { withinTicks } from '../acting/within-ticks.ts'
import { allRecipes } from '../knowledge/game-recipes.ts'
import { sameCounts } from '../knowledge/known-recipes.ts'
import { recipeClaim } from '../knowledge/recipe-claim.ts'
import type { Block, Bot, Recipe } from '../mineflayer-library.ts'
import { findNearestBlock, reachBlock, SEARCH_DISTANCE } from './near-block.ts'

const CRAFT_TICKS = 200
const TABLE = 'crafting_table'
/** How many recipes for one thing a failure names when all of them lack as much. */
const NAMED_RECIPES = 3

/**
 * Crafts the item `count` times by a recipe of the agent's book, at a crafting table within 32 blocks where the book
 * says that it takes one. A recipe of the book that the game does not have is tried and makes nothing.
 */
export async function craftItem(act: Act, name: string, count: number): Promise<Done> {
  const { bot } = act
  itemByName(bot.registry, name)
  const claim = chooseRecipe(act.knowledge.recipesFor(name), name, { count, has: inventoryCounts(bot) })
  const table = claim.table ? await reachTable(act, name) : null
  const recipe = findRecipe(bot, claim)
  if (recipe === null || (recipe.requiresTable && table === null)) throw nothingMade(claim)
  const before = inventoryCounts(bot)
  await craftTimes(act, { recipe, count, table, name })
  const gained = gainedItems(before, inventoryCounts(bot))
  if (countOf(gained, name) === 0) throw nothingMade(claim)
  act.tally.add('crafted', name, countOf(gained, name))
  return done(`Crafted ${itemList(gained)}.`, { gained, ingredients: claim.ingredients })
}

/** The recipe that the inventory covers, or the first one's failure. */
function chooseRecipe(
  recipes: readonly RecipeClaim[],
  name: string,
  wanted: { readonly count: number; readonly has: ItemCounts },
): RecipeClaim {
  const [first] = recipes
  if (first === undefined) throw new ActFailure('unknown-recipe', `I do not know how to craft ${name}.`)
  const options = recipes
    .map((recipe) => ({ recipe, lacks: lackingItems(recipe, wanted) }))
    .toSorted((a, b) => total(a.lacks) - total(b.lacks))
  const best = options[0] ?? { recipe: first, lacks: first.ingredients }
  if (total(best.lacks) === 0) return best.recipe
  const nearest = options.filter(({ lacks }) => total(lacks) === total(best.lacks)).slice(0, NAMED_RECIPES)
  const ways = nearest.map(({ recipe, lacks }) => {
    const takes = times(recipe.ingredients, wanted.count)
    return itemList(takes) + (total(lacks) < total(takes) ? ` (missing ${itemList(lacks)})` : '')
  })
  const lacksAll = ways.every((way) => !way.includes('missing')) ? '; none of it is in the inventory' : ''
  throw new ActFailure(
    'missing-ingredient',
    `Crafting ${name} ${wanted.count} time(s) takes ${ways.join(', or ')}${lacksAll}.`,
  )
}

function times(ingredients: ItemCounts, count: number): ItemCounts {
  return Object.fromEntries(Object.entries(ingredients).map(([item, one]) => [item, one * count]))
}

function lackingItems(
  recipe: RecipeClaim,
  wanted: { readonly count: number; readonly has: ItemCounts },
): ItemCounts {
  const lacks = Object.entries(recipe.ingredients).map(
    ([item, one]) => [item, one * wanted.count - countOf(wanted.has, item)] as const,
  )
  return Object.fromEntries(lacks.filter(([, lack]) => lack > 0))
}

function total(counts: ItemCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

async function reachTable(act: Act, name: string): Promise<Block> {
  const table = findNearestBlock(act.bot, TABLE)
  if (table === null) {
    const advice = findItem(act.bot, TABLE)
      ? `There is a ${TABLE} in the inventory: place it first.`
      : 'Place one nearby first.'
    throw new ActFailure(
      'not-found',
      `Crafting ${name} takes a ${TABLE}, and none is within ${SEARCH_DISTANCE} blocks. ${advice}`,
    )
  }
  await reachBlock(act, table)
  return table
}

/** The game's recipe that takes what the book says. */
function findRecipe(bot: Bot, claim: RecipeClaim): Recipe | null {
  const recipes = allRecipes(bot, itemByName(bot.registry, claim.item).id)
  return (
    recipes.find((recipe) => sameCounts(recipeClaim(recipe, bot.registry).ingredients, claim.ingredients)) ??
    null
  )
}

async function craftTimes(
  act: Act,
  job: {
    readonly recipe: Recipe
    readonly count: number
    readonly table: Block | null
    readonly name: string
  },
): Promise<void> {
  const { bot } = act
  for (let time = 0; time < job.count; time++) {
    const has = countOf(inventoryCounts(bot), job.name)
    const crafting = bot.craft(job.recipe, 1, job.table ?? undefined)
    await withinTicks(act, CRAFT_TICKS, `Crafting ${job.name}`, crafting)
    // The server's view of the inventory follows within a tick or two.
    for (let tick = 0; tick < 10 && countOf(inventoryCounts(bot), job.name) <= has; tick++) await act.wait(1)
    if (countOf(inventoryCounts(bot), job.name) <= has) return
  }
}

function nothingMade(claim: RecipeClaim): ActFailure {
  const where = claim.table ? `on the ${TABLE}` : 'in the inventory grid'
  return new ActFailure('failed', `Putting ${itemList(claim.ingredients)} ${where} made nothing.`)
}
