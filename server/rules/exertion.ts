import { blockPosition } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'

const SPRINTING = 0.1
const SWIMMING = 0.01
const JUMP = 0.05
const SPRINTING_JUMP = 0.2

/** A move as the client reports it, in blocks. */
export interface Move {
  readonly traveled: number
  /** Negative when the player rose. */
  readonly fallen: number
  readonly onGround: boolean
}

/**
 * How much a move exhausts the player: sprinting, swimming and jumping do, walking does not.
 * Source: Minecraft Wiki, "Hunger" (exhaustion level increase).
 */
export function exertion(game: Game, player: Player, { traveled, fallen, onGround }: Move): number {
  const inWater = game.world.blockAt(blockPosition(player.position)).name === 'water'
  if (inWater) return Math.hypot(traveled, fallen) * SWIMMING
  const jumps = player.onGround && !onGround && fallen < 0
  const jump = jumps ? (player.sprinting ? SPRINTING_JUMP : JUMP) : 0
  return jump + (player.sprinting && player.onGround ? traveled * SPRINTING : 0)
}
