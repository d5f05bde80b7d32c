import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { dropFromBlock } from '../game/item-entities.ts'
import type { Player } from '../game/player.ts'
import { dropsOfBlock } from './loot.ts'

/** Removes the block and lets it drop what the player's tool makes it drop; null for blocks that fall by themselves. */
export function breakBlock(game: Game, position: Position, player: Player | null): void {
  const block = game.world.blockAt(position)
  const creative = player?.gameMode === 'creative'
  const drops = creative ? [] : dropsOfBlock(game, block.state, player?.held ?? null, player !== null)
  removeOtherHalf(game, position)
  game.world.setBlockState(
    position,
    block.properties.waterlogged === 'true' ? game.registry.state('water') : 0,
  )
  for (const stack of drops) dropFromBlock(game, position, stack)
}

/** Doors and tall plants consist of two blocks; breaking one breaks the other. */
function removeOtherHalf(game: Game, position: Position): void {
  const { name, properties } = game.world.blockAt(position)
  if (properties.half !== 'upper' && properties.half !== 'lower') return
  const other = { ...position, y: position.y + (properties.half === 'lower' ? 1 : -1) }
  if (game.world.blockAt(other).name === name) game.world.setBlockState(other, 0)
}
