import type { Bot } from '../mineflayer-library.ts'
import type { BookKnowledge } from './book-knowledge.ts'
import { allRecipes } from './game-recipes.ts'
import { itemName, recipeClaim } from './recipe-claim.ts'

/**
 * All that minecraft-data holds, for the agents that start with a full book. It has no tables of smelting, fuels and what
 * mobs drop for certain: there a body tries what it is asked for, as a player would.
 */
export function fullKnowledge(bot: Bot): BookKnowledge {
  const { registry } = bot
  return {
    isFull: true,
    recipesFor: (item) => {
      const id = registry.itemsByName[item]?.id
      return id === undefined ? [] : allRecipes(bot, id).map((recipe) => recipeClaim(recipe, registry))
    },
    smeltingOf: () => null,
    smeltingsFor: () => [],
    fuels: () => [],
    dropsOf: (block) => {
      const drops = registry.blocksByName[block]?.drops
      return drops?.filter((drop) => typeof drop === 'number').map((id) => itemName(registry, id)) ?? null
    },
    toolsFor: (block) => {
      const data = registry.blocksByName[block]
      return data ? Object.keys(data.harvestTools ?? {}).map((id) => itemName(registry, Number(id))) : null
    },
    mobDropsOf: (mob) => {
      const loot = registry.entityLoot[mob] as
        | { readonly drops: readonly { readonly item: string }[] }
        | undefined
      return loot ? [...new Set(loot.drops.map((drop) => drop.item))] : null
    },
  }
}
