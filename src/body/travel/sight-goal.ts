import { distanceBetween, type Position } from '../../core/position.ts'
import { type Bot, Vec3 } from '../mineflayer-library.ts'
import type { Goal } from './path-goals.ts'

const EYE_HEIGHT = 1.62
/** From the middle of a block to the middle of each of its faces. */
const FACES = [
  new Vec3(0, -0.5, 0),
  new Vec3(0.5, 0, 0),
  new Vec3(-0.5, 0, 0),
  new Vec3(0, 0, 0.5),
  new Vec3(0, 0, -0.5),
  new Vec3(0, 0.5, 0),
]

/**
 * A place from which a player sees a face of the block within reach. (The pathfinder's own goal of that name measures
 * from below the ground, so that it never finds a place under a branch.)
 *
 * @param reach from the eyes to the middle of the block, in blocks
 */
export function sightGoal(bot: Bot, block: Position, reach: number): Goal {
  const corner = new Vec3(Math.floor(block.x), Math.floor(block.y), Math.floor(block.z))
  const middle = corner.offset(0.5, 0.5, 0.5)
  return {
    heuristic: (node) => Math.max(0, distanceBetween(eyesAt(node), middle) - reach),
    isEnd: (node) => {
      const eyes = eyesAt(node)
      return eyes.distanceTo(middle) <= reach && seesAnyFace(bot, eyes, corner)
    },
    hasChanged: () => false,
    isValid: () => true,
  }
}

function eyesAt(node: Position): Vec3 {
  return new Vec3(Math.floor(node.x) + 0.5, node.y + EYE_HEIGHT, Math.floor(node.z) + 0.5)
}

function seesAnyFace(bot: Bot, eyes: Vec3, corner: Vec3): boolean {
  const middle = corner.offset(0.5, 0.5, 0.5)
  return FACES.some((face) => {
    const target = middle.plus(face)
    const isTurnedAway = target.minus(eyes).dot(face) >= 0
    return !isTurnedAway && seesPoint(bot, eyes, { target, corner })
  })
}

function seesPoint(bot: Bot, eyes: Vec3, { target, corner }: { target: Vec3; corner: Vec3 }): boolean {
  const way = target.minus(eyes)
  const hit = bot.world.raycast(eyes as never, way.unit() as never, way.norm() + 0.1) as {
    position: Position
  } | null
  return hit !== null && distanceBetween(hit.position, corner) < 0.5
}
