import type { Attempt } from '../core/attempt.ts'
import type { Authored, MindView, Recollection } from '../core/brain.ts'
import type { Cause } from '../core/cause.ts'
import type { Task } from '../core/desire.ts'
import type { Episode } from '../core/episode.ts'
import type { AttemptPorts } from '../learn/attempt-task.ts'
import { judgeAttempt } from '../learn/critic.ts'
import { beliefsBehind } from '../mind/beliefs-behind.ts'
import { rememberedPlaces } from '../mind/remembered-places.ts'
import { attemptRequest } from './attempt-request.ts'
import { believeAttempt } from './believe.ts'
import { sayPlan } from './collaboration/say-plan.ts'
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
  const freshView = async () => {
    mind.signal.throwIfAborted()
    draft.sense(await perceive(mind, attention))
    return draft.view()
  }
  let recalled: readonly Episode[] = []
  return {
    view: freshView,
    author: async (view, attempts) => {
      const recollection = await recollect(mind, view.percept, task, attempts)
      recalled = recollection.episodes
      return writeCode({ worker, draft, task, recollection, freshView }, view, attempts)
    },
    check: mind.check,
    isInterrupted: () => interruption.isRaised,
    run: async (program, number) => {
      const places = rememberedPlaces(draft.view(), recalled)
      const request = { ...attemptRequest(mind, draft, program, attemptId(number)), places: [...places] }
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

interface Writing {
  readonly worker: Worker
  readonly draft: StepDraft
  readonly task: Task
  readonly recollection: Recollection
  readonly freshView: () => Promise<MindView>
}

/** Before the first attempt it says what the code counts on, and writes it anew when that was put right. */
async function writeCode(
  { worker, draft, task, recollection, freshView }: Writing,
  view: MindView,
  attempts: readonly Attempt[],
): Promise<Authored> {
  const { brain, limits, record } = worker.mind
  const write = async (now: MindView) => {
    const written = await brain.author.author(now, { task, recollection, attempts })
    if (written.type === 'blocked') {
      record({ type: 'author-blocked', task: task.id, reason: written.reason })
    }
    return written
  }
  let authored = await write(view)
  if (attempts.length > 0) return authored
  for (let round = 0; round < limits.communicationRounds && authored.type === 'skill'; round++) {
    if (!(await sayPlan(worker, draft, task, authored.countsOn ?? []))) return authored
    authored = await write(await freshView())
  }
  return authored
}

/** What led to an attempt: the percept that it was decided on, the beliefs that its code relies on, and the task. */
function causeOf(dependsOn: readonly string[], { mind }: Worker, draft: StepDraft, task: Task): Cause {
  const { percept, beliefs } = draft.view()
  return { percept: percept.tick, beliefs: beliefsBehind(dependsOn, beliefs, mind.innate), task: task.id }
}
