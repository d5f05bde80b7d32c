import type { Question } from '../core/brain.ts'
import type { Task } from '../core/desire.ts'
import type { Message } from '../core/message.ts'
import { claimGrounds } from '../mind/claim-grounds.ts'
import type { Attention } from './attention.ts'
import { believeMessage } from './believe.ts'
import type { Mind } from './mind.ts'
import type { StepDraft } from './step-draft.ts'

/**
 * Asks teammates what stands in the way of a task, one after another, until an answer teaches something or the rounds
 * are used up. No answer within the deadline is a result like any other.
 *
 * @returns whether something about the world was learned, and the conversations that were held
 */
export async function communicate(
  mind: Mind,
  attention: Attention,
  draft: StepDraft,
  task: Task,
  questions: readonly Question[],
): Promise<{ learned: boolean; conversations: readonly string[] }> {
  const conversations: string[] = []
  if (questions.length === 0) return { learned: false, conversations }
  for (let round = 0; round < mind.limits.communicationRounds; round++) {
    const partner = mind.teammates[round % Math.max(1, mind.teammates.length)]
    if (partner === undefined) break
    const question = await wordQuestion(mind, draft, { partner, task, questions, round })
    conversations.push(question.conversation)
    const answer = await attention.during(() => askAndWait(mind, question))
    draft.note(question)
    if (answer === null) continue
    draft.note(answer)
    if (await believeMessage(mind, draft, answer)) return { learned: true, conversations }
  }
  return { learned: false, conversations }
}

interface Round {
  readonly partner: string
  readonly task: Task
  readonly questions: readonly Question[]
  readonly round: number
}

async function wordQuestion(
  mind: Mind,
  draft: StepDraft,
  { partner, task, questions, round }: Round,
): Promise<Message> {
  const words = await mind.brain.converser.ask(draft.view(), partner, task, questions)
  const id = `${mind.agent}-${task.id}-${task.attempts}-${round}-${mind.clock.tick()}`
  return {
    id,
    conversation: id,
    turn: 0,
    from: mind.agent,
    to: [partner],
    reach: 'name',
    act: words.act,
    text: words.text,
    about: [...words.about],
    claims: [...words.claims],
    grounds: claimGrounds(words.claims, { ...draft.view(), innate: mind.innate }),
    assumptions: [...(words.assumptions ?? [])],
    replyTo: null,
    tick: mind.clock.tick(),
  }
}

/** The wait begins before the question is sent, so that no answer can be missed. */
async function askAndWait(mind: Mind, question: Message): Promise<Message | null> {
  const { mailbox, channel, limits, signal } = mind
  const answer = mailbox.waitFor((message) => message.replyTo === question.id, limits.answerTicks, signal)
  mind.record({ type: 'message-sent', message: question })
  await channel.send(question)
  return answer
}
