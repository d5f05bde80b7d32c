import type { Claim, PromiseClaim } from '../../core/claim.ts'
import type { Task } from '../../core/desire.ts'
import { ownedItems } from '../../core/goal-holds.ts'
import { countOf } from '../../core/item-counts.ts'
import { formatPosition, samePosition } from '../../core/position.ts'
import { isOrdered } from '../orders.ts'
import type { Worker } from '../step.ts'
import type { StepDraft } from '../step-draft.ts'

/**
 * Tells what became of hand-overs in this step that did not go from hand to hand. To whom the agent put something into a
 * chest it says where, and the others of the team hear for whom it lies there; who promised in vain says so; and who put
 * something into a chest for the agent hears whether it was there.
 */
export async function tellOfChests(worker: Worker, draft: StepDraft, task: Task): Promise<void> {
  if (!worker.mind.faculties.talk) return
  const { agent } = worker.mind
  for (const promise of settledPromises(draft)) {
    if (promise.agent === agent && promise.state === 'laid') await tellWhere(worker, draft, task, promise)
    else if (promise.agent === agent && promise.state === 'broken') await tellInVain(worker, draft, promise)
    else if (promise.to === agent && promise.by === 'chest') await tellFound(worker, draft, promise)
  }
}

/** What the agent's own acts have shown of promises in this step. */
function settledPromises(draft: StepDraft): readonly PromiseClaim[] {
  return draft
    .view()
    .beliefs.flatMap(({ status, claim, tick, source }) =>
      status === 'held' &&
      source.type === 'seen' &&
      tick >= draft.start.tick &&
      claim?.type === 'promise' &&
      claim.state !== 'open'
        ? [claim]
        : [],
    )
}

async function tellWhere(
  { mind, voice }: Worker,
  draft: StepDraft,
  task: Task,
  promise: PromiseClaim,
): Promise<void> {
  const { to, item, place } = promise
  const left = countOf(ownedItems(draft.percept), item)
  const claims: readonly Claim[] = [
    ...contentsOf(draft, promise),
    promise,
    { type: 'holds', agent: mind.agent, item, count: left },
  ]
  const text = `${to}, I put ${amount(promise)} into the chest at ${formatPosition(place)} for you.`
  const words = { act: 'report', text, about: [], claims } as const
  if (mind.teammates.includes(to)) await voice.say(draft.view(), words, { to: mind.teammates, reach: 'all' })
  else if (isOrdered(mind, task) && task.proposedBy === to)
    await voice.say(draft.view(), words, { to: [to], conversation: voice.conversationWith(to) })
}

/** What the chest of the promise is believed to hold of the item. */
function contentsOf(draft: StepDraft, { place, item }: PromiseClaim): readonly Claim[] {
  return draft
    .view()
    .beliefs.flatMap(({ status, claim }) =>
      status === 'held' &&
      claim?.type === 'contains' &&
      claim.item === item &&
      samePosition(claim.position, place)
        ? [claim]
        : [],
    )
}

async function tellInVain({ mind, voice }: Worker, draft: StepDraft, promise: PromiseClaim): Promise<void> {
  const { to } = promise
  if (!mind.teammates.includes(to)) return
  const text = `${to}, I could not give you ${amount(promise)}.`
  const words = { act: 'report', text, about: [], claims: [promise] } as const
  await voice.say(draft.view(), words, { to: [to], conversation: voice.conversationWith(to) })
}

async function tellFound({ mind, voice }: Worker, draft: StepDraft, promise: PromiseClaim): Promise<void> {
  const { agent: giver, item, place } = promise
  if (!mind.teammates.includes(giver)) return
  const where = `in the chest at ${formatPosition(place)}`
  const words =
    promise.state === 'kept'
      ? ({
          act: 'thank',
          text: `Thank you, ${giver}. I found ${amount(promise)} ${where}.`,
          about: [],
          claims: [...contentsOf(draft, promise), promise],
        } as const)
      : ({
          act: 'report',
          text: `${giver}, there is no ${item.replaceAll('_', ' ')} for me ${where}. Do you have more?`,
          about: [],
          claims: [...contentsOf(draft, promise), promise],
        } as const)
  await voice.say(draft.view(), words, { to: [giver], conversation: voice.conversationWith(giver) })
}

function amount({ item, count }: PromiseClaim): string {
  return `${count} ${item.replaceAll('_', ' ')}`
}
