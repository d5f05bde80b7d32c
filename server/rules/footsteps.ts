import { blockPosition } from '../../src/core/position.ts'
import { blockSound } from '../data/block-sounds.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { playSound } from '../game/sounds.ts'

/** A step for each of these blocks walked. Source: Minecraft Wiki, "Sound" (steps). */
const STRIDE = 1 / 0.6
const VOLUME = 0.15

/** Lets others hear the steps of a player who walks without ducking. @param traveled blocks along the ground */
export function soundSteps(game: Game, player: Player, traveled: number): void {
  if (!player.onGround || player.sneaking || player.gameMode === 'spectator') return
  player.stride += traveled
  if (player.stride < STRIDE) return
  player.stride %= STRIDE
  const { position } = player
  const { kind, state } = game.world.blockAt(blockPosition({ ...position, y: position.y - 0.2 }))
  if (state === 0) return
  const name = `block.${blockSound(kind)}.step`
  playSound(game, { name, category: 'player', position, volume: VOLUME, pitch: 1 }, player)
}
