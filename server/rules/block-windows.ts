import { distanceBetween, type Position } from '../../src/core/position.ts'
import { furnaceAt, storedItems } from '../game/containers.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { craftingTableLayout } from '../inventory/crafting-table-window.ts'
import { furnaceLayout } from '../inventory/furnace-window.ts'
import { storageLayout } from '../inventory/storage-window.ts'
import type { WindowHost, WindowLayout } from '../inventory/window.ts'
import type { WorldBlock } from '../world/world.ts'
import { releaseExperience } from './smelting.ts'
import { openWindow } from './windows.ts'

/** How far a player may go from a block before its window closes. */
const REACH = 8

/** Opens the window of the block for the player if it has one. Says whether it has. */
export function openBlock(game: Game, player: Player, position: Position): boolean {
  const layout = layoutOf(game, player, game.world.blockAt(position))
  if (layout === null) return false
  openWindow(game, player, layout, blockHost(game, player, position))
  return true
}

/** A block that a window belongs to: it can be used while it stands and the player is near. */
export function blockHost(game: Game, player: Player, position: Position): WindowHost {
  const { kind } = game.world.blockAt(position)
  return {
    isUsable: () =>
      game.world.blockAt(position).kind === kind && distanceBetween(player.eyes, position) <= REACH,
  }
}

function layoutOf(game: Game, player: Player, block: WorldBlock): WindowLayout | null {
  const { inventory } = player
  const title = block.kind.displayName
  switch (block.name) {
    case 'crafting_table':
      return craftingTableLayout(inventory, game.recipes)
    case 'furnace':
    case 'blast_furnace':
    case 'smoker': {
      const furnace = furnaceAt(game, block.position)
      const taken = () => releaseExperience(game, furnace, player.position)
      return furnaceLayout({ furnace, title, taken }, inventory)
    }
    case 'chest':
    case 'trapped_chest':
    case 'barrel':
      return storageLayout({ kind: 'chest', title, contents: [storedItems(game, block.position)] }, inventory)
    default:
      return null
  }
}
