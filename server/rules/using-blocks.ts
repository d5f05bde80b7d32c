import type { Position } from '../../src/core/position.ts'
import { furnaceAt, storedItems } from '../game/containers.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { chestLayout } from '../inventory/chest-window.ts'
import { craftingTableLayout } from '../inventory/crafting-table-window.ts'
import { furnaceLayout } from '../inventory/furnace-window.ts'
import { pickBerries } from './berries.ts'
import { openByHand } from './doors.ts'
import { useBed } from './sleeping.ts'
import { useSwitch } from './switches.ts'
import { openWindow } from './windows.ts'

/** Uses the block at the position if it has a use, such as opening it. Says whether it had. */
export function useBlock(game: Game, player: Player, position: Position): boolean {
  const { name } = game.world.blockAt(position)
  if (name === 'crafting_table') {
    openWindow(game, player, craftingTableLayout(player.inventory, game.recipes), position)
    return true
  }
  if (name === 'chest' || name === 'trapped_chest' || name === 'barrel') {
    const title = game.registry.block(name).displayName
    openWindow(game, player, chestLayout(title, storedItems(game, position), player.inventory), position)
    return true
  }
  if (name === 'furnace') {
    openWindow(game, player, furnaceLayout(furnaceAt(game, position), player.inventory), position)
    return true
  }
  if (name.endsWith('_bed')) {
    useBed(game, player, position)
    return true
  }
  return (
    openByHand(game, player, position) || useSwitch(game, position) || pickBerries(game, player, position)
  )
}
