import { assertNever } from './assert-never.ts'
import type { Goal } from './goal.ts'
import { countOf } from './item-counts.ts'
import type { Percept, Tally } from './percept.ts'
import { distanceBetween, formatPosition, type Position } from './position.ts'

/** What a goal is checked against. */
export interface GoalEvidence {
  readonly percept: Percept
  /** Counts at the moment from which `killed` and `consumed` are measured. */
  readonly baseline: Tally
  /** Name of the block at the position, or null where it cannot be seen. */
  readonly blockAt: (position: Position) => Promise<string | null>
  /** Runs the code of a `code` goal in the sandbox. */
  readonly runCode: (source: string) => Promise<boolean>
}

/** A goal's truth, with what is missing when it does not hold. */
export interface GoalCheck {
  readonly holds: boolean
  readonly missing: string
}

/** Checks a goal without parameter references against the world. */
export async function checkGoal(goal: Goal, evidence: GoalEvidence): Promise<GoalCheck> {
  switch (goal.type) {
    case 'have':
      return atLeast(countOf(ownedItems(evidence.percept), goal.item), bound(goal.count), `have ${goal.item}`)
    case 'killed':
      return atLeast(gained('killed', goal.mob, evidence), bound(goal.count), `killed ${goal.mob}`)
    case 'consumed':
      return atLeast(gained('consumed', goal.item, evidence), bound(goal.count), `consumed ${goal.item}`)
    case 'given':
      return atLeast(
        givenTo(goal.to, goal.item, evidence),
        bound(goal.count),
        `given ${goal.item} to ${goal.to}`,
      )
    case 'equipped':
      return verdict(
        Object.values(evidence.percept.equipment).includes(goal.item),
        `${goal.item} is neither worn nor held`,
      )
    case 'at':
      return checkAt(bound(goal.position), goal.radius, evidence.percept.position)
    case 'block-at':
      return checkBlock(goal.block, bound(goal.position), evidence)
    case 'code':
      return verdict(await evidence.runCode(goal.source), "the goal's code did not return true")
    case 'all-of':
    case 'any-of':
      return checkMany(goal.type, goal.goals, evidence)
    default:
      return assertNever(goal)
  }
}

/** Inventory counts, with worn and off-hand items counted too. */
export function ownedItems(percept: Percept): Readonly<Record<string, number>> {
  const { offHand, head, torso, legs, feet } = percept.equipment
  const owned: Record<string, number> = { ...percept.inventory }
  for (const item of [offHand, head, torso, legs, feet]) {
    if (item !== null) owned[item] = (owned[item] ?? 0) + 1
  }
  return owned
}

async function checkMany(
  type: 'all-of' | 'any-of',
  goals: readonly Goal[],
  evidence: GoalEvidence,
): Promise<GoalCheck> {
  const checks = await Promise.all(goals.map((goal) => checkGoal(goal, evidence)))
  const holds = type === 'all-of' ? checks.every((check) => check.holds) : checks.some((check) => check.holds)
  const missing = checks.filter((check) => !check.holds).map((check) => check.missing)
  return verdict(holds, missing.join(type === 'all-of' ? '; ' : ' and '))
}

async function checkBlock(block: string, position: Position, evidence: GoalEvidence): Promise<GoalCheck> {
  const found = await evidence.blockAt(position)
  return verdict(
    found === block,
    `${found ?? 'nothing that can be seen'} at ${formatPosition(position)}, not ${block}`,
  )
}

function checkAt(target: Position, radius: number, actual: Position): GoalCheck {
  const distance = distanceBetween(target, actual)
  return verdict(distance <= radius, `${distance.toFixed(1)} blocks away from ${formatPosition(target)}`)
}

function gained(kind: 'killed' | 'consumed', name: string, evidence: GoalEvidence): number {
  return countOf(evidence.percept.tally[kind], name) - countOf(evidence.baseline[kind], name)
}

function givenTo(player: string, item: string, { percept, baseline }: GoalEvidence): number {
  const count = (tally: Tally) => countOf(tally.given?.[player] ?? {}, item)
  return count(percept.tally) - count(baseline)
}

function atLeast(actual: number, wanted: number, what: string): GoalCheck {
  return verdict(actual >= wanted, `${what}: ${actual} of ${wanted}`)
}

function verdict(holds: boolean, missing: string): GoalCheck {
  return { holds, missing: holds ? '' : missing }
}

function bound<T>(value: T | string): T {
  if (typeof value === 'string')
    throw new Error(`The goal still refers to the parameter "${value}": bind it first.`)
  return value
}
