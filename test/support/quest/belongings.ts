import type { Act } from '../../../src/body/acting/act.ts'
import type { Item } from '../../../src/body/mineflayer-library.ts'
import { succeeds } from './quester.ts'

/** Free slots below which a bot throws things away. */
const ROOM = 8
/** What the quest takes; anything else is thrown away when room is needed. Of stones one stack is kept. */
const KEPT =
  /(_pickaxe|_sword|_hoe|_log|_planks|_wool|_bed|bucket)$|^(stick|crafting_table|furnace|wheat|wheat_seeds|bread|coal|raw_iron|iron_.*|diamond|redstone|compass|(cooked_)?(beef|porkchop|mutton|chicken))$/
const STONES = ['cobblestone', 'cobbled_deepslate']

/** Throws away what only fills the inventory, so that what the quest takes can be picked up. */
export async function makeRoom(act: Act): Promise<void> {
  const { bot } = act
  if (bot.inventory.emptySlotCount() >= ROOM) return
  // Behind itself, where it does not go next.
  await act.until(bot.look(bot.entity.yaw + Math.PI, 0, true))
  const kept = new Set<string>()
  for (const item of bot.inventory.items() as unknown as readonly Item[]) {
    if (KEPT.test(item.name)) continue
    const isFirst = STONES.includes(item.name) && !kept.has(item.name)
    kept.add(item.name)
    if (!isFirst) await succeeds(act, act.until(bot.tossStack(item as never)))
  }
}
