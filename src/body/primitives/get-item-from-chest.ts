import { countOf, type ItemCounts } from '../../core/item-counts.ts'
import type { Position } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { containerCounts, itemList } from '../acting/held-items.ts'
import { itemByName } from '../acting/names.ts'
import { withinTicks } from '../acting/within-ticks.ts'
import { WINDOW_TICKS, withOpenChest } from './open-chest.ts'

/** Takes the items out of the chest; as many as there are where it holds too few, which is a failure all the same. */
export async function getItemFromChest(act: Act, position: Position, items: ItemCounts): Promise<Done> {
  const { registry } = act.bot
  for (const name of Object.keys(items)) itemByName(registry, name)
  const { moved, left } = await withOpenChest(act, position, async (chest) => {
    const taken: Record<string, number> = {}
    for (const [name, count] of Object.entries(items)) {
      const available = Math.min(count, countOf(containerCounts(chest), name))
      if (available === 0) continue
      const taking = chest.withdraw(itemByName(registry, name).id, null, available)
      await withinTicks(act, WINDOW_TICKS, `Taking ${available} ${name} out of the chest`, taking)
      taken[name] = available
    }
    return { moved: taken, left: containerCounts(chest) }
  })
  const lacking = Object.entries(items).filter(([name, count]) => countOf(moved, name) < count)
  if (lacking.length === 0) return done(`Took ${itemList(moved)} out of the chest.`, { moved, items: left })
  const missing = lacking.map(([name, count]) => [name, count - countOf(moved, name)] as const)
  throw new ActFailure(
    'not-found',
    `The chest lacks ${itemList(Object.fromEntries(missing))}; took ${itemList(moved)}.`,
    { moved, items: left },
  )
}
