import { assertNever } from './assert-never.ts'
import { InputError } from './errors.ts'
import type { Goal } from './goal.ts'
import type { Json } from './json.ts'
import { positionSchema } from './position.ts'
import type { SkillParameter } from './skill.ts'

/** A skill's parameters with the values of one call. Missing values take the parameter's default. */
export function bindArguments(
  parameters: readonly SkillParameter[],
  values: readonly Json[],
): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    parameters.map((parameter, index) => [parameter.name, values[index] ?? parameter.default]),
  )
}

/** Replaces `$name` references in the goal by values. Throws an InputError for a reference that has no fitting value. */
export function bindGoal(goal: Goal, values: Readonly<Record<string, Json>>): Goal {
  switch (goal.type) {
    case 'have':
    case 'consumed':
      return { ...goal, item: boundName(goal.item, values), count: boundCount(goal.count, values) }
    case 'killed':
      return { ...goal, mob: boundName(goal.mob, values), count: boundCount(goal.count, values) }
    case 'given': {
      const { at, ...rest } = goal
      return {
        ...rest,
        to: boundName(goal.to, values),
        item: boundName(goal.item, values),
        count: boundCount(goal.count, values),
        ...(at !== undefined && { at: boundPosition(at, values) }),
      }
    }
    case 'equipped':
      return { ...goal, item: boundName(goal.item, values) }
    case 'at':
      return { ...goal, position: boundPosition(goal.position, values) }
    case 'block-at':
      return { ...goal, block: boundName(goal.block, values), position: boundPosition(goal.position, values) }
    case 'all-of':
    case 'any-of':
      return { ...goal, goals: goal.goals.map((part) => bindGoal(part, values)) }
    case 'code':
      return goal
    default:
      return assertNever(goal)
  }
}

function boundName(name: string, values: Readonly<Record<string, Json>>): string {
  if (!name.startsWith('$')) return name
  const value = values[name.slice(1)]
  if (typeof value !== 'string') throw unbound(name, 'a name', value)
  return value
}

function boundCount(count: number | string, values: Readonly<Record<string, Json>>): number {
  const value = typeof count === 'string' ? values[count.slice(1)] : count
  if (typeof value !== 'number') throw unbound(String(count), 'a number', value)
  return value
}

function boundPosition<T>(position: T | string, values: Readonly<Record<string, Json>>) {
  const value = typeof position === 'string' ? values[position.slice(1)] : position
  const parsed = positionSchema.safeParse(value)
  if (!parsed.success) throw unbound(String(position), 'a position {x, y, z}', value)
  return parsed.data
}

function unbound(reference: string, wanted: string, value: unknown): InputError {
  return new InputError(
    `The goal's "${reference}" needs ${wanted}, but the skill was called with ${JSON.stringify(value)}.`,
  )
}
