import { blockPosition } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { hurt } from './damage.ts'
import type { Surroundings } from './surroundings.ts'

/** A bush pricks only those who move by this much in a tick. */
const SMALLEST_STEP = 0.003

/**
 * Cacti prick who touches them, sweet berry bushes who moves in them, magma burns who walks on it upright. Source:
 * Minecraft Wiki, Damage, Sweet Berry Bush, Magma Block.
 */
export function prick(game: Game, player: Player, { blocks }: Surroundings): void {
  if (blocks.some(({ name }) => name === 'cactus')) hurt(game, player, 1, 'cactus')
  const isInBush = blocks.some(
    ({ name, properties }) => name === 'sweet_berry_bush' && properties.age !== '0',
  )
  if (isInBush && isMoving(player)) hurt(game, player, 1, 'berries')
  if (player.onGround && !player.sneaking && isOnMagma(game, player)) hurt(game, player, 1, 'magma')
}

function isMoving({ velocity }: Player): boolean {
  return Math.max(Math.abs(velocity.x), Math.abs(velocity.z)) >= SMALLEST_STEP
}

function isOnMagma(game: Game, player: Player): boolean {
  const below = blockPosition({ ...player.position, y: player.position.y - 0.01 })
  return game.world.blockAt(below).name === 'magma_block'
}
