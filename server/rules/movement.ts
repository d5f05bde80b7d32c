import { distanceBetween, type Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { teleport } from '../game/teleport.ts'
import { exertion } from './exertion.ts'
import { trackFall } from './falling.ts'
import { soundSteps } from './footsteps.ts'

/** Farthest that a client may move in one packet, in blocks; falling at full speed makes 3.9 a tick. */
const LARGEST_STEP = 10
const WORLD_EDGE = 30_000_000

export interface Movement {
  readonly position: Position | null
  readonly yaw: number | null
  readonly pitch: number | null
  readonly onGround: boolean
}

/** The client moves or turns the player. Impossible moves are taken back. */
export function movePlayer(game: Game, player: Player, movement: Movement): void {
  if (player.isDead || player.pendingTeleport !== null) return
  const target = movement.position ?? player.position
  const yaw = movement.yaw ?? player.yaw
  const pitch = movement.pitch ?? player.pitch
  if (![target.x, target.y, target.z, yaw, pitch].every(Number.isFinite)) {
    player.connection.close('Invalid movement: a coordinate is not a number.')
    return
  }
  if (player.vehicle !== null) {
    look(player, yaw, pitch)
    return
  }
  if (!isPossible(player.position, target)) {
    teleport(game, player, player.position)
    return
  }
  if (player.sleeping !== null) {
    if (distanceBetween(player.position, target) > 1) teleport(game, player, player.position)
    return
  }
  const fallen = player.position.y - target.y
  const traveled = Math.hypot(target.x - player.position.x, target.z - player.position.z)
  player.velocity = {
    x: target.x - player.position.x,
    y: target.y - player.position.y,
    z: target.z - player.position.z,
  }
  player.moved ||= traveled > 0 || fallen !== 0 || yaw !== player.yaw || pitch !== player.pitch
  player.position = target
  look(player, yaw, pitch)
  player.exhaustion += exertion(game, player, { traveled, fallen, onGround: movement.onGround })
  player.onGround = movement.onGround
  trackFall(game, player, fallen)
  soundSteps(game, player, traveled)
}

/** Riders turn their heads; where they are, their mount decides. */
function look(player: Player, yaw: number, pitch: number): void {
  player.moved ||= yaw !== player.yaw || pitch !== player.pitch
  player.yaw = yaw
  player.pitch = Math.max(-90, Math.min(90, pitch))
}

function isPossible(from: Position, to: Position): boolean {
  const inside = Math.max(Math.abs(to.x), Math.abs(to.z)) <= WORLD_EDGE && Math.abs(to.y) < 20_000
  return inside && distanceBetween(from, to) <= LARGEST_STEP
}
