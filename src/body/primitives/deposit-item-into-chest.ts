import { countOf, type ItemCounts } from '../../core/item-counts.ts'
import type { Position } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { containerCounts, gainedItems, inventoryCounts, itemList } from '../acting/held-items.ts'
import { itemByName } from '../acting/names.ts'
import { withinTicks } from '../acting/within-ticks.ts'
import { type Chest, WINDOW_TICKS, withOpenChest } from './open-chest.ts'

export interface Deposit {
  readonly position: Position
  readonly items: ItemCounts
  /** The player for whom they are put down, which counts as given to it; null where they are for nobody. */
  readonly player: string | null
}

/** Puts the items into the chest. Fails with `missing-ingredient` before it moves anything when too few are held. */
export async function depositItemIntoChest(act: Act, { position, items, player }: Deposit): Promise<Done> {
  const { bot } = act
  for (const name of Object.keys(items)) itemByName(bot.registry, name)
  const has = inventoryCounts(bot)
  for (const [name, count] of Object.entries(items)) {
    if (countOf(has, name) >= count) continue
    const held = countOf(has, name)
    throw new ActFailure(
      'missing-ingredient',
      `Cannot deposit ${count} ${name}: the inventory holds ${held}.`,
    )
  }
  const held = await withOpenChest(act, position, async (chest) => {
    const before = containerCounts(chest)
    try {
      for (const [name, count] of Object.entries(items)) await deposit(act, chest, name, count)
    } finally {
      if (player !== null) noteGiven(act, player, items, gainedItems(before, containerCounts(chest)))
    }
    return containerCounts(chest)
  })
  const whom = player === null ? '' : ` for ${player}`
  return done(`Put ${itemList(items)} into the chest${whom}.`, { moved: items, items: held })
}

function noteGiven(act: Act, player: string, items: ItemCounts, added: ItemCounts): void {
  for (const [name, count] of Object.entries(items)) {
    const given = Math.min(count, countOf(added, name))
    if (given > 0) act.tally.addGiven(player, name, given)
  }
}

async function deposit(act: Act, chest: Chest, name: string, count: number): Promise<void> {
  const before = countOf(containerCounts(chest), name)
  try {
    const putting = chest.deposit(itemByName(act.bot.registry, name).id, null, count)
    await withinTicks(act, WINDOW_TICKS, `Putting ${count} ${name} into the chest`, putting)
  } catch (error) {
    if (!(error instanceof ActFailure) || !error.message.includes('destination full')) throw error
    const items = containerCounts(chest)
    const fitted = countOf(items, name) - before
    throw new ActFailure('no-space', `The chest is full: ${count} ${name} did not all fit.`, {
      ...(fitted > 0 && { moved: { [name]: fitted } }),
      items,
    })
  }
  if (countOf(containerCounts(chest), name) - before < count) {
    throw new ActFailure('failed', `Not all of the ${count} ${name} went into the chest.`)
  }
}
