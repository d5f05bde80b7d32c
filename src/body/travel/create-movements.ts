import type { Bot, Movements } from '../mineflayer-library.ts'
import { SwimmingMovements } from './swimming-movements.ts'

/** Blocks that are cheap everywhere and that no recipe of weight needs: what a bot may build its way with. */
const SCAFFOLDING = ['dirt', 'coarse_dirt', 'netherrack', 'granite', 'diorite', 'andesite', 'tuff']
/** What somebody placed on purpose: paths go around it. */
const KEPT =
  /(^|_)(crafting_table|furnace|smoker|chest|barrel|bed|door|shulker_box|anvil|torch|sign|farmland)$/

/** How a bot may walk: it digs and builds where it must, does not jump to its death, and spares what others placed. */
export function createMovements(bot: Bot): Movements {
  const movements = new SwimmingMovements(bot)
  movements.maxDropDown = 3
  movements.allow1by1towers = true
  movements.allowParkour = false
  movements.scafoldingBlocks = SCAFFOLDING.flatMap((name) => bot.registry.itemsByName[name]?.id ?? [])
  for (const block of bot.registry.blocksArray) {
    if (KEPT.test(block.name)) movements.blocksCantBreak.add(block.id)
  }
  return movements
}
