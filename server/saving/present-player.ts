import type { Player } from '../game/player.ts'
import { type SavedPlayer, savePlayer } from '../game/saved-player.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import { HOTBAR_END, MAIN_START } from '../inventory/player-inventory.ts'

/**
 * A player who stays in the game as it would be if it left: what hangs at its pointer and lies in its crafting grid goes
 * into empty places, as far as there are any.
 */
export function presentPlayer(player: Player): SavedPlayer {
  const saved = savePlayer(player)
  const items = [...saved.items]
  for (const stack of looseStacks(player)) {
    const place = items.findIndex((item, index) => item === null && index >= MAIN_START && index < HOTBAR_END)
    if (place >= 0) items[place] = stack
  }
  return { ...saved, items }
}

/** The result of a crafting grid, its first slot, is not there yet. */
function looseStacks({ cursor, window }: Player): readonly ItemStack[] {
  const inGrid = window.layout.gridSlots.slice(1).map((index) => window.slot(index)?.read() ?? null)
  return [cursor.stack, ...inGrid].filter((stack) => stack !== null)
}
