import type { Position } from '../../src/core/position.ts'
import { furnaceAt, storedItems } from '../game/containers.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { chestLayout } from '../inventory/chest-window.ts'
import { craftingTableLayout } from '../inventory/crafting-table-window.ts'
import { furnaceLayout } from '../inventory/furnace-window.ts'
import { otherHalf } from './breaking.ts'
import { useBed } from './sleeping.ts'
import { openWindow } from './windows.ts'

/** Uses the block at the position if it has a use, such as opening it. Says whether it had. */
export function useBlock(game: Game, player: Player, position: Position): boolean {
  const { name, properties } = game.world.blockAt(position)
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
  if (properties.open !== undefined && !name.startsWith('iron_')) {
    toggleOpen(game, position)
    return true
  }
  return false
}

/** Opens or closes a door, trapdoor or gate; both halves of a door move together. */
function toggleOpen(game: Game, position: Position): void {
  const block = game.world.blockAt(position)
  const open = block.properties.open === 'true' ? 'false' : 'true'
  for (const part of [block, otherHalf(game, block)]) {
    if (part !== null) game.world.setBlock(part.position, part.name, { ...part.properties, open })
  }
}
