/** A step of the tech tree, reached when any item of its kind has been held. */
export interface Milestone {
  readonly name: string
  readonly items: RegExp
}

/**
 * The tech tree from bare hands to diamonds, in the order in which the game unlocks it. Voyager counts the tools of
 * wood, stone, iron and diamond; what lies between them is counted here too, so that small steps show.
 */
export const MILESTONES: readonly Milestone[] = [
  { name: 'log', items: /_(log|stem)$/ },
  { name: 'planks', items: /_planks$/ },
  { name: 'stick', items: /^stick$/ },
  { name: 'crafting table', items: /^crafting_table$/ },
  { name: 'wooden tool', items: /^wooden_/ },
  { name: 'wooden pickaxe', items: /^wooden_pickaxe$/ },
  { name: 'cobblestone', items: /^(cobblestone|cobbled_deepslate)$/ },
  { name: 'stone tool', items: /^stone_(axe|hoe|pickaxe|shovel|sword)$/ },
  { name: 'stone pickaxe', items: /^stone_pickaxe$/ },
  { name: 'furnace', items: /^furnace$/ },
  { name: 'coal', items: /^(coal|charcoal)$/ },
  { name: 'torch', items: /^torch$/ },
  { name: 'raw metal', items: /^raw_(iron|copper|gold)$/ },
  { name: 'iron ingot', items: /^iron_ingot$/ },
  { name: 'iron tool', items: /^(iron_(axe|hoe|pickaxe|shovel|sword)|shears|bucket|flint_and_steel)$/ },
  { name: 'iron pickaxe', items: /^iron_pickaxe$/ },
  { name: 'iron armour', items: /^iron_(helmet|chestplate|leggings|boots)$/ },
  { name: 'redstone or gold', items: /^(redstone|gold_ingot)$/ },
  { name: 'diamond', items: /^diamond$/ },
  { name: 'diamond tool', items: /^diamond_(axe|hoe|pickaxe|shovel|sword)$/ },
]

/** When each milestone was reached first, from when each item was held first. */
export function reachedMilestones(items: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const reached = MILESTONES.map(({ name, items: kinds }) => {
    const ticks = Object.entries(items).flatMap(([item, tick]) => (kinds.test(item) ? [tick] : []))
    return [name, ticks.length === 0 ? null : Math.min(...ticks)] as const
  })
  return Object.fromEntries(reached.filter((entry): entry is [string, number] => entry[1] !== null))
}
