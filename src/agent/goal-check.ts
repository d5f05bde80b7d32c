import type { Task } from '../core/desire.ts'
import type { Goal } from '../core/goal.ts'
import { checkGoal, type GoalCheck, type GoalEvidence } from '../core/goal-holds.ts'
import { goalProgram } from '../core/goal-program.ts'
import { attemptRequest } from './attempt-request.ts'
import type { Worker } from './step.ts'
import type { StepDraft } from './step-draft.ts'

/** Checks a goal against the draft's percept and the world. */
export function goalCheck(
  worker: Worker,
  draft: StepDraft,
  goal: Goal,
  task: Task | null = null,
): Promise<GoalCheck> {
  return checkGoal(goal, goalEvidence(worker, draft, task))
}

/** Counts of a goal that is no task's are measured from the start of the run. */
const NOTHING_YET = { killed: {}, consumed: {}, crafted: {}, mined: {}, deaths: 0 }

export function goalEvidence(worker: Worker, draft: StepDraft, task: Task | null): GoalEvidence {
  const { mind } = worker
  return {
    percept: draft.percept,
    baseline: task?.baseline ?? NOTHING_YET,
    blockAt: (position) => mind.body.blockAt(mind.agent, position),
    runCode: async (source) => {
      const request = attemptRequest(mind, draft, goalProgram(source), 'goal')
      const outcome = await worker.attention.during(() => mind.body.attempt(request, mind.signal))
      return outcome.status === 'completed' && outcome.value === true
    },
  }
}
