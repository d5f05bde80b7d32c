import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { dismount, mountOf } from './riding.ts'

/** What a rider's client says of its keys. */
export interface RiderInput {
  /** From -1 (backwards) to 1. */
  readonly forward: number
  /** From -1 (right) to 1 (left). */
  readonly sideways: number
  readonly jumps: boolean
  readonly getsOff: boolean
}

/**
 * The rider steers its mount or gets off. Mineflayer gets off by the key for jumping, which does nothing else in boats and
 * minecarts; vanilla's clients by the one for sneaking.
 */
export function steer(game: Game, player: Player, input: RiderInput): void {
  const vehicle = mountOf(game, player)
  if (vehicle === null) return
  const clamp = (value: number) => (Number.isFinite(value) ? Math.max(-1, Math.min(1, value)) : 0)
  player.steering = { forward: clamp(input.forward), sideways: clamp(input.sideways) }
  if (input.getsOff || input.jumps) dismount(game, player)
}
