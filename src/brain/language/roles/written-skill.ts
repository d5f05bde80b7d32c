import type { Authored, AuthorRequest, MindView } from '../../../core/brain.ts'
import type { Goal } from '../../../core/goal.ts'
import type { Json } from '../../../core/json.ts'
import { goalText } from '../../planner/goal-text.ts'
import { storesOnTheWay } from '../prompt/knowledge-lines.ts'
import type { ReadSkill } from '../reply/read-skill.ts'

/**
 * What a model wrote, as a draft that promises its task's goal. A parameter `count` with a goal that counts one thing
 * makes the promise general: the code is called with the number of the goal.
 */
export function writtenSkill(
  skill: ReadSkill,
  view: MindView,
  { task }: AuthorRequest,
): Extract<Authored, { type: 'skill' }> {
  const { name, source, parameters, called } = skill
  const counted = task.goal === null ? null : countedGoal(task.goal)
  const general = parameters.some((parameter) => parameter.name === 'count') ? counted : null
  const usable = new Set(view.skills.usable().map((known) => known.name))
  const what = task.goal === null ? task.text : goalText(task.goal)
  return {
    type: 'skill',
    draft: {
      name,
      description: skill.description === '' ? `${what}.` : skill.description,
      parameters,
      precondition: null,
      postcondition: general?.pattern ?? task.goal,
      source,
      calls: called.filter((callee) => usable.has(callee)),
    },
    arguments: argumentsFor(parameters, general?.count ?? null),
    reused: null,
    dependsOn: called.includes(TAKING) ? storesOnTheWay(view, task.goal) : [],
  }
}

/** Code that takes things out of chests goes by what is believed to lie there. */
const TAKING = 'getItemFromChest'

function argumentsFor(parameters: ReadSkill['parameters'], count: number | null): readonly Json[] {
  return parameters.map(({ name, default: value }) => (name === 'count' && count !== null ? count : value))
}

/** The goal with its number left open; null where it counts nothing, or different numbers. */
function countedGoal(goal: Goal): { readonly pattern: Goal; readonly count: number } | null {
  if (goal.type === 'any-of') {
    const parts = goal.goals.map(countedGoal)
    const count = parts[0]?.count
    if (count === undefined || parts.some((part) => part?.count !== count)) return null
    return { pattern: { type: 'any-of', goals: parts.flatMap((part) => part?.pattern ?? []) }, count }
  }
  const counts = goal.type === 'have' || goal.type === 'killed' || goal.type === 'consumed'
  if (!counts || typeof goal.count !== 'number') return null
  return { pattern: { ...goal, count: '$count' }, count: goal.count }
}
