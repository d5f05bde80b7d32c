import type { Claim } from '../../core/claim.ts'
import type { Bot, Recipe } from '../mineflayer-library.ts'
import { allRecipes } from './game-recipes.ts'

type Registry = Bot['registry']

const claimsOfVersion = new WeakMap<Registry, readonly Claim[]>()

/**
 * What minecraft-data holds about recipes, harvest tools and drops, as claims. It has no tables of smelting and fuels:
 * a body with a full book tries what it is asked for, as a player would.
 */
export function gameClaims(bot: Bot): readonly Claim[] {
  const known = claimsOfVersion.get(bot.registry)
  if (known) return known
  const claims = [...recipeClaims(bot), ...blockClaims(bot.registry)]
  claimsOfVersion.set(bot.registry, claims)
  return claims
}

/** The recipe in the form in which books hold it. */
export function recipeClaim(recipe: Recipe, registry: Registry): Extract<Claim, { type: 'recipe' }> {
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

function recipeClaims(bot: Bot): readonly Claim[] {
  return bot.registry.itemsArray.flatMap((item) =>
    allRecipes(bot, item.id).map((recipe) => recipeClaim(recipe, bot.registry)),
  )
}

function blockClaims(registry: Registry): readonly Claim[] {
  return registry.blocksArray.flatMap((block): readonly Claim[] => [
    { type: 'tool', block: block.name, tools: toolNames(registry, block.harvestTools) },
    {
      type: 'drop',
      block: block.name,
      items: block.drops.filter((drop) => typeof drop === 'number').map((id) => itemName(registry, id)),
    },
  ])
}

function toolNames(registry: Registry, harvestTools: Record<string, boolean> | undefined): string[] {
  return Object.keys(harvestTools ?? {}).map((id) => itemName(registry, Number(id)))
}

function itemName(registry: Registry, id: number): string {
  return registry.items[id]?.name ?? `item ${id}`
}
