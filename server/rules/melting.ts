import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { enchantmentLevel } from '../inventory/item-data.ts'
import type { WorldBlock } from '../world/world.ts'
import { neighbor } from './faces.ts'

/** Ice that a survival player breaks without Silk Touch becomes water where something is below (Minecraft Wiki: Ice). */
export function meltBrokenIce(game: Game, { name, position }: WorldBlock, player: Player): void {
  if (name !== 'ice' && name !== 'frosted_ice') return
  if (player.gameMode === 'creative' || enchantmentLevel(player.held, 'silk_touch') > 0) return
  const below = game.world.blockAt(neighbor(position, 'down'))
  const holds = below.kind.boundingBox === 'block' || below.name === 'water' || below.name === 'lava'
  if (holds) game.world.setBlock(position, 'water')
}
