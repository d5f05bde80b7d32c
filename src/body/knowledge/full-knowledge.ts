import type { FuelClaim, SmeltingClaim } from '../../core/claim.ts'
import { fuelValue, SMELTING } from '../../core/smelting-table.ts'
import type { Bot } from '../mineflayer-library.ts'
import type { BookKnowledge } from './book-knowledge.ts'
import { allRecipes } from './game-recipes.ts'
import { itemName, recipeClaim } from './recipe-claim.ts'

/**
 * All that minecraft-data holds, for the agents that start with a full book, and what our own table says of smelting. That
 * table and what mobs drop are not complete: there a body tries what it is asked for, as a player would.
 */
export function fullKnowledge(bot: Bot): BookKnowledge {
  const { registry } = bot
  const smeltings = smeltingClaims(registry)
  const fuels = fuelClaims(registry)
  return {
    isFull: true,
    recipesFor: (item) => {
      const id = registry.itemsByName[item]?.id
      return id === undefined ? [] : allRecipes(bot, id).map((recipe) => recipeClaim(recipe, registry))
    },
    smeltingOf: (ingredient) => smeltings.find(({ from }) => from === ingredient) ?? null,
    smeltingsFor: (item) => smeltings.filter((smelting) => smelting.item === item),
    fuels: () => fuels,
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

type Registry = Bot['registry']

/** What the table says, as far as the version has the items. */
function smeltingClaims({ itemsByName }: Registry): readonly SmeltingClaim[] {
  return SMELTING.filter(([item, from]) => itemsByName[item] && itemsByName[from]).map(([item, from]) => ({
    type: 'smelting',
    item,
    from,
  }))
}

function fuelClaims({ itemsByName }: Registry): readonly FuelClaim[] {
  return Object.keys(itemsByName).flatMap((item): FuelClaim[] => {
    const smelts = fuelValue(item)
    return smelts === null ? [] : [{ type: 'fuel', item, smelts }]
  })
}
