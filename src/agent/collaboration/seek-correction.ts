import type { Attachment } from '../../core/attachment.ts'
import type { Attempt } from '../../core/attempt.ts'
import type { Authored, Question, Reply } from '../../core/brain.ts'
import { claimSentence } from '../../core/claim-sentence.ts'
import type { Task } from '../../core/desire.ts'
import { failedActs } from '../../core/failed-acts.ts'
import type { Message } from '../../core/message.ts'
import { type AttemptPorts, attemptTask, type TaskResult } from '../../learn/attempt-task.ts'
import { rankPartners } from '../../mind/choose-partner.ts'
import { disputedClaim } from '../../mind/disputed-claim.ts'
import { believeMessage } from '../believe.ts'
import { askAndWait, type Talk } from '../communicate.ts'
import { consider } from '../consider.ts'
import type { Worker } from '../step.ts'
import type { StepDraft } from '../step-draft.ts'

type FailedCode = Extract<Attachment, { type: 'failed-code' }>
type FixedCode = Extract<Attachment, { type: 'fixed-code' }>

/** What came of work on a task, and of talking about it. */
export interface Endeavour {
  readonly result: TaskResult
  readonly talk: Talk
}

/**
 * Shows teammates the code that failed, with its error and what became of it, one after another, until one answers with
 * a fix that works. A fix is checked and tried like code of one's own, in one attempt, and only by who agrees with what
 * it goes by.
 *
 * @param portsFor the ways to attempt the task, as it is counted by then
 */
export async function seekCorrection(
  worker: Worker,
  draft: StepDraft,
  { task, endeavour, portsFor }: Seeking,
): Promise<Endeavour> {
  const { mind } = worker
  const failed = faultyAttempt(endeavour.result)
  if (failed === null || endeavour.talk.learned || !mind.faculties.talk) return endeavour
  let { result, talk } = endeavour
  for (const partner of helpers(worker, draft, failed)) {
    const question = await wordQuestion(worker, draft, { partner, task, failed })
    if (question === null) continue
    const conversations = [...talk.conversations, question.conversation]
    const answer = await askAndWait(worker, question)
    talk = { learned: talk.learned, conversations }
    if (answer === null) continue
    draft.note(answer)
    talk = { learned: await believeMessage(mind, draft, answer), conversations }
    const fix = acceptableFix(worker, draft, answer)
    if (fix !== null) {
      const counted = { ...task, attempts: task.attempts + result.attempts.length }
      const tried = await attemptTask(counted, 1, { ...portsFor(counted), author: async () => fix })
      result = { ...tried, attempts: [...result.attempts, ...tried.attempts], blocked: result.blocked }
    }
    if (result.success !== null || talk.learned) break
  }
  return { result, talk }
}

export interface Seeking {
  readonly task: Task
  readonly endeavour: Endeavour
  readonly portsFor: (task: Task) => AttemptPorts
}

/** The last attempt whose code ran and failed, or was turned down by the check. */
function faultyAttempt({ success, isInterrupted, attempts }: TaskResult): Attempt | null {
  if (success !== null || isInterrupted) return null
  const last = attempts.at(-1)
  const status = last?.outcome?.status
  return last === undefined || status === 'aborted' || status === 'died' ? null : last
}

/** Whom to show it to: who is thought to know most about what failed first. */
function helpers({ mind }: Worker, draft: StepDraft, failed: Attempt): readonly string[] {
  const { partners } = draft.view()
  const ranked = mind.faculties.partnerModel
    ? rankPartners(mind.teammates, partners, topicsOf(failed))
    : mind.teammates
  return ranked.slice(0, mind.limits.communicationRounds)
}

function topicsOf(failed: Attempt): readonly string[] {
  const last = failedActs(failed).at(-1)
  return last === undefined || last.name === '' ? [] : [last.name]
}

interface Wording {
  readonly partner: string
  readonly task: Task
  readonly failed: Attempt
}

async function wordQuestion({ mind, voice }: Worker, draft: StepDraft, { partner, task, failed }: Wording) {
  const view = consider(mind, draft.view(), partner, null)
  const attachment = failedCode(task, failed)
  const text = `My code "${failed.draft.name}" does not work: ${failed.verdict.critique} Can you correct it?`
  const questions: readonly Question[] = [{ text, about: topicsOf(failed) }]
  const words: Reply = await mind.brain.converser.ask(view, partner, task, questions)
  const conversation = voice.conversationWith(partner)
  return voice.compose(view, { ...words, attachment }, { to: [partner], conversation })
}

function failedCode(
  task: Task,
  { draft, arguments: values, outcome, findings, verdict }: Attempt,
): FailedCode {
  const [finding] = findings
  return {
    type: 'failed-code',
    task: task.text,
    goal: task.goal,
    draft: { ...draft },
    arguments: [...values],
    status: outcome?.status ?? 'rejected',
    error: outcome?.error?.message ?? finding?.message ?? null,
    critique: verdict.critique,
  }
}

/** The fix in an answer, as something to be attempted; null when there is none or it is turned down, which is journalled. */
function acceptableFix({ mind }: Worker, draft: StepDraft, answer: Message): Authored | null {
  const { attachment, claims, from } = answer
  if (attachment?.type !== 'fixed-code') return null
  const reason = mind.faculties.revision
    ? objection(mind.innate, draft, { fix: attachment, claims })
    : UNMOVED
  if (reason === null) {
    const { draft: code, arguments: values } = attachment
    return { type: 'skill', draft: code, arguments: values, reused: null, dependsOn: [] }
  }
  mind.record({ type: 'skill-declined', name: attachment.draft.name, from, reason })
  return null
}

/** To take a fix over is to admit that what one's own code went by is wrong. */
const UNMOVED = 'Beliefs are not revised, so that no fix of what goes by them is taken over.'

function objection(
  innate: Parameters<typeof disputedClaim>[2],
  draft: StepDraft,
  { fix, claims }: { readonly fix: FixedCode; readonly claims: Message['claims'] },
): string | null {
  const disputed = disputedClaim(claims, draft.view().beliefs, innate)
  if (disputed !== null) return `It goes by what is not believed here: ${claimSentence(disputed)}`
  const unknown = fix.draft.calls.find((name) => draft.skills.find(name) === null)
  return unknown === undefined ? null : `It calls "${unknown}", which is in no library here.`
}
