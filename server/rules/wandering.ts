import type { Position } from '../../src/core/position.ts'
import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { neighbor } from './faces.ts'

/** Blocks per tick. */
const WALKING_SPEED = 0.06
const LONGEST_WALK = 6
/** Ticks that an animal stands about, at least and in addition at most. */
const LEAST_REST = 60
const MORE_REST = 200

/** Lets an animal stand about and now and then walk a few blocks on the level, up or down one step. */
export function wander(game: Game, mob: MobEntity): void {
  if (!mob.onGround) return
  if (mob.goal !== null) {
    step(game, mob, mob.goal)
  } else if (mob.idleTicks > 0) {
    mob.idleTicks -= 1
  } else {
    const { random } = game
    const offset = () => (random.float() * 2 - 1) * LONGEST_WALK
    mob.goal = { x: mob.position.x + offset(), y: mob.position.y, z: mob.position.z + offset() }
    mob.idleTicks = LEAST_REST + random.below(MORE_REST)
  }
}

function step(game: Game, mob: MobEntity, goal: Position): void {
  const [dx, dz] = [goal.x - mob.position.x, goal.z - mob.position.z]
  const distance = Math.hypot(dx, dz)
  const share = Math.min(1, WALKING_SPEED / distance)
  const next = { ...mob.position, x: mob.position.x + dx * share, z: mob.position.z + dz * share }
  const height = groundAt(game, mob, next)
  if (height === null || distance < WALKING_SPEED) {
    mob.goal = null
    return
  }
  mob.position = { ...next, y: height }
  mob.yaw = (Math.atan2(-dx, dz) * 180) / Math.PI
  mob.moved = true
}

/** Height at which the animal can stand there; null where it cannot go. */
function groundAt(game: Game, mob: MobEntity, place: Position): number | null {
  const feet = { x: Math.floor(place.x), y: Math.floor(mob.position.y + 0.001), z: Math.floor(place.z) }
  for (const ground of [neighbor(feet, 'down'), feet]) {
    const room = [1, 2].every((height) => isFree(game, { ...ground, y: ground.y + height }))
    if (room && isFloor(game, ground)) return ground.y + 1
  }
  const lower = { ...feet, y: feet.y - 2 }
  return isFree(game, feet) && isFree(game, neighbor(feet, 'down')) && isFloor(game, lower)
    ? mob.position.y
    : null
}

function isFree(game: Game, place: Position): boolean {
  const kind = game.registry.blockOfState(game.world.blockStateAt(place))
  return kind.boundingBox === 'empty' && kind.name !== 'water' && kind.name !== 'lava'
}

function isFloor(game: Game, place: Position): boolean {
  const boxes = game.registry.collisionBoxes(game.world.blockStateAt(place))
  return boxes.some(
    ([x0 = 0, , z0 = 0, x1 = 1, y1 = 1, z1 = 1]) => x0 <= 0 && z0 <= 0 && x1 >= 1 && z1 >= 1 && y1 === 1,
  )
}
