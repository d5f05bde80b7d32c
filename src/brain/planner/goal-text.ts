import { assertNever } from '../../core/assert-never.ts'
import type { Goal } from '../../core/goal.ts'
import { formatPosition } from '../../core/position.ts'
import { wantedBy } from './goal-kind.ts'
import { amountInWords, inWords } from './kind.ts'

/** A goal as a task in words: "Obtain 3 cobblestone". */
export function goalText(goal: Goal): string {
  const wanted = wantedBy(goal)
  if (wanted !== null) return `Obtain ${amountInWords(wanted.kind, wanted.count)}`
  switch (goal.type) {
    case 'have':
      return `Obtain ${goal.count} ${inWords(goal.item)}`
    case 'killed':
      return `Kill ${goal.count} ${inWords(goal.mob)}`
    case 'consumed':
      return `Consume ${goal.count} ${inWords(goal.item)}`
    case 'given':
      return goal.by === 'chest'
        ? `Put ${goal.count} ${inWords(goal.item)} into a chest for ${goal.to}`
        : `Give ${goal.count} ${inWords(goal.item)} to ${goal.to}`
    case 'equipped':
      return `Equip ${inWords(goal.item)}`
    case 'at':
      return `Go to within ${goal.radius} blocks of ${place(goal.position)}`
    case 'block-at':
      return `Place ${inWords(goal.block)} at ${place(goal.position)}`
    case 'all-of':
      return goal.goals.map(goalText).join(', then ')
    case 'any-of':
      return goal.goals.map(goalText).join(', or ')
    case 'code':
      return 'Make a condition hold that is given as code'
    default:
      return assertNever(goal)
  }
}

function place(position: Extract<Goal, { type: 'at' }>['position']): string {
  return typeof position === 'string' ? position : formatPosition(position)
}
