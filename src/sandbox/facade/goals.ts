import type { PathGoal } from '../../core/skill-values.ts'
import { blockCorner, nameOf, positionOf } from './vectors.ts'

/** The pathfinder's goals as skill code makes them. The search itself happens in the body. */
export const GOALS = {
  GoalBlock: goalClass((x, y, z) => ({ type: 'GoalBlock', ...floored(x, y, z) })),
  GoalGetToBlock: goalClass((x, y, z) => ({ type: 'GoalGetToBlock', ...floored(x, y, z) })),
  GoalNear: goalClass((x, y, z, range) => ({
    type: 'GoalNear',
    ...floored(x, y, z),
    range: distance(range, 1),
  })),
  GoalXZ: goalClass((x, z) => ({ type: 'GoalXZ', x: whole(x, 'x'), z: whole(z, 'z') })),
  GoalNearXZ: goalClass((x, z, range) => ({
    type: 'GoalNearXZ',
    x: whole(x, 'x'),
    z: whole(z, 'z'),
    range: distance(range, 1),
  })),
  GoalY: goalClass((y) => ({ type: 'GoalY', y: whole(y, 'y') })),
  GoalFollow: goalClass((entity, range) => ({
    type: 'GoalFollow',
    entity: entityId(entity),
    range: distance(range, 1),
  })),
  GoalPlaceBlock: goalClass((position, _world, options) => ({
    type: 'GoalPlaceBlock',
    ...blockCorner(positionOf(position, 'GoalPlaceBlock')),
    range: distance(member(options, 'range'), 5),
  })),
  GoalLookAtBlock: goalClass((position, _world, options) => ({
    type: 'GoalLookAtBlock',
    ...blockCorner(positionOf(position, 'GoalLookAtBlock')),
    range: distance(member(options, 'reach'), 4.5),
  })),
  GoalBreakBlock: goalClass((x, y, z, _bot, options) => ({
    type: 'GoalBreakBlock',
    ...floored(x, y, z),
    range: distance(member(options, 'reach'), 4.5),
  })),
  GoalInvert: goalClass((goal) => ({ type: 'GoalInvert', goal: pathGoalOf(goal, 'GoalInvert') })),
  GoalCompositeAny: goalClass((goals) => ({ type: 'GoalCompositeAny', goals: pathGoalsOf(goals) })),
  GoalCompositeAll: goalClass((goals) => ({ type: 'GoalCompositeAll', goals: pathGoalsOf(goals) })),
}

/** What the body gets of a goal; throws an Error that names the caller when the value is none. */
export function pathGoalOf(goal: unknown, caller: string): PathGoal {
  const described = typeof goal === 'object' && goal !== null ? Reflect.get(goal, 'described') : null
  if (described !== null && described !== undefined) return described as PathGoal
  throw new TypeError(
    `${caller} needs a pathfinder goal such as new GoalNear(x, y, z, 1), but got ${nameOf(goal)}.`,
  )
}

function goalClass(describe: (...parameters: unknown[]) => PathGoal) {
  return class {
    readonly described: PathGoal
    constructor(...parameters: unknown[]) {
      const described = describe(...parameters)
      Object.assign(this, described)
      this.described = described
      Object.defineProperty(this, 'described', { enumerable: false })
    }
  }
}

function pathGoalsOf(goals: unknown): PathGoal[] {
  if (!Array.isArray(goals)) throw new TypeError('A composite goal needs a list of goals.')
  return goals.map((goal) => pathGoalOf(goal, 'A composite goal'))
}

function floored(x: unknown, y: unknown, z: unknown): { x: number; y: number; z: number } {
  if (typeof x === 'object' && x !== null) return blockCorner(positionOf(x, 'A goal'))
  return { x: whole(x, 'x'), y: whole(y, 'y'), z: whole(z, 'z') }
}

function whole(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return Math.floor(value)
  throw new TypeError(`A goal needs a number for ${name}, but got ${nameOf(value)}.`)
}

function distance(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= 0 ? value : otherwise
}

function member(options: unknown, name: string): unknown {
  return typeof options === 'object' && options !== null ? Reflect.get(options, name) : undefined
}

function entityId(entity: unknown): number {
  const id = member(entity, 'id')
  if (typeof id === 'number') return id
  throw new TypeError(
    `GoalFollow needs an entity, but got ${nameOf(entity)}. Check that one was found first.`,
  )
}
