import type { Attachment } from '../../core/attachment.ts'
import type { MindView, Reply } from '../../core/brain.ts'
import type { Claim } from '../../core/claim.ts'
import { claimSentence } from '../../core/claim-sentence.ts'
import type { Goal } from '../../core/goal.ts'
import { ownedItems } from '../../core/goal-holds.ts'
import { countOf, type ItemCounts } from '../../core/item-counts.ts'
import type { Message } from '../../core/message.ts'
import { formatPosition } from '../../core/position.ts'
import { laidItems, openPromises } from '../../core/promises.ts'
import { chestFor } from './chest-choice.ts'
import { openTo } from './chest-stock.ts'
import { goalCode } from './code/goal-code.ts'
import { inWords } from './kind.ts'
import { makePlan } from './make-plan.ts'
import { situationOf } from './situation.ts'

type ItemRequest = Extract<Attachment, { type: 'item-request' }>

/**
 * Answers a teammate that asks for items: promises as many as it can do without. What an agent needs for its own goal it
 * keeps, unless the goal is the team's and somebody else sees to it. Of what it has not it says in which chest it lies.
 */
export function answerRequest(view: MindView, message: Message, request: ItemRequest): Reply {
  const spare = spareItems(view)
  const items = Object.fromEntries(
    Object.entries(request.items)
      .map(([item, count]) => [item, Math.min(count, countOf(spare, item))] as const)
      .filter(([, count]) => count > 0),
  )
  const about = Object.keys(request.items)
  const claims = about.map(
    (item): Claim => ({ type: 'spares', agent: view.agent, item, count: countOf(spare, item) }),
  )
  const laid = laidItems(view.beliefs)
  const stores = about.flatMap((item) =>
    item in items ? [] : openTo(message.from, view.knowledge.storesOf(item), laid, view.percept.tick),
  )
  if (Object.keys(items).length === 0 && stores.length > 0) {
    const places = stores.map(claimSentence).join(' ')
    const text = `${message.from}, I have none to spare, but you can fetch it. ${places}`
    return { act: 'tell', text, about: [], claims: [...claims, ...stores] }
  }
  if (Object.keys(items).length === 0) {
    const text = `${message.from}, I cannot give you any ${about.map(inWords).join(', ')}.`
    return { act: 'refuse', text, about: [], claims }
  }
  return { ...acceptance(view, message.from, items, request), claims: [...claims, ...stores] }
}

/** In person, unless a chest is asked for and one is known. */
function acceptance(view: MindView, asker: string, items: ItemCounts, { place, until, by }: ItemRequest) {
  const chest = by === 'chest' ? chestFor(view, place) : null
  const [where, text] =
    chest === null
      ? [place, `${asker}, I will bring you ${amounts(items)}.`]
      : [
          chest.position,
          `${asker}, I will put ${amounts(items)} into the chest at ${formatPosition(chest.position)} for you.`,
        ]
  const way = chest === null ? 'hand' : 'chest'
  return {
    act: 'accept',
    text,
    about: [],
    attachment: { type: 'handover', items, place: where, until, by: way },
  } as const
}

/** Which of the items the agent would give away if asked. */
export function offeredItems(view: MindView, items: readonly string[]): readonly Claim[] {
  const spare = items.some((item) => countOf(ownedItems(view.percept), item) > 0) ? spareItems(view) : {}
  return items
    .map((item): Claim => ({ type: 'spares', agent: view.agent, item, count: countOf(spare, item) }))
    .filter((claim) => claim.type === 'spares' && claim.count > 0)
}

/** `4 netherite ingot and 1 stick` */
export function amounts(items: ItemCounts): string {
  return Object.entries(items)
    .map(([item, count]) => `${count} ${inWords(item)}`)
    .join(' and ')
}

/** What is owned beyond what was promised to others and what the agent's own goal needs. */
function spareItems(view: MindView): ItemCounts {
  const spare: Record<string, number> = { ...ownedItems(view.percept) }
  const take = (item: string, count: number) => {
    const taken = Math.min(count, spare[item] ?? 0)
    spare[item] = (spare[item] ?? 0) - taken
    return count - taken
  }
  for (const promise of openPromises(view.beliefs, view.percept.tick)) {
    if (promise.agent === view.agent) take(promise.item, promise.count)
  }
  for (const { kind, count } of ownGoals(view).flatMap((goal) => needsOf(goal, view))) {
    const byStore = [...kind.items].sort((a, b) => countOf(spare, b) - countOf(spare, a))
    byStore.reduce((rest, item) => take(item, rest), count)
  }
  return spare
}

/** What the agent itself wants: its task, and its goal. What it gives to others is promised, not needed. */
function ownGoals({ tasks, aim }: MindView): readonly Goal[] {
  const open = tasks.flatMap(({ status, goal }) => (status === 'open' && goal !== null ? [goal] : []))
  const own = open.filter((goal) => !isGift(goal))
  return [...own, ...(aim === undefined || aim === null ? [] : [aim])]
}

function isGift(goal: Goal): boolean {
  return goal.type === 'given' || (goal.type === 'all-of' && goal.goals.every(isGift))
}

function needsOf(goal: Goal, view: MindView) {
  const situation = situationOf(view)
  const kinds = goalCode(goal)?.kinds ?? []
  return kinds.flatMap(({ kind, count }) => [{ kind, count }, ...makePlan(kind, count, situation).needs])
}
