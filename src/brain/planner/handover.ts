import type { Attempt } from '../../core/attempt.ts'
import type { MindView } from '../../core/brain.ts'
import { claimKey } from '../../core/claim.ts'
import { USUAL_CONTAINER } from '../../core/containers.ts'
import type { Goal } from '../../core/goal.ts'
import { ownedItems } from '../../core/goal-holds.ts'
import { countOf } from '../../core/item-counts.ts'
import { type Position, positionSchema } from '../../core/position.ts'
import type { FailureCode } from '../../core/primitive-result.ts'
import { missedLately } from '../../core/promises.ts'
import { chestFor, type KnownChest } from './chest-choice.ts'
import { goalCode } from './code/goal-code.ts'
import type { GoalCode } from './code/goal-code-parts.ts'
import { kindOf } from './kind.ts'
import { makePlan } from './make-plan.ts'
import { situationOf } from './situation.ts'

/** How a goal is gone about now. */
export interface Handover {
  readonly goal: Goal
  /** Null for goals that are code themselves. */
  readonly code: GoalCode | null
  /** Why it cannot be done; null where it can be tried. */
  readonly problem: string | null
}

type Gift = Extract<Goal, { type: 'given' }>

/**
 * Who cannot be met is given things through a chest: the one that is believed to stand nearest to where the two were to
 * meet, or one of the agent's own. All other goals stay as they are.
 *
 * @param attempts at the goal that were made in this step
 */
export function handoverOf(goal: Goal, view: MindView, attempts: readonly Attempt[]): Handover {
  const remote = giftsIn(goal).filter((gift) => gift.by === 'chest' || isOutOfReach(gift, view, attempts))
  if (remote.length === 0) return { goal, code: goalCode(goal), problem: null }
  const useless = failedChests(attempts)
  const chests = new Map(remote.map((gift) => [gift, chestFor(view, placeOf(gift, view), useless)]))
  const changed = withGifts(goal, (gift) =>
    chests.has(gift) ? throughChest(gift, chests.get(gift) ?? null) : gift,
  )
  const isOwnNeeded =
    remote.some((gift) => !chests.get(gift)) && countOf(ownedItems(view.percept), USUAL_CONTAINER) === 0
  const code = goalCode(changed)
  const relies = remote.flatMap((gift) => [promiseKey(gift, view), ...(chests.get(gift)?.relies ?? [])])
  const missed = remote.find(({ by }) => by !== 'chest')
  return {
    goal: changed,
    code: code && restingOn(code, relies, isOwnNeeded),
    problem: isOwnNeeded && missed !== undefined && !isChestAtHand(view) ? noChest(missed) : null,
  }
}

function giftsIn(goal: Goal): readonly Gift[] {
  if (goal.type === 'given') return [goal]
  return goal.type === 'all-of' ? goal.goals.flatMap(giftsIn) : []
}

function withGifts(goal: Goal, change: (gift: Gift) => Goal): Goal {
  if (goal.type === 'given') return change(goal)
  return goal.type === 'all-of' ? { ...goal, goals: goal.goals.map((part) => withGifts(part, change)) } : goal
}

function throughChest(gift: Gift, chest: KnownChest | null): Gift {
  const at = chest?.position ?? gift.at
  return { ...gift, by: 'chest', ...(at !== undefined && { at }) }
}

/** Whether the two have just missed each other, or have lately. */
function isOutOfReach(
  { to }: Gift,
  { agent, beliefs, percept }: MindView,
  attempts: readonly Attempt[],
): boolean {
  const failed = attempts.some(({ outcome }) =>
    outcome?.trace.some(
      (entry) =>
        entry.type === 'act' &&
        entry.name === 'giveItem' &&
        entry.arguments[0] === to &&
        !entry.result.ok &&
        !OWN_FAULTS.has(entry.result.code),
    ),
  )
  return failed || missedLately(beliefs, { giver: agent, taker: to, now: percept.tick })
}

/** What keeps items from being handed over that has nothing to do with who gets them. */
const OWN_FAULTS: ReadonlySet<FailureCode> = new Set(['missing-ingredient', 'stolen', 'busy', 'died'])

/** Where the two were to meet, or else where the other was last seen. */
function placeOf({ at, to }: Gift, { percept, beliefs }: MindView): Position {
  if (typeof at === 'object') return at
  const seen = beliefs.flatMap(({ status, claim }) =>
    status === 'held' && claim?.type === 'at' && claim.agent === to ? [claim.position] : [],
  )
  return seen.at(-1) ?? percept.position
}

function failedChests(attempts: readonly Attempt[]): readonly Position[] {
  return attempts
    .flatMap(({ outcome }) => outcome?.trace ?? [])
    .flatMap((entry) => {
      if (entry.type !== 'act' || entry.name !== 'depositItemIntoChest' || entry.result.ok) return []
      const place = positionSchema.safeParse(entry.arguments[0])
      return place.success ? [place.data] : []
    })
}

function promiseKey({ to, item }: Gift, { agent, percept: { position: place } }: MindView): string {
  const promise = { type: 'promise', agent, to, item, count: 1, place, until: 0 } as const
  return claimKey({ ...promise, by: 'chest', state: 'open' })
}

/** What a chest may cost that is made only to hand something over, in units of one block mined nearby. */
const MOST_CHEST_COST = 20

function isChestAtHand(view: MindView): boolean {
  const { steps, unknown, costs } = makePlan(kindOf(USUAL_CONTAINER), 1, situationOf(view))
  const isOwnWork = steps.every(({ method }) => method !== null && method.type !== 'fetch')
  return unknown.length === 0 && isOwnWork && costs.cost(USUAL_CONTAINER) <= MOST_CHEST_COST
}

function noChest({ to }: Gift): string {
  return `${to} cannot be met, no chest is known near by, and none can be made with little effort.`
}

/** @param isOwnNeeded whether a chest has to be got first */
function restingOn(code: GoalCode, relies: readonly string[], isOwnNeeded: boolean): GoalCode {
  const chest = kindOf(USUAL_CONTAINER)
  return {
    ...code,
    kinds: isOwnNeeded ? [...code.kinds, { kind: chest, count: 1 }] : code.kinds,
    body: (pen) => {
      pen.relyOn(relies)
      const getting = isOwnNeeded ? [pen.obtain(chest, '1')] : []
      return [...getting, ...code.body(pen)]
    },
  }
}
