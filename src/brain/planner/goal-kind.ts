import type { Goal } from '../../core/goal.ts'
import { type Kind, kindOf } from './kind.ts'

/** The goal of owning `count` of one item of the kind. */
export function haveGoal(kind: Kind, count: number | string): Goal {
  const goals = kind.items.map((item): Goal => ({ type: 'have', item, count }))
  const [only] = goals
  return goals.length === 1 && only !== undefined ? only : { type: 'any-of', goals }
}

/** What a goal of owning something wants; null for other goals, and for choices between different amounts. */
export function wantedBy(goal: Goal): { readonly kind: Kind; readonly count: number } | null {
  const parts = goal.type === 'any-of' ? goal.goals : [goal]
  const [first] = parts
  if (first?.type !== 'have' || typeof first.count !== 'number') return null
  const same = parts.every((part) => part.type === 'have' && part.count === first.count)
  if (!same) return null
  const items = parts.flatMap((part) => (part.type === 'have' ? [part.item] : []))
  return { kind: kindOf(...new Set(items)), count: first.count }
}
