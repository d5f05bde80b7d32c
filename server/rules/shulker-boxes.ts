import { isStorage, storedItems } from '../game/containers.ts'
import type { Game } from '../game/game.ts'
import { dataOf, withData } from '../inventory/item-data.ts'
import { type ItemStack, itemStack } from '../inventory/item-stack.ts'
import type { WorldBlock } from '../world/world.ts'

/**
 * The box with all that it holds, which it holds no more; null for other blocks and for an empty box (Minecraft Wiki:
 * Shulker Box).
 */
export function packBox(game: Game, { name, position }: WorldBlock): ItemStack | null {
  const entity = name.endsWith('shulker_box') ? game.world.blockEntityAt(position) : null
  if (!isStorage(entity)) return null
  const contents = entity.storage.all().flatMap((stack, slot) => (stack === null ? [] : [{ slot, stack }]))
  if (contents.length === 0) return null
  entity.storage.takeAll()
  return withData(itemStack(name), { contents })
}

/** A box that was placed holds what the item did. */
export function unpackBox(game: Game, position: WorldBlock['position'], stack: ItemStack): void {
  const { contents } = dataOf(stack)
  if (contents.length === 0) return
  const storage = storedItems(game, position)
  for (const one of contents) storage.put(one.slot, one.stack)
}
