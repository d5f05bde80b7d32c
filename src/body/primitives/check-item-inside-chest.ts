import { formatPosition, type Position } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { type Done, done } from '../acting/done.ts'
import { containerCounts, itemList } from '../acting/held-items.ts'
import { withOpenChest } from './open-chest.ts'

/** Looks into the chest and says what it holds. */
export async function checkItemInsideChest(act: Act, position: Position): Promise<Done> {
  const items = await withOpenChest(act, position, async (chest) => {
    await act.wait(1)
    return containerCounts(chest)
  })
  return done(`The chest at ${formatPosition(position)} holds ${itemList(items)}.`, { items })
}
