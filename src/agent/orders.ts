import type { Task } from '../core/desire.ts'
import type { Message } from '../core/message.ts'
import type { Mind } from './mind.ts'
import { isOrder, isPerson } from './people.ts'
import type { Worker } from './step.ts'
import type { StepDraft } from './step-draft.ts'

/** Who proposes tasks beside players. */
const OWN: ReadonlySet<string> = new Set(['curriculum', 'person'])

/** Takes up the task that a person has given, if the message is one and the person may. */
export function takeOrder(mind: Mind, draft: StepDraft, message: Message): void {
  const { from, attachment } = message
  if (attachment?.type !== 'task' || !isOrder(mind, message) || !mind.faculties.talk) return
  const { tasks, percept } = draft.view()
  const task: Task = {
    id: `${mind.agent}-${tasks.length + 1}`,
    text: attachment.text,
    goal: attachment.goal,
    proposedBy: from,
    purpose: `${from} asked for it.`,
    tick: percept.tick,
    baseline: percept.tally,
    status: 'open',
    attempts: 0,
    reason: null,
  }
  draft.setTask(task)
  mind.record({ type: 'task-taken', task: task.id, text: task.text, goal: task.goal })
}

/** The oldest task of a person that is still to be done; what was learned about one since makes it worth another try. */
export function nextOrder(mind: Mind, tasks: readonly Task[]): Task | null {
  const order = tasks.find(
    (task) => isOrdered(mind, task) && (task.status === 'open' || task.status === 'set-aside'),
  )
  return order === undefined ? null : { ...order, status: 'open' }
}

/** Tells the person how its task ended. */
export async function reportOrder({ mind, voice }: Worker, draft: StepDraft, task: Task): Promise<void> {
  if (!isOrdered(mind, task) || !mind.faculties.talk) return
  if (task.status !== 'done' && task.status !== 'given-up') return
  const text =
    task.status === 'done'
      ? `It is done: ${task.text}.`
      : `Sorry, I could not do it: ${task.text}. ${task.reason ?? ''}`.trim()
  const words = { act: 'report', text, about: [], claims: [] } as const
  await voice.say(draft.view(), words, {
    to: [task.proposedBy],
    conversation: voice.conversationWith(task.proposedBy),
  })
}

/** Whether a person gave the task. */
export function isOrdered(mind: Mind, { proposedBy }: Task): boolean {
  return !OWN.has(proposedBy) && isPerson(mind, proposedBy)
}
