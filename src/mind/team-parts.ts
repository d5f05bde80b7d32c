import type { Belief } from '../core/belief.ts'
import type { PartClaim } from '../core/claim.ts'
import type { Goal } from '../core/goal.ts'

/** A part of a team's goal that one agent can see to by itself. All agents of a team get the same parts. */
export interface Part {
  readonly name: string
  readonly goal: Goal
}

/** Parts for each agent, so that who is done early can take more and nobody is waited for long at the end. */
const PARTS_PER_AGENT = 4

/**
 * Divides a goal that a team reaches together: the goals of an all-of are parts of their own, and where these are few for
 * so many agents, amounts are divided too. A goal that one agent is enough for (`until: any`) stays whole.
 */
export function divideGoal(goal: Goal, agents: number, until: 'all' | 'any'): readonly Part[] {
  const goals = until === 'any' ? [goal] : leavesOf(goal)
  const isDivided = until === 'all' && agents > 1
  const shares = isDivided ? Math.ceil((PARTS_PER_AGENT * agents) / goals.length) : 1
  return goals
    .flatMap((whole) => split(whole, shares))
    .map((part, index) => ({ name: `${index + 1}: ${nameOf(part)}`, goal: part }))
}

function leavesOf(goal: Goal): readonly Goal[] {
  return goal.type === 'all-of' && goal.goals.length > 0 ? goal.goals.flatMap(leavesOf) : [goal]
}

/** Shares of an amount that differ by one at most; what cannot be counted stays whole. */
function split(goal: Goal, shares: number): readonly Goal[] {
  if (goal.type !== 'have' && goal.type !== 'killed' && goal.type !== 'consumed') return [goal]
  const { count } = goal
  if (typeof count !== 'number') return [goal]
  const parts = Math.min(shares, count)
  return Array.from({ length: parts }, (_, index) => ({
    ...goal,
    count: Math.floor((count * (index + 1)) / parts) - Math.floor((count * index) / parts),
  }))
}

function nameOf(goal: Goal): string {
  if (goal.type === 'have' || goal.type === 'consumed') return `${goal.type} ${goal.count} ${goal.item}`
  return goal.type === 'killed' ? `killed ${goal.count} ${goal.mob}` : JSON.stringify(goal)
}

/** One goal from several parts of one agent: amounts of the same thing add up. */
export function combineParts(parts: readonly Part[]): Goal {
  const goals: Goal[] = []
  for (const { goal } of parts) {
    const same = goals.findIndex((known) => sumOf(known, goal) !== null)
    const sum = same < 0 ? null : sumOf(goals[same] ?? goal, goal)
    if (sum === null) goals.push(goal)
    else goals[same] = sum
  }
  const [only] = goals
  return goals.length === 1 && only !== undefined ? only : { type: 'all-of', goals }
}

/** Whether two goals are shares of the same amount. */
export function areAlike(a: Goal, b: Goal): boolean {
  return sumOf(a, b) !== null
}

function sumOf(a: Goal, b: Goal): Goal | null {
  if (a.type === 'have' && b.type === 'have' && a.item === b.item)
    return { ...a, count: Number(a.count) + Number(b.count) }
  if (a.type === 'consumed' && b.type === 'consumed' && a.item === b.item)
    return { ...a, count: Number(a.count) + Number(b.count) }
  if (a.type === 'killed' && b.type === 'killed' && a.mob === b.mob)
    return { ...a, count: Number(a.count) + Number(b.count) }
  return null
}

/** How many things the goal asks for; one where nothing is counted. */
export function unitsOf(goal: Goal): number {
  return 'count' in goal && typeof goal.count === 'number' ? goal.count : 1
}

/** A part that somebody is at. */
export interface PartUnderWay extends Part {
  readonly by: string
  /** Tick at which it was last said so. */
  readonly since: number
  /** How many others help with it. */
  readonly helpers: number
}

/** Who sees to which part, as one agent believes it. */
export interface Board {
  /** Parts that the agent has taken or done itself. */
  readonly mine: readonly Part[]
  /** Parts that nobody has taken or done. */
  readonly free: readonly Part[]
  /** Parts that others are at. */
  readonly underWay: readonly PartUnderWay[]
  readonly isAllDone: boolean
}

/**
 * Reads the board off an agent's beliefs. Where two have taken the same part, the one whose name comes first has it. A
 * part that was taken and not heard of again by its deadline is free.
 */
export function readBoard(
  parts: readonly Part[],
  agent: string,
  beliefs: readonly Belief[],
  tick: number,
): Board {
  const claims = beliefs.flatMap(({ status, claim, tick: since }) =>
    status === 'held' && claim?.type === 'part' ? [{ ...claim, since }] : [],
  )
  const owners = new Map(parts.map((part) => [part.name, ownerOf(claims, part.name, tick)]))
  const mine = parts.filter((part) => owners.get(part.name)?.agent === agent)
  return {
    mine,
    free: parts.filter((part) => owners.get(part.name) === null),
    underWay: parts.flatMap((part) => {
      const owner = owners.get(part.name)
      if (owner?.state !== 'taken' || owner.agent === agent) return []
      const helps = (claim: PartClaim) =>
        claim.part === part.name && claim.state === 'helped' && claim.agent !== agent && claim.until > tick
      const { agent: by, since } = owner
      return [{ ...part, by, since, helpers: claims.filter(helps).length }]
    }),
    isAllDone: parts.every((part) => owners.get(part.name)?.state === 'done'),
  }
}

interface DatedClaim extends PartClaim {
  readonly since: number
}

function ownerOf(claims: readonly DatedClaim[], part: string, tick: number): DatedClaim | null {
  const about = claims.filter((claim) => claim.part === part).sort((a, b) => (a.agent < b.agent ? -1 : 1))
  const done = about.find((claim) => claim.state === 'done')
  return done ?? about.find((claim) => claim.state === 'taken' && claim.until > tick) ?? null
}
