import { InputError } from '../../core/errors.ts'
import type { ItemCounts } from '../../core/item-counts.ts'
import { nearestName } from '../../core/nearest-name.ts'
import { gameData } from '../../mind/game-data.ts'
import type { TeamFile } from '../team-schema.ts'

/** Slots of a player's inventory besides armour and off-hand. */
const SLOTS = 36

/**
 * What the agents carry when they join, by name; those with empty hands are left out. Throws an InputError for a name
 * that is no item of the version, and for more than an inventory holds.
 */
export function belongingsOf({ agents, version }: TeamFile): Readonly<Record<string, ItemCounts>> {
  const laden = agents.filter(({ inventory }) => Object.keys(inventory).length > 0)
  if (laden.length === 0) return {}
  const items = new Map(Object.values(gameData(version).items).map((item) => [item.name, item.stackSize]))
  for (const { name, inventory } of laden) {
    let slots = 0
    for (const [item, count] of Object.entries(inventory)) {
      const stackSize = items.get(item)
      if (stackSize === undefined) {
        const nearest = nearestName(item, [...items.keys()]) ?? 'oak_log'
        throw new InputError(
          `The inventory of the agent "${name}" names "${item}", which is no item of Minecraft ${version}. Write a name such as "${nearest}".`,
        )
      }
      slots += Math.ceil(count / stackSize)
    }
    if (slots > SLOTS) {
      throw new InputError(
        `The inventory of the agent "${name}" takes ${slots} slots, and a player has ${SLOTS}: give it less.`,
      )
    }
  }
  return Object.fromEntries(laden.map(({ name, inventory }) => [name, inventory]))
}
