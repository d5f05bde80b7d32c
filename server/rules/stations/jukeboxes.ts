import { storedItems } from '../../game/containers.ts'
import type { Game } from '../../game/game.ts'
import { dropFromBlock } from '../../game/item-entities.ts'
import type { Player } from '../../game/player.ts'
import { withCount } from '../../inventory/item-stack.ts'
import { neighbor } from '../faces.ts'
import type { HandUse } from './hand-use.ts'

/** Puts a disc into a jukebox, or takes it out. Says whether it did. Source: Minecraft Wiki, "Jukebox". */
export function useJukebox(game: Game, player: Player, { block, slot, stack }: HandUse): boolean {
  if (block.name !== 'jukebox') return false
  const storage = storedItems(game, block.position)
  const disc = storage.at(0)
  if (disc !== null) {
    storage.put(0, null)
    game.world.setBlock(block.position, block.name, { has_record: 'false' })
    dropFromBlock(game, neighbor(block.position, 'up'), disc)
    return true
  }
  if (stack === null || !stack.name.startsWith('music_disc_')) return false
  storage.put(0, { ...stack, count: 1 })
  game.world.setBlock(block.position, block.name, { has_record: 'true' })
  if (player.gameMode !== 'creative') player.inventory.storage.put(slot, withCount(stack, stack.count - 1))
  return true
}
