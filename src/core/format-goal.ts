import { assertNever } from './assert-never.ts'
import type { Goal } from './goal.ts'
import { BY_CHEST } from './goal-text.ts'

/** A goal as `parseGoalText` reads it; as JSON where that form cannot say it. */
export function formatGoal(goal: Goal): string {
  return asText(goal) ?? JSON.stringify(goal)
}

function asText(goal: Goal): string | null {
  if (goal.type === 'any-of') return joined(goal.goals, ' or ', ['any-of'])
  if (goal.type === 'all-of') return joined(goal.goals, ' and ', ['any-of', 'all-of'])
  return single(goal)
}

/** Null where a part would be read as something else inside of it, or cannot be said. */
function joined(goals: readonly Goal[], separator: string, without: readonly Goal['type'][]): string | null {
  if (goals.length < 2 || goals.some(({ type }) => without.includes(type))) return null
  const parts = goals.map(asText)
  return parts.some((part) => part === null) ? null : parts.join(separator)
}

function single(goal: Exclude<Goal, { type: 'any-of' | 'all-of' }>): string | null {
  switch (goal.type) {
    case 'have':
    case 'consumed':
      return counted(goal.type, goal.count, goal.item)
    case 'killed':
      return counted('killed', goal.count, goal.mob)
    case 'given': {
      const start = goal.at === undefined && isWord(goal.to) ? counted('given', goal.count, goal.item) : null
      return start === null ? null : `${start} to ${goal.to}${goal.by === 'chest' ? ` ${BY_CHEST}` : ''}`
    }
    case 'equipped':
      return isName(goal.item) ? `equipped ${goal.item}` : null
    case 'at': {
      const at = place(goal.position)
      return at === null ? null : `at ${at} within ${goal.radius}`
    }
    case 'block-at': {
      const at = place(goal.position)
      return at === null || !isName(goal.block) ? null : `block-at ${at} ${goal.block}`
    }
    case 'code':
      return null
    default:
      return assertNever(goal)
  }
}

function counted(verb: string, count: number | string, name: string): string | null {
  return typeof count === 'number' && isName(name) ? `${verb} ${count} ${name}` : null
}

function place(position: Extract<Goal, { type: 'at' }>['position']): string | null {
  if (typeof position === 'string') return null
  const { x, y, z } = position
  return `${x} ${y} ${z}`
}

function isName(name: string): boolean {
  return /^[a-z][a-z0-9_]*$/.test(name)
}

function isWord(text: string): boolean {
  return /^\w+$/.test(text)
}
