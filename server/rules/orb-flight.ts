import { distanceBetween, type Position } from '../../src/core/position.ts'
import type { OrbEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { mayMerge } from '../game/orbs.ts'
import type { Player } from '../game/player.ts'
import { forget } from '../game/tracking.ts'
import { addExperience } from './experience.ts'
import { slide } from './item-physics.ts'
import { mend } from './mending.ts'

const GRAVITY = 0.03
const DRAG = 0.98
const GROUND_FRICTION = 0.588
const LIFETIME = 6000
const VOID_Y = -128
/** Orbs come to players that are this near, in blocks, the faster the nearer. */
const ATTRACTION = 8
const PULL = 0.1
/** Ticks between two looks around for players and other orbs. */
const LOOK_INTERVAL = 20
const STILL = 0.003
/** How far beyond its body a player picks orbs up, in blocks: sideways, and up and down. */
const SIDE_REACH = 1
const VERTICAL_REACH = 0.5
const HALF_ORB = 0.25
/** Ticks between two orbs that a player picks up. */
const PICK_UP_DELAY = 2

/** Lets orbs fall, follow players, merge and be picked up (Minecraft Wiki: Experience, experience orbs). */
export function tickOrbs(game: Game): void {
  for (const orb of game.entities.ofType('orb')) {
    orb.age += 1
    if (orb.age >= LIFETIME || orb.position.y < VOID_Y) removeOrb(game, orb)
    else tickOrb(game, orb)
  }
}

function tickOrb(game: Game, orb: OrbEntity): void {
  if (orb.age % LOOK_INTERVAL === 1) {
    orb.follows = nearestPlayer(game, orb.position)?.id ?? null
    mergeOthers(game, orb)
  }
  const player = orb.follows === null ? null : (game.players.get(orb.follows) ?? null)
  const followed = player !== null && attracts(player, orb.position) ? player : null
  move(game, orb, followed)
  if (followed !== null) pickUp(game, followed, orb)
}

function nearestPlayer(game: Game, position: Position): Player | null {
  let nearest: Player | null = null
  let least = ATTRACTION
  for (const player of game.players.values()) {
    const distance = distanceBetween(player.position, position)
    if (distance > least || !attracts(player, position)) continue
    least = distance
    nearest = player
  }
  return nearest
}

function attracts(player: Player, position: Position): boolean {
  if (player.isDead || player.gameMode === 'spectator') return false
  return distanceBetween(player.position, position) <= ATTRACTION
}

function move(game: Game, orb: OrbEntity, followed: Player | null): void {
  const before = orb.position
  const pull = followed === null ? { x: 0, y: 0, z: 0 } : pullTowards(orb.position, followed)
  const wanted = {
    x: orb.velocity.x + pull.x,
    y: orb.velocity.y - GRAVITY + pull.y,
    z: orb.velocity.z + pull.z,
  }
  const after = { ...before }
  const stopped = slide(game, after, 'y', wanted.y)
  const x = slide(game, after, 'x', wanted.x) ? 0 : wanted.x
  const z = slide(game, after, 'z', wanted.z) ? 0 : wanted.z
  orb.onGround = stopped && wanted.y < 0
  const friction = orb.onGround ? GROUND_FRICTION : DRAG
  const y = stopped ? (orb.onGround ? -wanted.y * 0.9 : 0) : wanted.y
  orb.velocity = { x: x * friction, y: Math.abs(y) < GRAVITY ? 0 : y * DRAG, z: z * friction }
  orb.position = after
  if (distanceBetween(before, after) >= STILL) orb.moved = true
}

function pullTowards(position: Position, player: Player): Position {
  const way = {
    x: player.position.x - position.x,
    y: player.position.y + player.kind.height * 0.45 - position.y,
    z: player.position.z - position.z,
  }
  const length = Math.hypot(way.x, way.y, way.z)
  if (length === 0 || length >= ATTRACTION) return { x: 0, y: 0, z: 0 }
  const strength = ((1 - length / ATTRACTION) ** 2 * PULL) / length
  return { x: way.x * strength, y: way.y * strength, z: way.z * strength }
}

function mergeOthers(game: Game, orb: OrbEntity): void {
  for (const other of game.entities.ofType('orb')) {
    if (!mayMerge(orb, other)) continue
    orb.count += other.count
    orb.age = Math.min(orb.age, other.age)
    removeOrb(game, other)
  }
}

function pickUp(game: Game, player: Player, orb: OrbEntity): void {
  if (player.nextOrbTick > game.tick || !isInReach(player, orb.position)) return
  player.nextOrbTick = game.tick + PICK_UP_DELAY
  game.sendToWatchers(orb.id, {
    name: 'collect',
    params: { collectedEntityId: orb.id, collectorEntityId: player.id, pickupItemCount: 1 },
  })
  const points = mend(game, player, orb.points)
  if (points > 0) addExperience(player, points)
  orb.count -= 1
  if (orb.count === 0) removeOrb(game, orb)
}

function isInReach({ position, kind }: Player, point: Position): boolean {
  const side = kind.width / 2 + SIDE_REACH + HALF_ORB
  return (
    Math.abs(point.x - position.x) < side &&
    Math.abs(point.z - position.z) < side &&
    point.y > position.y - VERTICAL_REACH - 2 * HALF_ORB &&
    point.y < position.y + kind.height + VERTICAL_REACH
  )
}

function removeOrb(game: Game, orb: OrbEntity): void {
  game.entities.delete(orb.id)
  forget(game, orb.id)
}
