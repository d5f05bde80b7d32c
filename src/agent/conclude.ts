import type { Attempt } from '../core/attempt.ts'
import { circumstancesOf } from '../core/circumstances.ts'
import type { Task } from '../core/desire.ts'
import type { Episode } from '../core/episode.ts'
import { failedActs, searchedInVain } from '../core/failed-acts.ts'
import type { Goal } from '../core/goal.ts'
import { bindArguments, bindGoal } from '../core/goal-binding.ts'
import type { Json } from '../core/json.ts'
import { obtained } from '../core/obtained.ts'
import type { Skill } from '../core/skill.ts'
import { admittedSkill } from '../learn/admit-skill.ts'
import type { TaskResult } from '../learn/attempt-task.ts'
import { countRuns } from '../learn/count-runs.ts'
import { requeuedTasks } from '../learn/requeue-tasks.ts'
import { lessonsFrom } from '../mind/lessons.ts'
import { takeLessons } from '../mind/take-lessons.ts'
import type { Talk } from './communicate.ts'
import type { Mind } from './mind.ts'
import { reportOrder } from './orders.ts'
import type { StepResult, Worker } from './step.ts'
import type { StepDraft } from './step-draft.ts'
import { tryElsewhere } from './try-elsewhere.ts'

/** How work on a task ended in this step. */
export type Pursuit =
  | { readonly type: 'held-already' }
  | {
      readonly type: 'attempted'
      readonly result: TaskResult
      readonly talk: Talk
    }

/** Turns what happened into what is kept: the task's end, statistics, a new skill, an episode, and facts drawn from it. */
export async function conclude(
  worker: Worker,
  draft: StepDraft,
  task: Task,
  pursuit: Pursuit,
): Promise<StepResult> {
  const ended = endedTask(task, pursuit)
  if (pursuit.type === 'attempted') {
    for (const attempt of pursuit.result.attempts) {
      for (const skill of countRuns(attempt, draft.skills)) draft.setSkill(skill)
    }
    await admit(worker, draft, task, pursuit.result)
    await remember(worker, draft, ended, pursuit)
  }
  draft.setTask(ended)
  if (!worker.mind.faculties.semanticMemory && ended.status !== 'set-aside') forgetFacts(draft)
  if (ended.status !== 'open') {
    worker.mind.record({ type: 'task-ended', task: ended.id, status: ended.status, reason: ended.reason })
  }
  await reportOrder(worker, draft, ended)
  return { type: 'task-ended', task: ended }
}

/** Without semantic memory nothing that was found out outlives its task; what the agent was born knowing does. */
function forgetFacts(draft: StepDraft): void {
  for (const { id } of draft.view().beliefs) draft.drop(id)
}

function endedTask(task: Task, pursuit: Pursuit): Task {
  if (pursuit.type === 'held-already') return { ...task, status: 'done', reason: 'It was so already.' }
  const { result, talk } = pursuit
  const attempts = task.attempts + result.attempts.length
  if (result.success !== null) return { ...task, attempts, status: 'done' }
  if (result.isInterrupted) return { ...task, attempts }
  if (talk.learned && task.asks !== undefined) return { ...task, status: 'done' }
  if (talk.learned)
    return { ...task, attempts, status: 'set-aside', reason: 'What a teammate said shows another way.' }
  const critique = result.attempts.at(-1)?.verdict.critique
  const reason = result.blocked?.reason ?? critique ?? 'No attempt was made.'
  return { ...task, attempts, status: 'given-up', reason }
}

async function admit(worker: Worker, draft: StepDraft, task: Task, result: TaskResult): Promise<void> {
  const { mind } = worker
  if (!mind.faculties.proceduralMemory) return
  if (result.success === null || result.success.attempt.reused !== null) return
  // What a partner brought once, or lay in one chest, is no way to get it again.
  if (usedAct(result.success.attempt, 'collectFrom') || goesByOneChest(result.success.attempt)) return
  const { attempt, calls } = result.success
  const learned = { agent: mind.agent, run: mind.run, tick: mind.clock.tick() }
  const skill = admittedSkill(attempt, calls, task, learned, draft.skills)
  if (skill === null) return
  const described: Skill = { ...skill, description: await mind.brain.describer.describe(attempt.draft, task) }
  draft.setSkill(described)
  const { name, version, status, description } = described
  mind.record({ type: 'skill-admitted', name, version, status, description })
  const reached = promise(described, attempt.arguments) ?? task.goal
  const { tasks, knowledge } = draft.view()
  for (const requeued of requeuedTasks(described, reached, tasks, knowledge)) draft.setTask(requeued)
  tryElsewhere(worker, draft, described, { values: attempt.arguments, goal: reached })
}

/** What the skill promises when it is called with these values; null where it promises nothing. */
function promise({ postcondition, parameters }: Skill, values: readonly Json[]): Goal | null {
  return postcondition === null ? null : bindGoal(postcondition, bindArguments(parameters, values))
}

async function remember(
  { mind }: Worker,
  draft: StepDraft,
  task: Task,
  { result, talk }: Extract<Pursuit, { type: 'attempted' }>,
): Promise<void> {
  const episode: Episode = {
    id: `${task.id}-${task.attempts}-${mind.clock.tick()}`,
    tick: mind.clock.tick(),
    task: task.text,
    goal: task.goal,
    success: task.status === 'done',
    circumstances: circumstancesOf(draft.start),
    attempts: result.attempts.map(rememberedAttempt),
    conversations: [...talk.conversations],
    summary: summarize(task, result),
    standsFor: 1,
  }
  if (mind.faculties.episodicMemory) draft.add({ type: 'episode-added', episode })
  draft.learn(await mind.brain.reflector.reflect(draft.view(), episode, result.attempts))
  lookBack(mind, draft, episode)
}

/** Draws lessons from several episodes together, this one included. */
function lookBack({ faculties, memory }: Mind, draft: StepDraft, episode: Episode): void {
  if (!faculties.episodicMemory || !faculties.semanticMemory) return
  const episodes = [...[...memory.episodes.recent(LOOKED_BACK_ON)].reverse(), episode]
  const { beliefs, percept } = draft.view()
  const { drafts, revised } = takeLessons(beliefs, lessonsFrom(episodes, beliefs), percept.tick)
  for (const belief of revised) draft.revisit(belief)
  draft.learn(drafts)
}

/** Episodes before this one that lessons are drawn from. */
const LOOKED_BACK_ON = 40

function rememberedAttempt(attempt: Attempt): Episode['attempts'][number] {
  const { draft, arguments: values, outcome, verdict, dependsOn } = attempt
  return {
    skill: draft.name,
    source: draft.source,
    status: outcome?.status ?? 'rejected',
    critique: verdict.critique,
    arguments: [...values],
    tick: outcome?.endTick ?? null,
    dependsOn: [...dependsOn],
    failures: [...failedActs(attempt)].slice(-MOST_FAILURES),
    searched: [...searchedInVain(attempt)],
    obtained: [...obtained(attempt)],
    ticks: outcome === null ? null : outcome.endTick - outcome.startTick,
  }
}

/** Of an attempt's failed acts the last ones are remembered: it goes on until one of them ends it. */
const MOST_FAILURES = 8

/** Whether the code took something out of a chest of which it knows what lies in it. */
function goesByOneChest(attempt: Attempt): boolean {
  return usedAct(attempt, 'getItemFromChest') && attempt.dependsOn.some((key) => key.startsWith(CONTENTS))
}

/** How the keys of claims about what chests hold begin. */
const CONTENTS = 'contains:'

function usedAct({ outcome }: Attempt, name: string): boolean {
  return outcome?.trace.some((entry) => entry.type === 'act' && entry.name === name) ?? false
}

function summarize(task: Task, { attempts, success }: TaskResult): string {
  if (task.asks !== undefined)
    return `"${task.text}" was ${task.status === 'done' ? 'answered' : 'asked in vain'}.`
  const tries = `${attempts.length} attempt${attempts.length === 1 ? '' : 's'}`
  return success
    ? `"${task.text}" was done in ${tries}.`
    : `"${task.text}" failed after ${tries}: ${task.reason}`
}
