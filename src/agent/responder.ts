import type { MindView } from '../core/brain.ts'
import { errorMessage } from '../core/errors.ts'
import type { Message } from '../core/message.ts'
import { claimGrounds } from '../mind/claim-grounds.ts'
import { Attention } from './attention.ts'
import type { Mind } from './mind.ts'
import { thinkingMind } from './thinking-mind.ts'

/**
 * Answers questions at the moment they arrive, also while the agent's own skill runs or while it waits for an answer
 * itself: from its last committed state, and without ever waiting for anybody. The question stays in the mailbox, so
 * that the agent's next step learns what its partner lacks.
 *
 * @returns a function that stops it
 */
export function startResponder(mind: Mind, committedView: () => MindView | null): () => void {
  return mind.mailbox.onArrival((message) => {
    if (message.act === 'ask') void respond(mind, message, committedView())
    return false
  })
}

async function respond(mind: Mind, question: Message, view: MindView | null): Promise<void> {
  const attention = new Attention(mind.clock, `${mind.agent} answering`)
  const { brain } = thinkingMind(mind, attention)
  try {
    if (view === null) return
    const reply = await brain.converser.answer(view, question)
    if (reply === null) return
    const message: Message = {
      id: `${question.id}/${mind.agent}`,
      conversation: question.conversation,
      turn: question.turn + 1,
      from: mind.agent,
      to: [question.from],
      reach: 'name',
      act: reply.act,
      text: reply.text,
      about: [...reply.about],
      claims: [...reply.claims],
      grounds: claimGrounds(reply.claims, { ...view, innate: mind.innate }),
      assumptions: [...(reply.assumptions ?? [])],
      replyTo: question.id,
      tick: mind.clock.tick(),
    }
    mind.record({ type: 'message-sent', message })
    await mind.channel.send(message)
  } catch (error) {
    // A failed answer is the asker's "no answer": it must not end the agent that was asked.
    mind.record({ type: 'answer-failed', message: question.id, reason: errorMessage(error) })
  } finally {
    attention.end()
  }
}
