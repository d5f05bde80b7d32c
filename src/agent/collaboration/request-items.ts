import type { Question, Reply } from '../../core/brain.ts'
import type { Task } from '../../core/desire.ts'
import { countOf, type ItemCounts } from '../../core/item-counts.ts'
import type { Message } from '../../core/message.ts'
import { blockPosition } from '../../core/position.ts'
import { missedLately } from '../../core/promises.ts'
import { believedStock } from '../../mind/believed-stock.ts'
import { believeMessage } from '../believe.ts'
import { askAndWait, type Talk } from '../communicate.ts'
import { consider } from '../consider.ts'
import type { Mind } from '../mind.ts'
import type { Worker } from '../step.ts'
import type { StepDraft } from '../step-draft.ts'

/** How long a partner may take to come, in ticks, unless the attempt that waits for it has less. */
const PATIENCE_TICKS = 3000

/**
 * Asks the teammates that are believed to have the items for them, one after another, until all are promised: those that
 * have most of them first.
 *
 * @returns whether anybody promised any of them, said where they lie, or is now believed to have less, and the
 * conversations that were held
 */
export async function requestItems(
  worker: Worker,
  draft: StepDraft,
  task: Task,
  questions: readonly Question[],
): Promise<Talk> {
  const { mind } = worker
  const conversations: string[] = []
  let missing = wantedBy(questions)
  let learned = false
  if (!mind.faculties.talk) return { learned, conversations }
  for (const partner of likelyGivers(mind, draft, missing)) {
    const items = shareOf(partner, draft, missing)
    if (Object.keys(items).length === 0) continue
    const question = await wordRequest(worker, draft, { partner, task, questions, items })
    if (question === null) continue
    conversations.push(question.conversation)
    const answer = await askAndWait(worker, question)
    if (answer === null) draft.learn(silence(partner, items))
    else {
      draft.note(answer)
      learned = (await believeMessage(mind, draft, answer)) || learned
    }
    if (answer?.attachment?.type === 'handover') {
      learned = true
      missing = without(missing, answer.attachment.items)
    } else if (hasFallen(items, shareOf(partner, draft, missing))) learned = true
  }
  return { learned, conversations }
}

/** Whether less can be had than was thought: then another way is worth trying. */
function hasFallen(thought: ItemCounts, left: ItemCounts): boolean {
  return Object.entries(thought).some(([item, count]) => countOf(left, item) < count)
}

function wantedBy(questions: readonly Question[]): ItemCounts {
  const wanted: Record<string, number> = {}
  for (const [item, count] of questions.flatMap(({ wants = {} }) => Object.entries(wants)))
    wanted[item] = (wanted[item] ?? 0) + count
  return wanted
}

function likelyGivers(mind: Mind, draft: StepDraft, wanted: ItemCounts): readonly string[] {
  const wealth = (partner: string) =>
    Object.values(shareOf(partner, draft, wanted)).reduce((sum, count) => sum + count, 0)
  return [...mind.teammates].sort((a, b) => wealth(b) - wealth(a) || (a < b ? -1 : 1))
}

/** How many of the wanted items the partner is believed to have: the newest of what it has and what it spares counts. */
function shareOf(partner: string, draft: StepDraft, wanted: ItemCounts): ItemCounts {
  const stock = believedStock(draft.view().beliefs, partner)
  return Object.fromEntries(
    Object.entries(wanted)
      .map(([item, count]) => [item, Math.min(count, countOf(stock, item))] as const)
      .filter(([, count]) => count > 0),
  )
}

interface Request {
  readonly partner: string
  readonly task: Task
  readonly questions: readonly Question[]
  readonly items: ItemCounts
}

async function wordRequest(
  { mind, voice }: Worker,
  draft: StepDraft,
  { partner, task, questions, items }: Request,
): Promise<Message | null> {
  const view = consider(mind, draft.view(), partner, null)
  const words = await mind.brain.converser.ask(view, partner, task, questions)
  const until = mind.clock.tick() + Math.min(PATIENCE_TICKS, mind.limits.attempt.ticks)
  const place = blockPosition(view.percept.position)
  const occasion = { giver: partner, taker: view.agent, now: view.percept.tick }
  const by = missedLately(view.beliefs, occasion) ? ({ by: 'chest' } as const) : {}
  const wishes: Reply = { ...words, attachment: { type: 'item-request', items, place, until, ...by } }
  return voice.compose(view, wishes, { to: [partner], conversation: voice.conversationWith(partner) })
}

/** Who does not answer gives nothing. */
function silence(partner: string, items: ItemCounts) {
  return Object.keys(items).map((item) => ({
    kind: 'partner' as const,
    sentence: `${partner} did not answer when asked for ${item}.`,
    claim: { type: 'spares' as const, agent: partner, item, count: 0 },
    source: { type: 'seen' as const },
    confidence: 0.6,
  }))
}

function without(items: ItemCounts, taken: ItemCounts): ItemCounts {
  return Object.fromEntries(
    Object.entries(items)
      .map(([item, count]) => [item, count - countOf(taken, item)] as const)
      .filter(([, count]) => count > 0),
  )
}
