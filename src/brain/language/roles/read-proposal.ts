import * as z from 'zod'
import { assertNever } from '../../../core/assert-never.ts'
import type { MindView } from '../../../core/brain.ts'
import type { TaskProposal } from '../../../core/desire.ts'
import { errorMessage } from '../../../core/errors.ts'
import { formatGoal } from '../../../core/format-goal.ts'
import { type Goal, goalSchema } from '../../../core/goal.ts'
import { parseGoalText } from '../../../core/goal-text.ts'
import type { NameChecks } from '../../../core/name-checks.ts'
import { isOwned } from '../../planner/novelty.ts'
import { isWorthTrying } from '../../planner/planner-proposer.ts'
import { type Reading, readJson } from '../reply/read-json.ts'

const stepSchema = z.object({
  task: z.string().min(1).max(300),
  goal: z
    .union([z.string(), z.record(z.string(), z.unknown())])
    .nullable()
    .default(null),
})
type Step = z.infer<typeof stepSchema>

const proposalSchema = z.union([stepSchema, z.object({ task: z.null() })])
const stepsSchema = z.object({ steps: z.array(stepSchema).min(1).max(20) })

/** The task that a model proposes; null when it sees nothing left to do. */
export function readProposal(reply: string, view: MindView, names: NameChecks): Reading<TaskProposal | null> {
  const read = readJson(reply, proposalSchema)
  if (!read.ok) return read
  return read.value.task === null ? { ok: true, value: null } : checkStep(read.value, view, names)
}

/** The steps that a model splits a goal into, without those that are done. */
export function readSteps(
  reply: string,
  view: MindView,
  names: NameChecks,
): Reading<readonly TaskProposal[]> {
  const read = readJson(reply, stepsSchema)
  if (!read.ok) return read
  const steps: TaskProposal[] = []
  for (const step of read.value.steps) {
    const goal = readGoal(step.goal, names)
    if (!goal.ok) return goal
    if (goal.value === null || isOwned(view, goal.value)) continue
    steps.push({ text: step.task, goal: goal.value, proposedBy: 'curriculum' })
  }
  return { ok: true, value: steps }
}

function checkStep({ task, goal }: Step, view: MindView, names: NameChecks): Reading<TaskProposal> {
  const read = readGoal(goal, names)
  if (!read.ok) return read
  const problem = read.value === null ? null : whyNot(read.value, view)
  if (problem !== null) return refused(problem)
  return { ok: true, value: { text: task, goal: read.value, proposedBy: 'curriculum' } }
}

function whyNot(goal: Goal, view: MindView): string | null {
  if (isOwned(view, goal)) return `"${formatGoal(goal)}" is so already. Choose the next step.`
  if (isWorthTrying(view, goal)) return null
  return `"${formatGoal(goal)}" was given up, and nothing was learned since. Choose something else.`
}

function refused(reason: string) {
  return { ok: false, reason } as const
}

function readGoal(goal: Step['goal'], names: NameChecks): Reading<Goal | null> {
  if (goal === null || goal === '') return { ok: true, value: null }
  const parsed = typeof goal === 'string' ? fromText(goal) : fromJson(goal)
  if (!parsed.ok) return parsed
  const problem = nameProblem(parsed.value, names)
  return problem === null ? parsed : refused(problem)
}

function fromText(text: string): Reading<Goal> {
  try {
    if (text.trim().startsWith('{')) return fromJson(JSON.parse(text))
    return { ok: true, value: parseGoalText(text) }
  } catch (error) {
    return refused(errorMessage(error))
  }
}

function fromJson(value: unknown): Reading<Goal> {
  const parsed = goalSchema.safeParse(value)
  return parsed.success
    ? { ok: true, value: parsed.data }
    : refused('The goal has none of the forms that are known.')
}

/** Why the goal can never hold: it names something that the game does not have. */
function nameProblem(goal: Goal, names: NameChecks): string | null {
  switch (goal.type) {
    case 'have':
    case 'consumed':
    case 'given':
    case 'equipped':
      return names.itemProblem(goal.item)
    case 'killed':
      return names.mobProblem(goal.mob)
    case 'block-at':
      return names.blockProblem(goal.block)
    case 'all-of':
    case 'any-of':
      return goal.goals.map((part) => nameProblem(part, names)).find((problem) => problem !== null) ?? null
    case 'at':
      return null
    case 'code':
      return 'A goal that is code is not accepted: use one of the forms.'
    default:
      return assertNever(goal)
  }
}
