import type { Position } from '../../src/core/position.ts'
import { orbSizes } from '../data/experience-amounts.ts'
import type { OrbEntity } from './entity.ts'
import type { Game } from './game.ts'

/** Orbs are told apart into so many groups; only those of a group merge, which bounds their number in one place. */
const MERGE_GROUPS = 40
const MERGE_REACH = 0.5

/**
 * Lets experience orbs appear at the position.
 *
 * @param amount points; of a fraction one point comes with that chance
 */
export function dropExperience(game: Game, position: Position, amount: number): void {
  const random = game.stream('experience')
  const whole = Math.floor(amount)
  const extra = amount > whole && random.float() < amount - whole ? 1 : 0
  for (const points of orbSizes(whole + extra)) dropOrb(game, position, points)
}

/** Whether two orbs become one: they have the same size, lie together and belong to the same group. */
export function mayMerge(orb: OrbEntity, other: OrbEntity): boolean {
  if (orb === other || orb.points !== other.points || (orb.id - other.id) % MERGE_GROUPS !== 0) return false
  return isClose(orb.position, other.position)
}

/** A new orb goes into one of its size that is there already, if chance puts it into the same group. */
function dropOrb(game: Game, position: Position, points: number): void {
  const group = game.stream('experience').below(MERGE_GROUPS)
  for (const other of game.entities.ofType('orb')) {
    if (other.points !== points || other.id % MERGE_GROUPS !== group) continue
    if (!isClose(position, other.position)) continue
    other.count += 1
    other.age = 0
    return
  }
  spawnOrb(game, position, points)
}

function spawnOrb(game: Game, position: Position, points: number): void {
  const random = game.stream('experience')
  const id = game.nextId()
  game.entities.set(id, {
    type: 'orb',
    id,
    uuid: game.uuidOf(id),
    kind: game.registry.entity('experience_orb'),
    position,
    velocity: {
      x: (random.float() * 0.2 - 0.1) * 2,
      y: random.float() * 0.4,
      z: (random.float() * 0.2 - 0.1) * 2,
    },
    yaw: 0,
    pitch: 0,
    onGround: false,
    moved: false,
    points,
    count: 1,
    age: 0,
    follows: null,
  })
}

function isClose(a: Position, b: Position): boolean {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y), Math.abs(a.z - b.z)) <= MERGE_REACH * 2
}
