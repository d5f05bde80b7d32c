import type { Belief } from '../../core/belief.ts'
import type { MindView, Reply } from '../../core/brain.ts'
import type { PromiseClaim } from '../../core/claim.ts'
import type { Task } from '../../core/desire.ts'
import type { Goal } from '../../core/goal.ts'
import { countOf } from '../../core/item-counts.ts'
import type { Message } from '../../core/message.ts'
import { type Handover, openPromises, promisedBy } from '../../core/promises.ts'
import type { Interruption } from '../interruption.ts'
import type { StepDraft } from '../step-draft.ts'
import { knownFirstHand } from './part-claims.ts'

interface Commitment {
  readonly question: Message
  readonly handover: Handover
}

/**
 * What an agent has promised to others and its next step has not taken up yet. Promises are made at any time, also while
 * a skill runs; the step that runs is then brought to its end, unless the agent itself waits for items and others come
 * first.
 */
export class Commitments {
  readonly #agent: string
  readonly #interruption: Interruption
  readonly #made: Commitment[] = []

  constructor(agent: string, interruption: Interruption) {
    this.#agent = agent
    this.#interruption = interruption
  }

  /** Whether anything was promised that no step has taken up. */
  get arePending(): boolean {
    return this.#made.length > 0
  }

  /** The view with the promises that it does not hold yet, so that nothing is promised twice. */
  including(view: MindView): MindView {
    const beliefs = this.#made.flatMap((made) => promisesOf(this.#agent, made)).map(asBelief)
    return beliefs.length === 0 ? view : { ...view, beliefs: [...view.beliefs, ...beliefs] }
  }

  /**
   * Notes what the reply promises.
   * @returns the reply, or a refusal where it promises what was not asked for or is not there
   */
  settle(view: MindView, question: Message, reply: Reply): Reply {
    const { attachment } = reply
    if (attachment?.type !== 'handover') return reply
    if (reply.act !== 'accept' || !isSound(view, question, attachment)) return withdrawn(reply)
    this.#made.push({ question, handover: attachment })
    if (this.#comesFirst(view, question.from))
      this.#interruption.raise(`${question.from} was promised items.`)
    return reply
  }

  /** Brings the promises into the step: each is a task, and a belief about what the agent is bound to. */
  takeUp(draft: StepDraft, record: (task: Task) => void): void {
    for (const made of this.#made.splice(0)) {
      const task = taskOf(this.#agent, made, draft)
      draft.setTask(task)
      record(task)
      draft.learn(promisesOf(this.#agent, made).map(knownFirstHand))
    }
  }

  /** Of two agents that wait for each other the one whose name comes first gives first. */
  #comesFirst({ beliefs, percept, tasks }: MindView, asker: string): boolean {
    if (tasks.some((task) => task.status === 'open' && isGift(task))) return false
    const isWaiting = openPromises(beliefs, percept.tick).some((promise) => promise.to === this.#agent)
    return !isWaiting || this.#agent < asker
  }
}

/** Whether the task is to give something to somebody. */
export function isGift({ goal }: Pick<Task, 'goal'>): boolean {
  if (goal === null) return false
  return (
    goal.type === 'given' || (goal.type === 'all-of' && goal.goals.every((part) => isGift({ goal: part })))
  )
}

function isSound(view: MindView, { attachment }: Message, { items }: Handover): boolean {
  if (attachment?.type !== 'item-request' || Object.keys(items).length === 0) return false
  return Object.entries(items).every(
    ([item, count]) =>
      count <= countOf(attachment.items, item) && count <= countOf(view.percept.inventory, item),
  )
}

function withdrawn({ about, claims }: Reply): Reply {
  return { act: 'refuse', text: 'I cannot give you that.', about, claims }
}

function promisesOf(agent: string, { question, handover }: Commitment): readonly PromiseClaim[] {
  return promisedBy(agent, question.from, handover)
}

function taskOf(agent: string, { question, handover }: Commitment, { percept }: StepDraft): Task {
  const goals = Object.entries(handover.items).map(
    ([item, count]): Goal => ({
      ...{ type: 'given', to: question.from, item, count, at: handover.place },
      ...(handover.by === 'chest' && { by: 'chest' }),
    }),
  )
  const [only] = goals
  const goal: Goal = goals.length === 1 && only !== undefined ? only : { type: 'all-of', goals }
  const amounts = Object.entries(handover.items).map(
    ([item, count]) => `${count} ${item.replaceAll('_', ' ')}`,
  )
  return {
    id: `${agent}-for-${question.id}`,
    text: `Give ${amounts.join(' and ')} to ${question.from}`,
    goal,
    proposedBy: question.from,
    tick: percept.tick,
    baseline: percept.tally,
    status: 'open',
    attempts: 0,
    reason: null,
  }
}

function asBelief(claim: PromiseClaim): Belief {
  const { agent, to, item } = claim
  return {
    ...knownFirstHand(claim),
    id: `promise-${agent}-${to}-${item}`,
    tick: 0,
    status: 'held',
    evidence: [],
  }
}
