import { blockPosition } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { hurt } from './damage.ts'

const LAVA_DAMAGE = 4

/** Hurts players who stand in lava. */
export function tickLava(game: Game): void {
  for (const player of game.players.values()) {
    if (player.isDead) continue
    if (game.world.blockAt(blockPosition(player.position)).name === 'lava') {
      hurt(game, player, LAVA_DAMAGE, 'lava')
    }
  }
}
