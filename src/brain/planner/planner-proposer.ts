import type { Belief } from '../../core/belief.ts'
import type { MindView, Proposer } from '../../core/brain.ts'
import type { Claim } from '../../core/claim.ts'
import type { TaskProposal } from '../../core/desire.ts'
import type { Episode } from '../../core/episode.ts'
import type { Goal } from '../../core/goal.ts'
import { bearsOnPlans } from '../../core/know-how.ts'
import { distanceBetween } from '../../core/position.ts'
import { goalCode } from './code/goal-code.ts'
import { UNKNOWN_COST } from './cost-table.ts'
import { nextHearsay, nextQuestion } from './curiosity.ts'
import { experienceOf } from './experience.ts'
import { findSkill } from './find-skill.ts'
import { haveGoal, wantedBy } from './goal-kind.ts'
import { goalText } from './goal-text.ts'
import { nextInquiry } from './inquiry.ts'
import { kindOf } from './kind.ts'
import { makePlan } from './make-plan.ts'
import { isOwned, nextNovelty, SEARCH_EFFORT } from './novelty.ts'
import { type PastTries, pastTries, REST_TICKS } from './past-tries.ts'
import type { Plan } from './plan.ts'
import { type Situation, situationOf } from './situation.ts'

/**
 * The planner's curriculum. For a goal it proposes the first step of the plan that no skill exists for, then the next,
 * and finally the goal itself: each step on the way becomes a skill of its own. Without a goal it makes its own: the thing
 * that promises most for its price among those that the agent has never had; what worked in an earlier life comes sooner, what
 * failed here waits until something is known that it was not.
 */
export class PlannerProposer implements Proposer {
  async propose(
    view: MindView,
    teamGoal: Goal | null,
    episodes: readonly Episode[] = [],
  ): Promise<TaskProposal | null> {
    return teamGoal === null ? ownProposal(view, episodes) : proposalFor(view, teamGoal, teamGoal)
  }

  async price(view: MindView, goal: Goal): Promise<number> {
    const price = priceOf(goal, situationOf(view))
    return price >= UNKNOWN_COST ? Number.POSITIVE_INFINITY : price
  }
}

/** The first step towards the aim that is worth trying; null where none is. */
function proposalFor(view: MindView, aim: Goal, teamGoal: Goal | null): (TaskProposal & Wanting) | null {
  const goal = candidates(view, aim).find((candidate) => isWorthTrying(view, candidate))
  if (goal === undefined) return null
  return { text: goalText(goal), goal, proposedBy: 'curriculum', purpose: purposeOf(goal, aim, teamGoal) }
}

interface Wanting {
  readonly goal: Goal
}

/** Passes over aims whose first step failed here before, as long as there are others. */
function ownProposal(view: MindView, episodes: readonly Episode[]): TaskProposal | null {
  const tries = pastTries(view, episodes, (goal, tick) => isAnythingNew(view, goal, tick))
  const situation = situationOf(view, new Map(), experienceOf(view, episodes))
  const passed: Goal[] = []
  let first: TaskProposal | null = null
  while (passed.length < MOST_PASSED_OVER) {
    const aim = ownAim(view, { tries, situation, passed })
    if (aim !== null && 'proposedBy' in aim) return aim
    const proposal = aim === null ? null : proposalFor(view, aim, null)
    if (aim === null || proposal === null || !tries.failsHere(proposal.goal)) return proposal ?? first
    first ??= proposal
    passed.push(aim)
  }
  return first
}

/** So many aims are passed over before the first is taken up all the same. */
const MOST_PASSED_OVER = 8

interface Choice {
  readonly tries: PastTries
  readonly situation: Situation
  /** Aims that are not to be chosen. */
  readonly passed: readonly Goal[]
}

/** What is easy comes first, then asking what else there is; then what is within reach, then questions about single things. */
function ownAim(view: MindView, { tries, situation, passed }: Choice): Goal | TaskProposal | null {
  const isOpen = (goal: Goal) => !tries.failsHere(goal) && !passed.some((one) => sameGoal(one, goal))
  const novelty = nextNovelty(view, {
    isFit: (goal) => isOpen(goal) && isWorthTrying(view, goal) && !isResting(view, goal),
    hasWorked: tries.hasWorked,
    situation,
  })
  if (novelty !== null && novelty.effort < EASY_EFFORT) return novelty.goal
  const inquiry = nextInquiry(view)
  if (inquiry !== null) return inquiry
  if (novelty !== null && novelty.effort < SEARCH_EFFORT) return novelty.goal
  return nextQuestion(view) ?? novelty?.goal ?? nextHearsay(view, isOpen)
}

/** What takes fewer acts is done without asking what else there would be. */
const EASY_EFFORT = 12

/** Whether it was tried in vain lately, and nothing was learned since about the thing itself. */
function isResting(view: MindView, goal: Goal): boolean {
  const last = view.tasks.findLast((task) => sameGoal(task.goal, goal))
  if (last?.status !== 'given-up' || last.attempts === 0 || goal.type !== 'have') return false
  return view.percept.tick < last.tick + REST_TICKS && !isAnythingNew(view, goal, last.tick)
}

/** Whether anything was learned since about what is to be had. */
function isAnythingNew(view: MindView, goal: Goal, tick: number): boolean {
  if (goal.type !== 'have') return newsSince(view, tick).length > 0
  return newsSince(view, tick).some(({ claim }) => JSON.stringify(claim).includes(`"${goal.item}"`))
}

/** Why the goal is proposed, in words. */
function purposeOf(goal: Goal, aim: Goal, teamGoal: Goal | null): string {
  if (teamGoal === null)
    return sameGoal(goal, aim)
      ? 'Nothing else that it never had promises as much for its price.'
      : `It is a step towards something new: ${goalText(aim)}.`
  return sameGoal(goal, teamGoal)
    ? 'It is what the team was started for.'
    : `It is a step on the way to what the team was started for: ${goalText(teamGoal)}.`
}

/** Goals on the way to a goal, first things first, the goal itself last; of a choice, the cheapest way first. */
function candidates(view: MindView, teamGoal: Goal): readonly Goal[] {
  const part = firstUnmetPart(view, teamGoal)
  if (part.type === 'any-of' && wantedBy(part) === null) {
    return cheapestFirst(view, part.goals).flatMap((choice) => candidates(view, choice))
  }
  const code = goalCode(part)
  if (code === null) return [part]
  const situation = situationOf(view)
  const plans = code.kinds.map(({ kind, count }) => makePlan(kind, count, situation))
  if (plans.some((plan) => plan.unknown.length > 0)) return [part]
  const steps = plans
    .flatMap((plan) => plan.demands)
    .map(({ kind, count }) => haveGoal(kind, Math.min(count, MOST_AT_ONCE)))
    .filter((goal) => !isOwned(view, goal) && !sameGoal(goal, part))
    .filter((goal) => findSkill(view.skills, goal, new Set()) === null)
  return [...fetching(plans, situation), ...steps, part]
}

/** What teammates are to bring is asked for all at once, before anything else is done. */
function fetching(plans: readonly Plan[], { owned }: Situation): readonly Goal[] {
  const counts = new Map<string, number>()
  for (const { item, missing, method } of plans.flatMap(({ steps }) => steps)) {
    if (method?.type === 'fetch') counts.set(item, (counts.get(item) ?? owned[item] ?? 0) + missing)
  }
  const goals = [...counts].map(([item, count]) => haveGoal(kindOf(item), count))
  return goals.length > 1 ? [{ type: 'all-of', goals }] : goals
}

/** By what it takes to get the things they need; those for which no way is known come last. */
function cheapestFirst(view: MindView, goals: readonly Goal[]): readonly Goal[] {
  const situation = situationOf(view)
  return goals
    .map((goal) => ({ goal, price: priceOf(goal, situation) }))
    .sort((a, b) => a.price - b.price)
    .map(({ goal }) => goal)
}

function priceOf(goal: Goal, situation: Situation): number {
  const code = goalCode(goal)
  if (code === null) return Number.MAX_VALUE
  const plans = code.kinds.map(({ kind, count }) => makePlan(kind, count, situation))
  const acts = plans.flatMap(({ steps }) => steps).reduce((sum, { times }) => sum + 1 + times, 0)
  return (
    acts +
    (goal.type === 'killed' && !situation.mobsSeen.has(goal.mob) ? SEARCH_PRICE : 0) +
    UNKNOWN_COST * plans.flatMap(({ unknown }) => unknown).length
  )
}

/** Looking for a mob that is not in sight counts like so many acts. */
const SEARCH_PRICE = 40

/** More than a stack is not gathered ahead of need. */
const MOST_AT_ONCE = 64

/** Parts of a goal that can be seen to hold are left alone, so that the rest is planned from what is there. */
function firstUnmetPart(view: MindView, goal: Goal): Goal {
  if (goal.type !== 'all-of') return goal
  const unmet = goal.goals.filter((part) => !isOwned(view, part) && !isDone(view, part))
  // Code cannot be planned for, but the other parts may make it true.
  const part = unmet.find(({ type }) => type !== 'code') ?? unmet[0]
  return part === undefined ? goal : firstUnmetPart(view, part)
}

function isDone(view: MindView, goal: Goal): boolean {
  if (goal.type === 'at' && typeof goal.position !== 'string') {
    return distanceBetween(goal.position, view.percept.position) <= goal.radius
  }
  const lasting = goal.type === 'killed' || goal.type === 'consumed' || goal.type === 'block-at'
  return lasting && view.tasks.some((task) => task.status === 'done' && sameGoal(task.goal, goal))
}

/** Not what was given up, unless something was learned since about how the world works. */
export function isWorthTrying(view: MindView, goal: Goal): boolean {
  const last = view.tasks.findLast((task) => sameGoal(task.goal, goal))
  return last?.status !== 'given-up' || newsSince(view, last.tick).length > 0
}

/** What was learned about how the world works, and about who gives what, since the tick. */
function newsSince(view: MindView, tick: number): readonly Belief[] {
  return view.beliefs.filter(
    (belief) => belief.claim !== null && opensWays(belief.claim) && belief.tick > tick && isNews(belief),
  )
}

function opensWays(claim: Claim): boolean {
  return bearsOnPlans(claim) || claim.type === 'spares' || claim.type === 'promise'
}

/** Not what only bears out what was always known; what the world or a partner refuted of that is news. */
function isNews({ status, source, evidence }: Belief): boolean {
  const isInnate = source.type === 'innate' || evidence.some((one) => one.source.type === 'innate')
  const isGivenUp = evidence.some((one) => !one.supports && DECIDING.has(one.source.type))
  return status === 'refuted' ? !isInnate || isGivenUp : !isInnate
}

/** Whose word against a belief can bring it down. */
const DECIDING: ReadonlySet<string> = new Set(['seen', 'told'])

function sameGoal(a: Goal | null, b: Goal): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
