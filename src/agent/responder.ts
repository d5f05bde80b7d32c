import type { MindView } from '../core/brain.ts'
import { errorMessage } from '../core/errors.ts'
import type { Message } from '../core/message.ts'
import type { Acquaintances } from './acquaintances.ts'
import { Attention } from './attention.ts'
import type { Commitments } from './collaboration/commitments.ts'
import { withSkills } from './collaboration/offer-skills.ts'
import { consider } from './consider.ts'
import type { Mind } from './mind.ts'
import { answerToPerson, thanksTo } from './people.ts'
import { thinkingMind } from './thinking-mind.ts'
import { TurnOrder } from './turn-order.ts'
import type { Voice } from './voice.ts'

/** The state of an agent that is spoken to. */
export interface Listener {
  readonly voice: Voice
  readonly acquaintances: Acquaintances
  readonly commitments: Commitments
  /** The state to answer from; null before the first commit. */
  readonly committed: MindView | null
  /** Whether it still takes steps, and so could take a task. */
  readonly isAtWork: boolean
}

/**
 * Answers at the moment a message arrives, also while the agent's own skill runs or while it waits for an answer itself:
 * from its last committed state, and without ever waiting for a partner. The message stays in the mailbox, so that the
 * agent's next step learns what its partner lacks.
 *
 * @param mind whose thoughts are its own: those of an answer take their time beside those of the agent's work
 * @returns a function that stops it
 */
export function startResponder(mind: Mind, listener: Listener): () => void {
  const turns = new TurnOrder(mind)
  return mind.mailbox.onArrival((message) => {
    if (message.from === mind.agent) return false
    listener.voice.correspondence.note(message)
    turns.hear(message)
    if (mind.faculties.talk && wantsAnswer(message)) void respond({ mind, listener, turns }, message)
    return false
  })
}

/** Thanks, acceptances and refusals end an exchange, and answers are not answered unless they are wrong. */
function wantsAnswer({ act }: Message): boolean {
  return act !== 'thank' && act !== 'accept' && act !== 'refuse'
}

interface Responding {
  readonly mind: Mind
  readonly listener: Listener
  readonly turns: TurnOrder
}

async function respond(responding: Responding, heard: Message): Promise<void> {
  const { mind, turns } = responding
  try {
    const hasFloor = await turns.waitFor(heard)
    if (hasFloor) await answer(responding, heard)
  } catch (error) {
    if (mind.signal.aborted) return
    // A failed answer is the asker's "no answer": it must not end the agent that was asked.
    mind.record({ type: 'answer-failed', message: heard.id, reason: errorMessage(error) })
  }
}

async function answer({ mind, listener, turns }: Responding, heard: Message): Promise<void> {
  const { voice, acquaintances, commitments, committed, isAtWork } = listener
  if (committed === null) return
  const attention = new Attention(mind.clock, `${mind.agent} answering`)
  const { brain } = thinkingMind(mind, attention)
  try {
    const known = commitments.including({ ...committed, partners: acquaintances.models(committed) })
    const view = consider(mind, known, heard.from, heard)
    const settled = answerToPerson(mind, heard, isAtWork)
    const words = settled ?? (await brain.converser.answer(view, heard))
    const isTeammate = mind.teammates.includes(heard.from)
    const full = words !== null && isTeammate ? withSkills(view, heard, words) : words
    const reply = settled ?? (full === null ? thanksTo(mind, heard) : commitments.settle(view, heard, full))
    if (reply === null || (reply.act === 'refuse' && !turns.isLast(heard))) return
    const { others } = turns
    await voice.say(view, reply, { to: [heard.from, ...others(heard)], reach: heard.reach, answers: heard })
  } finally {
    attention.end()
  }
}
