import type { Position } from '../../src/core/position.ts'
import { type ItemStack, itemStack } from '../inventory/item-stack.ts'
import { ItemStorage } from '../inventory/item-storage.ts'
import type { BlockEntity, PlacedChest } from '../world/block-entity.ts'
import { Campfire } from './campfire.ts'
import { Furnace, type FurnaceKind } from './furnace.ts'
import type { Game } from './game.ts'

const CHEST_SIZE = 27
const HOPPER_SIZE = 5

const sizes: Readonly<Record<string, number>> = {
  chest: CHEST_SIZE,
  trapped_chest: CHEST_SIZE,
  barrel: CHEST_SIZE,
  hopper: HOPPER_SIZE,
  dispenser: 9,
  dropper: 9,
  jukebox: 1,
}

/** Places for items in a block of that name; null for blocks that are no mere storage. */
export function storageSize(block: string): number | null {
  return block.endsWith('shulker_box') ? CHEST_SIZE : (sizes[block] ?? null)
}

/** What a chest, hopper or the like holds while the game runs. */
export interface StoredItems extends BlockEntity {
  readonly kind: 'storage'
  readonly storage: ItemStorage
}

/** The storage of the chest, hopper or the like at the position; made when it is first needed. */
export function storedItems(game: Game, position: Position): ItemStorage {
  const entity = game.world.blockEntityAt(position)
  if (isStorage(entity)) return entity.storage
  const storage = new ItemStorage(storageSize(game.world.blockAt(position).name) ?? CHEST_SIZE)
  if (isPlacedChest(entity)) {
    for (const { slot, item, count } of entity.slots) storage.put(slot, itemStack(item, count))
  }
  const stored: StoredItems = { kind: 'storage', storage }
  game.world.setBlockEntity(position, stored)
  return storage
}

/** Whether a hopper holds the items: nothing else has as many places. */
export function isHopper(entity: BlockEntity | null): entity is StoredItems {
  return isStorage(entity) && entity.storage.size === HOPPER_SIZE
}

/** The furnace at the position; made when it is first used. */
export function furnaceAt(game: Game, position: Position): Furnace {
  const entity = game.world.blockEntityAt(position)
  if (entity instanceof Furnace) return entity
  const furnace = new Furnace(furnaceKindOf(game.world.blockAt(position).name) ?? 'furnace')
  game.world.setBlockEntity(position, furnace)
  return furnace
}

/** The kind of furnace that the block is; null for other blocks. */
export function furnaceKindOf(block: string): FurnaceKind | null {
  return block === 'furnace' || block === 'blast_furnace' || block === 'smoker' ? block : null
}

/** Takes the items out of what a removed block held, so that nobody who still has it open gets them again. */
export function emptyOut(entity: BlockEntity | null): readonly ItemStack[] {
  if (isStorage(entity) || entity instanceof Furnace || entity instanceof Campfire)
    return entity.storage.takeAll()
  return isPlacedChest(entity) ? entity.slots.map(({ item, count }) => itemStack(item, count)) : []
}

export function isStorage(entity: BlockEntity | null): entity is StoredItems {
  return entity?.kind === 'storage'
}

export function isPlacedChest(entity: BlockEntity | null): entity is PlacedChest {
  return entity?.kind === 'chest'
}
