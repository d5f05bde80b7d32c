import { distanceBetween, type Position } from '../../src/core/position.ts'
import { furnaceAt, storedItems } from '../game/containers.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { craftingTableLayout } from '../inventory/crafting-table-window.ts'
import { furnaceLayout } from '../inventory/furnace-window.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import { storageLayout } from '../inventory/storage-window.ts'
import type { WindowHost, WindowKind, WindowLayout } from '../inventory/window.ts'
import type { WorldBlock } from '../world/world.ts'
import { anvilLayout } from './anvils.ts'
import { enchantingTableLayout } from './enchanting.ts'
import { grindstoneLayout } from './grindstones.ts'
import { countViewer, isHeldShut } from './lids.ts'
import { otherChest } from './shapes/chests.ts'
import { releaseExperience } from './smelting.ts'
import { openWindow } from './windows.ts'

/** How far a player may go from a block before its window closes. */
const REACH = 8

/** Opens the window of the block for the player if it has one. Says whether it has, be it held shut. */
export function openBlock(game: Game, player: Player, position: Position): boolean {
  const blocks = halvesOf(game, game.world.blockAt(position))
  const layout = layoutOf(game, player, blocks)
  if (layout === null) return false
  const places = blocks.map((block) => block.position)
  if (isHeldShut(game, places)) return true
  const closed = () => countViewer(game, places, -1)
  openWindow(game, player, layout, { ...blockHost(game, player, blocks), closed })
  countViewer(game, places, 1)
  return true
}

/**
 * Blocks that a window belongs to: they can be used while they stand as they did, hold what they held, and the player is near.
 * Another chest in the place of one that was broken is not the same.
 */
export function blockHost(game: Game, player: Player, blocks: readonly WorldBlock[]): WindowHost {
  const held = blocks.map(({ position }) => game.world.blockEntityAt(position))
  return {
    isUsable: () =>
      blocks.every(({ position, kind, properties }, index) => {
        if (game.world.blockEntityAt(position) !== held[index]) return false
        const now = game.world.blockAt(position)
        const isSame =
          isLike(now.kind.name, kind.name) && (blocks.length === 1 || now.properties.type === properties.type)
        return isSame && distanceBetween(player.eyes, position) <= REACH
      }),
  }
}

/** Anvils wear while they are used. */
function isLike(block: string, other: string): boolean {
  return block === other || (block.endsWith('anvil') && other.endsWith('anvil'))
}

/** Both halves of a large chest, the one whose items come first before the other; any other block alone. */
function halvesOf(game: Game, block: WorldBlock): readonly WorldBlock[] {
  const other = /^(trapped_)?chest$/.test(block.name) ? otherChest(game, block) : null
  if (other === null) return [block]
  return block.properties.type === 'right' ? [block, other] : [other, block]
}

const storageKinds: Readonly<Record<string, WindowKind>> = {
  chest: 'chest',
  trapped_chest: 'chest',
  barrel: 'chest',
  hopper: 'hopper',
  dispenser: 'dispenser',
  dropper: 'dispenser',
}

function layoutOf(game: Game, player: Player, blocks: readonly WorldBlock[]): WindowLayout | null {
  const [block] = blocks
  if (block === undefined) return null
  const { inventory } = player
  const title = block.kind.displayName
  switch (block.name) {
    case 'crafting_table':
      return craftingTableLayout(inventory, game.recipes)
    case 'anvil':
    case 'chipped_anvil':
    case 'damaged_anvil':
      return anvilLayout(game, player, block)
    case 'grindstone':
      return grindstoneLayout(game, player, block)
    case 'enchanting_table':
      return enchantingTableLayout(game, player, block)
    case 'ender_chest':
      return storageLayout({ kind: 'chest', title, contents: [player.enderItems] }, inventory)
    case 'furnace':
    case 'blast_furnace':
    case 'smoker': {
      const furnace = furnaceAt(game, block.position)
      const taken = () => releaseExperience(game, furnace, player.position)
      return furnaceLayout({ furnace, title, taken }, inventory)
    }
  }
  if (block.name.endsWith('shulker_box')) {
    const contents = [storedItems(game, block.position)]
    return storageLayout({ kind: 'shulker_box', title, contents, accepts: fitsShulkerBox }, inventory)
  }
  const kind = storageKinds[block.name]
  if (kind === undefined) return null
  const contents = blocks.map(({ position }) => storedItems(game, position))
  if (blocks.length === 1) return storageLayout({ kind, title, contents }, inventory)
  return storageLayout({ kind: 'large_chest', title: `Large ${title}`, contents }, inventory)
}

/** Shulker boxes do not go into each other (Minecraft Wiki, "Shulker Box"). */
function fitsShulkerBox({ name }: ItemStack): boolean {
  return !name.endsWith('shulker_box')
}
