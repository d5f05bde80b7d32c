import { assertNever } from '../core/assert-never.ts'
import type { Goal } from '../core/goal.ts'
import { formatPosition } from '../core/position.ts'

/** A goal in a few words, for people. */
export function describeGoal(goal: Goal): string {
  switch (goal.type) {
    case 'have':
      return `have ${goal.count} ${words(goal.item)}`
    case 'killed':
      return `kill ${goal.count} ${words(goal.mob)}`
    case 'consumed':
      return `eat or drink ${goal.count} ${words(goal.item)}`
    case 'given':
      return goal.by === 'chest'
        ? `put ${goal.count} ${words(goal.item)} into a chest for ${goal.to}`
        : `give ${goal.count} ${words(goal.item)} to ${goal.to}`
    case 'equipped':
      return `wear or hold ${words(goal.item)}`
    case 'at':
      return `be within ${goal.radius} blocks of ${place(goal.position)}`
    case 'block-at':
      return `${words(goal.block)} at ${place(goal.position)}`
    case 'all-of':
      return goal.goals.map(describeGoal).join(' and ')
    case 'any-of':
      return goal.goals.map(describeGoal).join(' or ')
    case 'code':
      return 'a condition given as code'
    default:
      return assertNever(goal)
  }
}

function words(name: string): string {
  return name.replaceAll('_', ' ')
}

function place(position: string | Parameters<typeof formatPosition>[0]): string {
  return typeof position === 'string' ? position : formatPosition(position)
}
