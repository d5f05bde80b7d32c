import { distanceBetween, formatPosition, type Position } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { goals } from '../mineflayer-library.ts'
import type { Goal } from '../travel/path-goals.ts'
import { travel } from '../travel/travel.ts'
import { positionValue } from '../values/position-value.ts'

/** A brisk walk, in blocks per tick. */
const PACE = 0.2
/** How far one step aims at least, and at most so that its way lies in loaded chunks, in blocks. */
const MINIMUM_AIM = 8
const MAXIMUM_AIM = 48
/** Where to try instead when there is no way straight on: turns around the upright axis, in degrees. */
const TURNS = [0, 45, -45, 90, -90]
/** A step that moved the bot that far was worth it, in blocks. */
const WORTHWHILE = 2

/**
 * Walks in a direction for at most that many ticks, around what is in the way: the bounded act that `exploreUntil`
 * repeats. Fails with `no-path` when the bot cannot get away from where it stands.
 *
 * @param direction each coordinate -1, 0 or 1
 */
export async function exploreStep(act: Act, direction: Position, ticks: number): Promise<Done> {
  const { bot } = act
  const start = positionValue(bot.entity.position)
  const end = act.clock.tick() + ticks
  for (const turn of TURNS) {
    const ticksLeft = end - act.clock.tick()
    if (ticksLeft <= 0) break
    const aim = Math.min(MAXIMUM_AIM, Math.max(MINIMUM_AIM, ticksLeft * PACE))
    await walk(act, stepGoal(start, turned(direction, turn), aim), ticksLeft)
    if (distanceBetween(start, bot.entity.position) >= WORTHWHILE) {
      const position = positionValue(bot.entity.position)
      return done(`Explored to ${formatPosition(position)}.`, { position })
    }
    if (isUpright(direction)) break
  }
  throw new ActFailure('no-path', `Cannot get on from ${formatPosition(start)} in that direction.`)
}

/** Walks as far as it gets: the end of the time and the end of the way are both fine. */
async function walk(act: Act, goal: Goal, ticks: number): Promise<void> {
  try {
    await travel(act, goal, { to: 'the unknown', deadlineTicks: ticks })
  } catch (error) {
    if (!(error instanceof ActFailure) || error.code !== 'no-path') throw error
  }
}

function stepGoal(start: Position, direction: Position, aim: number): Goal {
  const x = start.x + direction.x * aim
  const z = start.z + direction.z * aim
  if (isUpright(direction)) return new goals.GoalY(Math.round(start.y + direction.y * Math.min(aim, 16)))
  if (direction.y === 0) return new goals.GoalNearXZ(x, z, 3)
  return new goals.GoalNear(x, start.y + direction.y * Math.min(aim, 16), z, 3)
}

function isUpright(direction: Position): boolean {
  return direction.x === 0 && direction.z === 0
}

/** The direction turned around the upright axis, its level part made one block long. */
function turned(direction: Position, degrees: number): Position {
  if (isUpright(direction)) return direction
  const angle = Math.atan2(direction.z, direction.x) + (degrees * Math.PI) / 180
  return { x: Math.cos(angle), y: direction.y, z: Math.sin(angle) }
}
