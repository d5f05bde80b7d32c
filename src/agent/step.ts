import type { Task } from '../core/desire.ts'
import type { Goal } from '../core/goal.ts'
import { attemptTask, type TaskResult } from '../learn/attempt-task.ts'
import { chooseTask } from '../learn/choose-task.ts'
import type { Acquaintances } from './acquaintances.ts'
import { attemptPorts } from './attempt-ports.ts'
import type { Attention } from './attention.ts'
import { believe } from './believe.ts'
import { type Commitments, isGift } from './collaboration/commitments.ts'
import { considerOffers } from './collaboration/consider-offers.ts'
import { requestItems } from './collaboration/request-items.ts'
import { seekCorrection } from './collaboration/seek-correction.ts'
import type { SharedWork } from './collaboration/shared-work.ts'
import { chooseAim, releaseParts } from './collaboration/team-goal.ts'
import { tellOfChests } from './collaboration/tell-of-chests.ts'
import { thankGivers } from './collaboration/thank-givers.ts'
import { waitForOthers } from './collaboration/wait-for-others.ts'
import { communicate, type Talk } from './communicate.ts'
import { conclude } from './conclude.ts'
import { goalCheck } from './goal-check.ts'
import type { Interruption } from './interruption.ts'
import type { Mind } from './mind.ts'
import { isOrdered, nextOrder } from './orders.ts'
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
  /** It had nothing to do but to be there for others. */
  | { readonly type: 'waited' }

/** An agent at work: its mind, its hold on the clock, its trials under way. */
export interface Worker {
  readonly mind: Mind
  readonly attention: Attention
  readonly verifications: Verifications
  readonly voice: Voice
  readonly acquaintances: Acquaintances
  readonly interruption: Interruption
  readonly commitments: Commitments
  readonly sharedWork: SharedWork
  /** Journals the draft's changes, then applies them: the only place where an agent's state changes. */
  commit(draft: StepDraft): void
}

/** What an agent is there for: its own work and that of others, or others alone, when its own is done. */
export type Duty = 'own-work' | 'service'

/** One step of an agent (design, section 4): state enters once, as a percept and mail, and leaves once, as a commit. */
export async function step(worker: Worker, duty: Duty = 'own-work'): Promise<StepResult> {
  const { mind, attention } = worker
  worker.interruption.clear()
  const draft = new StepDraft(worker, await perceive(mind, attention))
  await believe(worker, draft)
  worker.commitments.takeUp(draft, ({ id, text, goal }) =>
    mind.record({ type: 'task-taken', task: id, text, goal }),
  )
  takeVerifications(worker, draft)
  const result = await (duty === 'service' ? serve : pursue)(worker, draft)
  considerOffers(worker, draft)
  worker.commit(draft)
  return result
}

/** Does what people have asked for and what was promised to teammates. */
async function serve(worker: Worker, draft: StepDraft): Promise<StepResult> {
  worker.sharedWork.turnTo([])
  const { tasks } = draft.view()
  const task = nextOrder(worker.mind, tasks) ?? openGift(tasks)
  return task === null ? { type: 'waited' } : work(worker, draft, task)
}

function openGift(tasks: readonly Task[]): Task | null {
  return tasks.find((task) => task.status === 'open' && isGift(task)) ?? null
}

async function pursue(worker: Worker, draft: StepDraft): Promise<StepResult> {
  worker.sharedWork.turnTo([])
  const order = nextOrder(worker.mind, draft.view().tasks)
  if (order !== null) return work(worker, draft, order)
  const aim = await chooseAim(worker, draft)
  if (aim.type === 'reached') return { type: 'goal-reached' }
  if (aim.type === 'hopeless') return { type: 'nothing-to-do' }
  draft.setAim(aim.type === 'pursue' && aim.isForOthers !== true ? aim.goal : null)
  const gift = openGift(draft.view().tasks)
  if (gift !== null) worker.sharedWork.turnTo([])
  if (gift === null && aim.type === 'help') return waitForOthers(worker, draft)
  const task = gift ?? (await desire(worker, draft, aim.type === 'pursue' ? aim.goal : null))
  if (task !== null) return work(worker, draft, task)
  if (worker.mind.together === undefined) return { type: 'nothing-to-do' }
  await releaseParts(worker, draft)
  return { type: 'waited' }
}

async function work(worker: Worker, draft: StepDraft, task: Task): Promise<StepResult> {
  if (task.goal !== null && (await goalCheck(worker, draft, task.goal, task)).holds) {
    return conclude(worker, draft, task, { type: 'held-already' })
  }
  if (task.asks !== undefined) return inquire(worker, draft, task, task.asks)
  const portsFor = (counted: Task) => attemptPorts(worker, draft, counted)
  const result = await attemptTask(task, worker.mind.limits.attemptsPerStep, portsFor(task))
  await thankGivers(worker, draft, result)
  if (!result.isInterrupted) await tellOfChests(worker, draft, task)
  const talk = await consult(worker, draft, task, result)
  const endeavour = isGift(task)
    ? { result, talk }
    : await seekCorrection(worker, draft, { task, endeavour: { result, talk }, portsFor })
  return conclude(worker, draft, task, { type: 'attempted', ...endeavour })
}

/** Asks what the task is to find out, and does nothing else. */
async function inquire(worker: Worker, draft: StepDraft, task: Task, text: string): Promise<StepResult> {
  const talk = await communicate(worker, draft, task, [{ text, about: [] }])
  const result: TaskResult = { attempts: [], success: null, blocked: { reason: UNANSWERED, questions: [] } }
  return conclude(worker, draft, task, { type: 'attempted', result, talk })
}

const UNANSWERED = 'Nobody had anything new to tell.'

/** Asks others for items or for what they know when the agent is stuck. */
async function consult(worker: Worker, draft: StepDraft, task: Task, { blocked }: TaskResult): Promise<Talk> {
  if (blocked === null || (isGift(task) && !isOrdered(worker.mind, task)))
    return { learned: false, conversations: [] }
  const wantsItems = blocked.questions.some(({ wants }) => wants !== undefined)
  const ask = wantsItems ? requestItems : communicate
  return ask(worker, draft, task, blocked.questions)
}

/** Episodes that the choice of a task draws on. */
const REMEMBERED = 60

async function desire({ mind }: Worker, draft: StepDraft, goal: Goal | null): Promise<Task | null> {
  const view = draft.view()
  const episodes = mind.faculties.episodicMemory ? mind.memory.episodes.recent(REMEMBERED) : []
  const task = await chooseTask(
    mind.brain.proposer,
    view,
    { goal, episodes },
    () => `${mind.agent}-${view.tasks.length + 1}`,
  )
  if (task === null) return null
  if (!view.tasks.some((known) => known.id === task.id)) {
    draft.setTask(task)
    mind.record({ type: 'task-taken', task: task.id, text: task.text, goal: task.goal })
  }
  return task
}
