import type { BeliefDraft } from '../../core/belief.ts'
import type { Reply } from '../../core/brain.ts'
import type { Claim, PartClaim } from '../../core/claim.ts'
import { claimSentence } from '../../core/claim-sentence.ts'
import type { Goal } from '../../core/goal.ts'
import { ownedItems } from '../../core/goal-holds.ts'
import {
  areAlike,
  type Board,
  combineParts,
  divideGoal,
  type Part,
  readBoard,
} from '../../mind/team-parts.ts'
import { goalCheck } from '../goal-check.ts'
import type { Worker } from '../step.ts'
import type { StepDraft } from '../step-draft.ts'

/** What an agent has to do now: pursue a goal (null: one of its own choice), or wait for others and help them. */
export type Aim =
  | { readonly type: 'reached' }
  | { readonly type: 'pursue'; readonly goal: Goal | null }
  | { readonly type: 'help' }
  /** Every agent has left what is not done to the others. */
  | { readonly type: 'hopeless' }

/** A part that an agent has left to others it does not take up again for so many ticks. */
const REST_TICKS = 2400
/** Who knows no way to do a part waits so long for others to take it, in ticks. */
const MODESTY_TICKS = 100
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
  const parts = partsOf(worker, goal, until)
  const board = boardOf(draft, parts)
  if (board.isAllDone) return { type: 'reached' }
  if (board.mine.length > 0 && !(await isDone(worker, draft, board.mine))) {
    await renew(worker, draft, board.mine)
    return { type: 'pursue', goal: combineParts(board.mine) }
  }
  await finish(worker, draft, board.mine)
  if (boardOf(draft, parts).isAllDone) return { type: 'reached' }
  const part = await choosePart(worker, draft, board)
  if (part === null) return isHopeless(worker, draft, parts) ? { type: 'hopeless' } : { type: 'help' }
  await announce(worker, draft, [part], 'taken')
  return { type: 'pursue', goal: combineParts([...board.mine, part]) }
}

/** Leaves all parts that it has not done to others: it knows no way on. */
export async function releaseParts(worker: Worker, draft: StepDraft): Promise<void> {
  const { goal, together } = worker.mind
  if (goal === null || together === undefined) return
  const { mine } = boardOf(draft, partsOf(worker, goal, together))
  const open = mine.filter(({ name }) => stateOf(draft, name) !== 'done')
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

async function finish(worker: Worker, draft: StepDraft, mine: readonly Part[]): Promise<void> {
  const news = mine.filter(({ name }) => stateOf(draft, name) !== 'done')
  if (news.length > 0) await announce(worker, draft, news, 'done')
}

/** A claim ends by itself when nothing is heard of its holder; so it says in time that it is still at it. */
async function renew(worker: Worker, draft: StepDraft, mine: readonly Part[]): Promise<void> {
  const soon = draft.percept.tick + worker.mind.limits.attempt.ticks
  const ending = mine.filter(
    ({ name }) => stateOf(draft, name) === 'taken' && ownClaim(draft, name).until < soon,
  )
  if (ending.length > 0) await announce(worker, draft, ending, 'taken')
}

/**
 * The free part to take: one that is done already, else one that nobody is after the like of, since two at the same spot
 * pick up each other's things; of those the one that takes most, so that what is left at the end is small. Null when there
 * is none that the agent would take now.
 */
async function choosePart(
  worker: Worker,
  draft: StepDraft,
  { free, mine, underWay }: Board,
): Promise<Part | null> {
  const now = draft.percept.tick
  const open = free.filter(
    ({ name }) => stateOf(draft, name) !== 'released' || ownClaim(draft, name).until <= now,
  )
  const { proposer } = worker.mind.brain
  let best: { readonly part: Part; readonly rank: number } | null = null
  for (const part of open) {
    if (await isDone(worker, draft, [...mine, part])) return part
    const price = (await proposer.price?.(draft.view(), part.goal)) ?? 0
    const isKnown = Number.isFinite(price)
    if (!isKnown && now < MODESTY_TICKS) continue
    const rank = rankOf(
      price,
      underWay.some((other) => areAlike(other.goal, part.goal)),
    )
    if (best === null || rank > best.rank) best = { part, rank }
  }
  return best?.part ?? null
}

/** What no way is known to comes last, what others are at just before that. */
function rankOf(price: number, isCrowded: boolean): number {
  if (!Number.isFinite(price)) return -1
  return isCrowded ? price / (1 + price) : 1 + price
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

function stateOf(draft: StepDraft, part: string): PartClaim['state'] | null {
  return ownClaims(draft).find((claim) => claim.part === part)?.state ?? null
}

function ownClaim(draft: StepDraft, part: string): PartClaim {
  const claim = ownClaims(draft).find((known) => known.part === part)
  if (claim === undefined) throw new Error(`"${part}" is no part that the agent has said anything about.`)
  return claim
}

function ownClaims(draft: StepDraft): readonly PartClaim[] {
  const { agent, beliefs } = draft.view()
  return beliefs.flatMap(({ status, claim }) =>
    status === 'held' && claim?.type === 'part' && claim.agent === agent ? [claim] : [],
  )
}

/** Says what it does about parts of the goal, and goes by it itself. */
async function announce(
  worker: Worker,
  draft: StepDraft,
  parts: readonly Part[],
  state: PartClaim['state'],
): Promise<void> {
  const { agent, limits } = worker.mind
  const duration = state === 'released' ? REST_TICKS : 2 * limits.attempt.ticks
  const until = draft.percept.tick + duration
  const claims = parts.map(({ name }): Claim => ({ type: 'part', agent, part: name, state, until }))
  draft.learn(claims.map(ownDoing))
  await tellAll(worker, draft, state === 'taken' ? 'propose' : 'report', claims)
}

/** What an agent does itself it knows as surely as what it sees. */
function ownDoing(claim: Claim): BeliefDraft {
  return { kind: 'partner', sentence: claimSentence(claim), claim, source: { type: 'seen' }, confidence: 1 }
}

async function tellAll(
  { mind, voice }: Worker,
  draft: StepDraft,
  act: Reply['act'],
  claims: readonly Claim[],
): Promise<void> {
  if (mind.teammates.length === 0 || !mind.faculties.talk) return
  const text = claims.map(claimSentence).join(' ').slice(0, 2000)
  await voice.say(draft.view(), { act, text, about: [], claims }, { to: mind.teammates, reach: 'all' })
}
