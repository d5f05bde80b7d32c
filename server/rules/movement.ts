import { distanceBetween, type Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { teleport } from '../game/teleport.ts'
import { exertion } from './exertion.ts'
import { trackFall } from './falling.ts'
import { soundSteps } from './footsteps.ts'
import { hangsInAir, mayPass } from './passage.ts'

/** Squared blocks that a client may move in one packet; falling at full speed makes 3.9 blocks a tick. */
const LARGEST_STEP = 100
/** Packets of one tick that may each be such a step; who sends more of them may go no farther than with one. */
const MOST_STEPS = 5
const WORLD_EDGE = 30_000_000
/** Who sinks more slowly than this, in blocks, and has nothing but air around, floats; for so many ticks at most. */
const SINKING = -0.03125
const LONGEST_FLIGHT = 80

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
  const isPlace = Number.isFinite(target.x) && Number.isFinite(target.y) && Number.isFinite(target.z)
  if (!isPlace || !Number.isFinite(yaw) || !Number.isFinite(pitch)) {
    player.connection.close('Invalid movement: a coordinate is not a number.')
    return
  }
  if (player.vehicle !== null) {
    look(player, yaw, pitch)
    return
  }
  if (!isInWorld(target) || isTooFast(game, player, target)) {
    teleport(game, player, player.position)
    return
  }
  if (player.sleeping !== null) {
    if (distanceBetween(player.position, target) > 1) teleport(game, player, player.position)
    return
  }
  if (isBound(player) && movement.position !== null && !mayPass(game, player, target)) {
    teleport(game, player, player.position)
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
  followFlight(game, player, -fallen)
}

/** Riders turn their heads; where they are, their mount decides. */
function look(player: Player, yaw: number, pitch: number): void {
  player.moved ||= yaw !== player.yaw || pitch !== player.pitch
  player.yaw = yaw
  player.pitch = Math.max(-90, Math.min(90, pitch))
}

function isInWorld(place: Position): boolean {
  return Math.max(Math.abs(place.x), Math.abs(place.z)) <= WORLD_EDGE && Math.abs(place.y) < 20_000
}

/** Whether that is farther from where the tick began than its packets allow. The rule is vanilla's ("moved too quickly"). */
function isTooFast(game: Game, player: Player, target: Position): boolean {
  if (player.steps?.tick !== game.tick) {
    player.steps = { tick: game.tick, start: player.position, count: 0 }
  }
  const { steps } = player
  steps.count += 1
  const allowed = steps.count > MOST_STEPS ? 1 : steps.count
  return distanceBetween(steps.start, target) ** 2 > LARGEST_STEP * allowed
}

/** Whether walls stop the player. Creative ones may go where they like, which vanilla allows to spectators only. */
function isBound({ gameMode }: Player): boolean {
  return gameMode === 'survival' || gameMode === 'adventure'
}

/**
 * Sends players away who stay in the air without wings, as vanilla does. Unlike there nothing happens while the client says
 * nothing: it may hang itself.
 */
function followFlight(game: Game, player: Player, rise: number): void {
  const floats =
    rise >= SINKING && isBound(player) && !player.effects.has('levitation') && hangsInAir(game, player)
  if (!floats) player.floatingSince = null
  else player.floatingSince ??= game.tick
  if (player.floatingSince === null || game.tick - player.floatingSince <= LONGEST_FLIGHT) return
  player.connection.close('Flying is not enabled on this server')
}
