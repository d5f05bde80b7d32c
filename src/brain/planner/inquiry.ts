import type { MindView } from '../../core/brain.ts'
import type { Claim } from '../../core/claim.ts'
import type { Task, TaskProposal } from '../../core/desire.ts'
import type { Message } from '../../core/message.ts'
import { inWords } from './kind.ts'
import { itemsHad } from './novelty.ts'

/** A question that gave nothing rests so long, in ticks. */
const REST_TICKS = 6000

/** Things that the words name; the claims name all. */
const MOST_NAMED = 16

/**
 * The question what else there is to make and get, for who is free to choose and has nothing easy left to do. It is asked
 * again once something was tried since, and where nobody had an answer, once something new was got and some time has passed.
 * Null where nobody could be asked, and for who never had anything.
 */
export function nextInquiry(view: MindView): TaskProposal | null {
  if (!canAsk(view) || itemsHad(view).size === 0) return null
  const index = view.tasks.findLastIndex(({ asks }) => asks !== undefined)
  if (index >= 0 && !isWorthAskingAgain(view, index)) return null
  return {
    text: 'Find out what else there is to make and get',
    goal: null,
    proposedBy: 'curriculum',
    purpose: 'Asking is easier than all that it could think of itself.',
    asks: inquiryText([...itemsHad(view)]),
  }
}

/** Whether there is anybody to be asked, and a tongue to ask with. */
export function canAsk({ teammates, isMute }: MindView): boolean {
  return teammates.length > 0 && isMute !== true
}

function isWorthAskingAgain({ tasks, percept }: MindView, index: number): boolean {
  const last = tasks[index]
  const since = tasks.slice(index + 1)
  if (last === undefined || last.status === 'done') return since.some(({ attempts }) => attempts > 0)
  return percept.tick >= last.tick + REST_TICKS && since.some(isGain)
}

function isGain({ status, attempts }: Task): boolean {
  return status === 'done' && attempts > 0
}

function inquiryText(items: readonly string[]): string {
  const named = items.slice(-MOST_NAMED).map(inWords).join(', ')
  return `I know how to get ${named}. What else can I make of that, or get here?`
}

/** What the asker of such a question says of itself: the things that it knows how to get. */
export function inquiryClaims(view: MindView): readonly Claim[] {
  return [...itemsHad(view)].map((topic): Claim => ({ type: 'knows', agent: view.agent, topic, knows: true }))
}

/** The things that the sender says it knows how to get, asking about nothing in particular; null for other messages. */
export function inquiredWith({ act, about, claims, from, attachment }: Message): readonly string[] | null {
  if (act !== 'ask' || about.length > 0 || attachment !== undefined) return null
  const topics = claims.flatMap((claim) =>
    claim.type === 'knows' && claim.agent === from && claim.knows ? [claim.topic] : [],
  )
  return topics.length === 0 ? null : topics
}
