import type { Recollection } from '../core/brain.ts'
import { circumstancesOf } from '../core/circumstances.ts'
import type { Task } from '../core/desire.ts'
import { attemptTask, type TaskResult } from '../learn/attempt-task.ts'
import { chooseTask } from '../learn/choose-task.ts'
import type { Acquaintances } from './acquaintances.ts'
import { attemptPorts } from './attempt-ports.ts'
import type { Attention } from './attention.ts'
import { believe } from './believe.ts'
import { communicate } from './communicate.ts'
import { conclude } from './conclude.ts'
import { goalCheck } from './goal-check.ts'
import type { Mind } from './mind.ts'
import { perceive } from './perceive.ts'
import { StepDraft } from './step-draft.ts'
import { takeVerifications } from './take-verifications.ts'
import type { Verifications } from './verification.ts'
import type { Voice } from './voice.ts'

/** What a step came to. */
export type StepResult =
  | { readonly type: 'goal-reached' }
  | { readonly type: 'nothing-to-do' }
  | { readonly type: 'task-ended'; readonly task: Task }

/** An agent at work: its mind, its hold on the clock, its trials under way. */
export interface Worker {
  readonly mind: Mind
  readonly attention: Attention
  readonly verifications: Verifications
  readonly voice: Voice
  readonly acquaintances: Acquaintances
  /** Journals the draft's changes, then applies them: the only place where an agent's state changes. */
  commit(draft: StepDraft): void
}

/** One step of an agent (design, section 4): state enters once, as a percept and mail, and leaves once, as a commit. */
export async function step(worker: Worker): Promise<StepResult> {
  const { mind, attention } = worker
  const draft = new StepDraft(worker, await perceive(mind, attention))
  await believe(worker, draft)
  takeVerifications(worker, draft)
  const result = await pursue(worker, draft)
  worker.commit(draft)
  return result
}

async function pursue(worker: Worker, draft: StepDraft): Promise<StepResult> {
  const { mind } = worker
  if (mind.goal !== null && (await goalCheck(worker, draft, mind.goal)).holds) return { type: 'goal-reached' }
  const task = await desire(worker, draft)
  if (task === null) return { type: 'nothing-to-do' }
  if (task.goal !== null && (await goalCheck(worker, draft, task.goal, task)).holds) {
    return conclude(worker, draft, task, { type: 'held-already' })
  }
  const result = await attempt(worker, draft, task)
  const talk = result.blocked
    ? await communicate(worker, draft, task, result.blocked.questions)
    : { learned: false, conversations: [] }
  return conclude(worker, draft, task, { type: 'attempted', result, talk })
}

async function desire({ mind }: Worker, draft: StepDraft): Promise<Task | null> {
  const view = draft.view()
  const task = await chooseTask(
    mind.brain.proposer,
    view,
    mind.goal,
    () => `${mind.agent}-${view.tasks.length + 1}`,
  )
  if (task === null) return null
  if (!view.tasks.some((known) => known.id === task.id)) {
    draft.setTask(task)
    mind.record({ type: 'task-taken', task: task.id, text: task.text, goal: task.goal })
  }
  return task
}

async function attempt(worker: Worker, draft: StepDraft, task: Task): Promise<TaskResult> {
  const { mind } = worker
  const recollection = await recall(mind, draft, task)
  return attemptTask(task, mind.limits.attemptsPerStep, attemptPorts(worker, draft, task, recollection))
}

/** How many memories of each kind are brought to mind for a task (Voyager retrieves five skills). */
const RECALLED = 5

function recall({ memory }: Mind, { percept }: StepDraft, { text }: Task): Promise<Recollection> {
  return memory.recall({ text, circumstances: circumstancesOf(percept), tick: percept.tick }, RECALLED)
}
