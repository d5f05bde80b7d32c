import type { Task } from '../core/desire.ts'
import type { Goal } from '../core/goal.ts'
import { matchPostcondition } from '../core/goal-matching.ts'
import type { Knowledge } from '../core/knowledge.ts'
import type { Skill } from '../core/skill.ts'

/**
 * The given-up tasks that a new skill may help with, set aside to be planned anew: those whose goal it promises, and those
 * whose items are made, by what the agent knows, of what it gave.
 *
 * @param reached the goal that the skill was learned by reaching
 */
export function requeuedTasks(
  skill: Skill,
  reached: Goal | null,
  tasks: readonly Task[],
  knowledge: Pick<Knowledge, 'recipesFor' | 'smeltingsFor'>,
): readonly Task[] {
  const given = itemsOf(reached)
  return latestOfEachGoal(tasks)
    .filter(
      ({ status, goal }) => status === 'given-up' && goal !== null && helps(skill, given, goal, knowledge),
    )
    .map((task) => ({
      ...task,
      status: 'set-aside',
      reason: `"${skill.name}" was learned since it was given up.`,
    }))
}

function helps(
  skill: Skill,
  given: readonly string[],
  goal: Goal,
  knowledge: Pick<Knowledge, 'recipesFor' | 'smeltingsFor'>,
): boolean {
  if (matchPostcondition(skill, goal) !== null) return true
  const needed = itemsOf(goal).flatMap((item) => [...ingredientsOf(item, knowledge)])
  return given.some((item) => needed.includes(item))
}

/** Everything that the item is made of, directly or by way of other items. */
function ingredientsOf(
  item: string,
  { recipesFor, smeltingsFor }: Pick<Knowledge, 'recipesFor' | 'smeltingsFor'>,
): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [item]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const parts = [
      ...recipesFor(next).flatMap(({ ingredients }) => Object.keys(ingredients)),
      ...smeltingsFor(next).map(({ from }) => from),
    ]
    for (const part of parts) {
      if (found.has(part)) continue
      found.add(part)
      open.push(part)
    }
  }
  return found
}

function itemsOf(goal: Goal | null): readonly string[] {
  if (goal === null) return []
  if (goal.type === 'all-of' || goal.type === 'any-of') return goal.goals.flatMap(itemsOf)
  return 'item' in goal ? [goal.item] : []
}

/** A goal that was reached after it had been given up is no longer wanted. */
function latestOfEachGoal(tasks: readonly Task[]): readonly Task[] {
  return [...new Map(tasks.map((task) => [JSON.stringify(task.goal) + task.text, task])).values()]
}
