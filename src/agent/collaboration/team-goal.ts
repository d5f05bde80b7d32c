import type { Claim } from '../../core/claim.ts'
import type { Goal } from '../../core/goal.ts'
import { ownedItems } from '../../core/goal-holds.ts'
import { type Board, combineParts, divideGoal, type Part, readBoard } from '../../mind/team-parts.ts'
import { goalCheck } from '../goal-check.ts'
import type { Worker } from '../step.ts'
import type { StepDraft } from '../step-draft.ts'
import { chooseHelp, chooseParts } from './choose-parts.ts'
import { announce, ownClaim, tellAll } from './part-claims.ts'

/** What an agent has to do now: pursue a goal (null: one of its own choice), or wait for others and help them. */
export type Aim =
  | { readonly type: 'reached' }
  | { readonly type: 'pursue'; readonly goal: Goal | null; readonly isForOthers?: boolean }
  | { readonly type: 'help' }
  /** Every agent has left what is not done to the others. */
  | { readonly type: 'hopeless' }

/** What is told about belongings at the start fits one message. */
const MOST_ITEMS = 40

/** What the agent is to do now: about its own goal, or about its parts of the team's. */
export async function chooseAim(worker: Worker, draft: StepDraft): Promise<Aim> {
  const { goal, together } = worker.mind
  if (goal === null) return { type: 'pursue', goal }
  if (together === undefined) {
    const { holds } = await goalCheck(worker, draft, goal)
    return holds ? { type: 'reached' } : { type: 'pursue', goal }
  }
  return teamAim(worker, draft, goal, together)
}

async function teamAim(worker: Worker, draft: StepDraft, goal: Goal, until: 'all' | 'any'): Promise<Aim> {
  if (worker.sharedWork.takeOvertaken()) setAsideNeedless(worker, draft)
  const parts = partsOf(worker, goal, until)
  const before = boardOf(draft, parts)
  if (before.isAllDone) return { type: 'reached' }
  if (before.mine.length > 0 && !(await isDone(worker, draft, before.mine))) {
    await renew(worker, draft, before.mine)
    return pursuit(worker, before.mine)
  }
  await finish(worker, draft, before)
  const board = boardOf(draft, parts)
  if (board.isAllDone) return { type: 'reached' }
  const taken = await chooseParts(worker, draft, board)
  if (taken.length > 0) await announce(worker, draft, taken, 'taken')
  if (taken.length > 0) return pursuit(worker, [...board.mine, ...taken])
  const helped = until === 'all' ? await chooseHelp(worker, draft, board) : null
  if (helped !== null) return help(worker, draft, board, helped)
  return isHopeless(worker, draft, parts) ? { type: 'hopeless' } : { type: 'help' }
}

/** What was begun for a part that somebody else has done meanwhile is thought over. */
function setAsideNeedless({ mind }: Worker, draft: StepDraft): void {
  const reason = 'A teammate has done a part of it.'
  for (const task of draft.view().tasks) {
    if (task.status !== 'open' || task.proposedBy !== 'curriculum') continue
    draft.setTask({ ...task, status: 'set-aside', reason })
    mind.record({ type: 'task-ended', task: task.id, status: 'set-aside', reason })
  }
}

/** Does what a teammate has taken and may not have begun yet: who is done first tells, and the other turns to something else. */
async function help(worker: Worker, draft: StepDraft, board: Board, part: Part): Promise<Aim> {
  if (ownClaim(draft, part)?.state !== 'helped') await announce(worker, draft, [part], 'helped')
  return { ...pursuit(worker, [...board.mine, part]), isForOthers: true }
}

function pursuit({ sharedWork }: Worker, parts: readonly Part[]) {
  sharedWork.turnTo(parts)
  return { type: 'pursue', goal: combineParts(parts) } as const
}

/** Leaves all parts that it has not done to others: it knows no way on. */
export async function releaseParts(worker: Worker, draft: StepDraft): Promise<void> {
  const { goal, together } = worker.mind
  if (goal === null || together === undefined) return
  const { mine, underWay } = boardOf(draft, partsOf(worker, goal, together))
  const open = [
    ...mine.filter((part) => ownClaim(draft, part)?.state !== 'done'),
    ...underWay.filter((part) => ownClaim(draft, part)?.state === 'helped'),
  ]
  if (open.length > 0) await announce(worker, draft, open, 'released')
}

/** Tells the others what it has, before anybody decides anything. */
export async function introduce(worker: Worker, draft: StepDraft): Promise<void> {
  const { mind, attention } = worker
  if (mind.together === undefined || mind.goal === null || mind.teammates.length === 0) return
  if (!mind.faculties.talk) return
  const belongings = Object.entries(ownedItems(draft.percept)).slice(0, MOST_ITEMS)
  const claims = belongings.map(([item, count]): Claim => ({ type: 'holds', agent: mind.agent, item, count }))
  await attention.think(
    async () => null,
    () => 0,
    mind.signal,
  )
  if (claims.length > 0) await tellAll(worker, draft, 'report', claims)
  // Those whose names come first choose first, so that the others hear of it.
  const before = mind.teammates.filter((name) => name < mind.agent).length
  await attention.during(() => mind.clock.wait(1 + 2 * before, mind.signal))
}

function partsOf({ mind }: Worker, goal: Goal, until: 'all' | 'any'): readonly Part[] {
  return divideGoal(goal, mind.teammates.length + 1, until)
}

function boardOf(draft: StepDraft, parts: readonly Part[]): Board {
  const { agent, beliefs } = draft.view()
  return readBoard(parts, agent, beliefs, draft.percept.tick)
}

async function isDone(worker: Worker, draft: StepDraft, parts: readonly Part[]): Promise<boolean> {
  return (await goalCheck(worker, draft, combineParts(parts))).holds
}

/** Tells what is done: of the agent's own parts, and of those that nobody has or that it helped with, as far as it has the things. */
async function finish(worker: Worker, draft: StepDraft, { mine, free, underWay }: Board): Promise<void> {
  const news = mine.filter((part) => ownClaim(draft, part)?.state !== 'done')
  const helped = underWay.filter((part) => ownClaim(draft, part)?.state === 'helped')
  for (const part of [...helped, ...free]) {
    if (await isDone(worker, draft, [...mine, ...news.filter((one) => !mine.includes(one)), part]))
      news.push(part)
  }
  if (news.length > 0) await announce(worker, draft, news, 'done')
}

/** A claim ends by itself when nothing is heard of its holder; so it says in time that it is still at it. */
async function renew(worker: Worker, draft: StepDraft, mine: readonly Part[]): Promise<void> {
  const soon = draft.percept.tick + worker.mind.limits.attempt.ticks
  const ending = mine.filter(
    (part) => ownClaim(draft, part)?.state === 'taken' && (ownClaim(draft, part)?.until ?? 0) < soon,
  )
  if (ending.length > 0) await announce(worker, draft, ending, 'taken')
}

function isHopeless({ mind }: Worker, draft: StepDraft, parts: readonly Part[]): boolean {
  const claims = draft
    .view()
    .beliefs.flatMap(({ status, claim }) => (status === 'held' && claim?.type === 'part' ? [claim] : []))
  const open = parts.filter(
    ({ name }) => !claims.some(({ part, state }) => part === name && state === 'done'),
  )
  return open.every(({ name }) =>
    [mind.agent, ...mind.teammates].every((agent) =>
      claims.some((claim) => claim.agent === agent && claim.part === name && claim.state === 'released'),
    ),
  )
}
