import { blockPosition } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { hurt } from './damage.ts'
import { trample } from './farmland.ts'

/** Blocks that a fall may be long without hurting. */
const HARMLESS_FALL = 3
const soft = new Set(['water', 'ladder', 'vine', 'scaffolding', 'cobweb', 'lava', 'bubble_column'])
const VOID_Y = -128

/** Follows how far a player falls, and hurts it on landing. @param fallen blocks, negative when it rose */
export function trackFall(game: Game, player: Player, fallen: number): void {
  if (isSoft(game, player) || player.gameMode === 'creative' || player.gameMode === 'spectator') {
    player.fallDistance = 0
  } else if (fallen > 0) {
    player.fallDistance += fallen
  }
  if (!player.onGround) return
  if (player.fallDistance > 0) trample(game, player, player.fallDistance)
  const damage = Math.ceil(player.fallDistance - HARMLESS_FALL - 1e-6)
  player.fallDistance = 0
  if (damage > 0 && game.rules.fallDamage) hurt(game, player, damage, 'fall')
}

/** Hurts those who fell out of the world. */
export function tickVoid(game: Game): void {
  for (const player of game.players.values()) {
    if (player.position.y < VOID_Y && !player.isDead) hurt(game, player, 4, 'void')
  }
}

function isSoft(game: Game, player: Player): boolean {
  return soft.has(game.world.blockAt(blockPosition(player.position)).name)
}
