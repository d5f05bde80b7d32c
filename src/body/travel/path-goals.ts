import type { goals as goalTypes } from 'mineflayer-pathfinder'
import { assertNever } from '../../core/assert-never.ts'
import { blockPosition, type Position } from '../../core/position.ts'
import type { PathGoal } from '../../core/skill-values.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Bot, goals, Vec3 } from '../mineflayer-library.ts'
import { sightGoal } from './sight-goal.ts'

export type Goal = goalTypes.Goal

/** The pathfinder's goal for its JSON form. Throws an ActFailure `not-found` when it follows an entity out of sight. */
export function createPathGoal(bot: Bot, goal: PathGoal): Goal {
  switch (goal.type) {
    case 'GoalBlock':
      return new goals.GoalBlock(goal.x, goal.y, goal.z)
    case 'GoalGetToBlock':
      return new goals.GoalGetToBlock(goal.x, goal.y, goal.z)
    case 'GoalNear':
      return new goals.GoalNear(goal.x, goal.y, goal.z, goal.range)
    case 'GoalXZ':
      return new goals.GoalXZ(goal.x, goal.z)
    case 'GoalNearXZ':
      return new goals.GoalNearXZ(goal.x, goal.z, goal.range)
    case 'GoalY':
      return new goals.GoalY(goal.y)
    case 'GoalFollow':
      return followGoal(bot, goal.entity, goal.range)
    case 'GoalPlaceBlock':
      return placeGoal(bot, new Vec3(goal.x, goal.y, goal.z), goal.range)
    case 'GoalLookAtBlock':
    case 'GoalBreakBlock':
      return sightGoal(bot, goal, goal.range)
    case 'GoalInvert':
      return new goals.GoalInvert(createPathGoal(bot, goal.goal))
    case 'GoalCompositeAny':
      return new goals.GoalCompositeAny(goal.goals.map((part) => createPathGoal(bot, part)))
    case 'GoalCompositeAll':
      return new goals.GoalCompositeAll(goal.goals.map((part) => createPathGoal(bot, part)))
    default:
      return assertNever(goal)
  }
}

/** A place from which a block can be put at the position. */
export function placeGoal(bot: Bot, position: Vec3, range = 4.5): Goal {
  return new goals.GoalPlaceBlock(
    position.floored(),
    bot.world as never,
    {
      range: Math.max(1, range),
      LOS: true,
    } as never,
  )
}

/**
 * A place from which an item on the ground is picked up: at its feet or at most two blocks lower.
 *
 * @param spread how many blocks beside the item still count; from 1 block away the arm may be too short
 */
export function pickUpGoal(item: Position, spread: 0 | 1): Goal {
  const { x, y, z } = blockPosition(item)
  return {
    heuristic: (node) => Math.max(Math.abs(node.x - x), Math.abs(node.z - z)) + Math.abs(node.y - y),
    isEnd: (node) =>
      Math.abs(node.x - x) <= spread && Math.abs(node.z - z) <= spread && node.y <= y && node.y >= y - 2,
    hasChanged: () => false,
    isValid: () => true,
  }
}

/** The same goal, but with something to stand on. */
export function ashore(bot: Bot, goal: Goal): Goal {
  const isDry = ({ x, y, z }: Position) => bot.blockAt(new Vec3(x, y, z))?.name !== 'water'
  return {
    heuristic: (node) => goal.heuristic(node),
    isEnd: (node) => isDry(node) && goal.isEnd(node),
    hasChanged: () => false,
    isValid: () => true,
  }
}

function followGoal(bot: Bot, id: number, range: number): Goal {
  const entity = bot.entities[id]
  if (!entity) throw new ActFailure('not-found', `Entity ${id} cannot be seen any more.`)
  return new goals.GoalFollow(entity, range)
}
