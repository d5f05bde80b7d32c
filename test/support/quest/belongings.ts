import type { Act } from '../../../src/body/acting/act.ts'
import type { Item } from '../../../src/body/mineflayer-library.ts'
import { succeeds } from './quester.ts'

/** Free slots below which a bot throws things away. */
const ROOM = 6
/** What digging brings and nothing on the quest takes; of cobblestone one stack is kept. */
const JUNK =
  /^(granite|diorite|andesite|tuff|gravel|flint|dirt|sand|sandstone|calcite|raw_copper|raw_gold|lapis_lazuli|emerald|cobbled_deepslate|cobblestone|.*_sapling|apple|feather|leather|wooden_pickaxe)$/
const KEPT = ['cobblestone', 'cobbled_deepslate']

/** Throws away what only fills the inventory, so that what the quest needs can be picked up. */
export async function makeRoom(act: Act): Promise<void> {
  const { bot } = act
  if (bot.inventory.emptySlotCount() >= ROOM) return
  const kept = new Set<string>()
  for (const item of bot.inventory.items() as unknown as readonly Item[]) {
    if (!JUNK.test(item.name)) continue
    const isFirst = KEPT.includes(item.name) && !kept.has(item.name)
    kept.add(item.name)
    if (!isFirst) await succeeds(act, act.until(bot.tossStack(item as never)))
  }
}
