import type { Cause } from '../core/cause.ts'
import type { Task } from '../core/desire.ts'
import type { AttemptPorts } from '../learn/attempt-task.ts'
import { judgeAttempt } from '../learn/critic.ts'
import { beliefsBehind } from '../mind/beliefs-behind.ts'
import { attemptRequest } from './attempt-request.ts'
import { believeAttempt } from './believe.ts'
import { cutOffOutcome } from './cut-off-outcome.ts'
import { goalEvidence } from './goal-check.ts'
import { perceive } from './perceive.ts'
import { recollect } from './recollect.ts'
import type { Worker } from './step.ts'
import type { StepDraft } from './step-draft.ts'

/** Connects the attempt loop with one agent's brain, body and beliefs. */
export function attemptPorts(worker: Worker, draft: StepDraft, task: Task): AttemptPorts {
  const { mind, attention, interruption } = worker
  const attemptId = (number: number) => `${task.id}-${task.attempts + number}`
  return {
    view: async () => {
      mind.signal.throwIfAborted()
      draft.sense(await perceive(mind, attention))
      return draft.view()
    },
    author: async (view, attempts) => {
      const recollection = await recollect(mind, view.percept, task, attempts)
      const authored = await mind.brain.author.author(view, { task, recollection, attempts })
      if (authored.type === 'blocked') {
        mind.record({ type: 'author-blocked', task: task.id, reason: authored.reason })
      }
      return authored
    },
    check: mind.check,
    isInterrupted: () => interruption.isRaised,
    run: async (program, number) => {
      const request = attemptRequest(mind, draft, program, attemptId(number))
      const outcome = await attention
        .during(() =>
          interruption.during((cut) => mind.body.attempt(request, AbortSignal.any([mind.signal, cut]))),
        )
        .catch((error: unknown) => cutOffOutcome(error, draft.percept))
      draft.sense(await perceive(mind, attention))
      return outcome
    },
    judge: (attempt) =>
      judgeAttempt(mind.brain.judge, draft.view(), task, attempt, goalEvidence(worker, draft, task)),
    observe: (attempt) => believeAttempt(draft, attempt),
    started: (written, number) => {
      mind.record({
        type: 'attempt-started',
        attempt: attemptId(number),
        task: task.id,
        skill: written.draft.name,
        source: written.draft.source,
        arguments: [...written.arguments],
        reused: written.reused !== null,
        cause: causeOf(written.dependsOn, worker, draft, task),
      })
    },
    ended: ({ number, draft: skill, outcome, verdict }) => {
      mind.record({
        type: 'attempt-ended',
        attempt: attemptId(number),
        skill: skill.name,
        outcome,
        success: verdict.success,
        critique: verdict.critique,
      })
    },
  }
}

/** What led to an attempt: the percept that it was decided on, the beliefs that its code relies on, and the task. */
function causeOf(dependsOn: readonly string[], { mind }: Worker, draft: StepDraft, task: Task): Cause {
  const { percept, beliefs } = draft.view()
  return { percept: percept.tick, beliefs: beliefsBehind(dependsOn, beliefs, mind.innate), task: task.id }
}
