import { burnTicks } from '../../../src/core/fuel-table.ts'
import type { Position } from '../../../src/core/position.ts'
import { furnaceAt, furnaceKindOf, storedItems } from '../../game/containers.ts'
import { FURNACE_FUEL, FURNACE_INPUT, FURNACE_OUTPUT } from '../../game/furnace.ts'
import type { Game } from '../../game/game.ts'
import { type ItemStack, sameItem, withCount } from '../../inventory/item-stack.ts'
import type { ItemStorage } from '../../inventory/item-storage.ts'
import type { Face } from '../faces.ts'
import { otherChest } from '../shapes/chests.ts'
import { feedComposter } from '../stations/composters.ts'

/** One place of a container, as hoppers and droppers reach it. */
export interface Place {
  readonly storage: ItemStorage
  readonly index: number
}

const stores = /^((trapped_)?chest|barrel|hopper|dispenser|dropper)$|shulker_box$/

/**
 * Puts one of the stack into the container at the position.
 *
 * @param side of the container through which it comes
 * @returns whether it went in; null where there is no container
 */
export function putOne(game: Game, position: Position, side: Face, stack: ItemStack): boolean | null {
  const block = game.world.blockAt(position)
  const { name } = block
  if (name === 'composter') return side === 'up' && feedComposter(game, block, stack.name)
  if (name.endsWith('shulker_box') && stack.name.endsWith('shulker_box')) return false
  const places = placesFor(game, position, side, stack)
  if (places === null) return null
  return places.some((place) => addOne(game, place, stack))
}

/** The places from which a hopper below the container takes; null where there is no container. */
export function placesToEmpty(game: Game, position: Position): readonly Place[] | null {
  const { name } = game.world.blockAt(position)
  if (furnaceKindOf(name) === null) return storePlaces(game, position)
  const { storage } = furnaceAt(game, position)
  const fuel = storage.at(FURNACE_FUEL)?.name
  const spent = fuel === 'bucket' || fuel === 'water_bucket' ? [{ storage, index: FURNACE_FUEL }] : []
  return [{ storage, index: FURNACE_OUTPUT }, ...spent]
}

/** Takes one out of the place. */
export function takeOne({ storage, index }: Place): ItemStack | null {
  const stack = storage.at(index)
  if (stack === null) return null
  storage.put(index, withCount(stack, stack.count - 1))
  return { ...stack, count: 1 }
}

/** Adds one of the stack to the place if it fits. Says whether it did. */
export function addOne(game: Game, { storage, index }: Place, stack: ItemStack): boolean {
  const there = storage.at(index)
  if (there === null) {
    storage.put(index, { ...stack, count: 1 })
    return true
  }
  if (!sameItem(there, stack) || there.count >= game.stackSize(there.name)) return false
  storage.put(index, withCount(there, there.count + 1))
  return true
}

/** All places of a chest, both halves of a large one, or the like; null for other blocks. */
function storePlaces(game: Game, position: Position): readonly Place[] | null {
  const block = game.world.blockAt(position)
  if (!stores.test(block.name)) return null
  const other = block.name.endsWith('chest') ? otherChest(game, block) : null
  const halves =
    other === null ? [block] : block.properties.type === 'right' ? [block, other] : [other, block]
  return halves.flatMap((half) => allPlaces(storedItems(game, half.position)))
}

export function allPlaces(storage: ItemStorage): readonly Place[] {
  return Array.from({ length: storage.size }, (_, index) => ({ storage, index }))
}

/** Furnaces take what is smelted from above and fuel from the sides (Minecraft Wiki, "Hopper"). */
function placesFor(game: Game, position: Position, side: Face, stack: ItemStack): readonly Place[] | null {
  if (furnaceKindOf(game.world.blockAt(position).name) === null) return storePlaces(game, position)
  const { storage } = furnaceAt(game, position)
  if (side === 'up') return [{ storage, index: FURNACE_INPUT }]
  const isFuel = burnTicks(stack.name) !== null
  const isBucket = stack.name === 'bucket' && storage.at(FURNACE_FUEL) === null
  return isFuel || isBucket ? [{ storage, index: FURNACE_FUEL }] : []
}
