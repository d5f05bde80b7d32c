import { assertNever } from './assert-never.ts'
import type { Goal } from './goal.ts'
import type { Json } from './json.ts'
import { positionSchema } from './position.ts'
import type { SkillParameter } from './skill.ts'

/**
 * The arguments with which the skill promises to reach the goal, in the order of its parameters; null when its
 * postcondition does not promise that. Parameters that the goal leaves open take their default; where there is none,
 * the skill does not match. A promise of more than the goal wants is a match: five logs where three are wanted.
 *
 * @param goal free of parameter references; one that still has some is never reached
 */
export function matchPostcondition(
  skill: { readonly parameters: readonly SkillParameter[]; readonly postcondition: Goal | null },
  goal: Goal,
): readonly Json[] | null {
  if (skill.postcondition === null) return null
  for (const bindings of entailments(skill.postcondition, goal, new Map())) {
    const values = argumentsFrom(skill.parameters, bindings)
    if (values !== null) return values
  }
  return null
}

/** Values by parameter name. */
type Bindings = ReadonlyMap<string, Json>

/** Every way to bind the pattern's references so that the pattern implies the goal. */
function* entailments(pattern: Goal, goal: Goal, bindings: Bindings): Iterable<Bindings> {
  if (goal.type === 'all-of')
    yield* chained(goal.goals, bindings, (part, so) => entailments(pattern, part, so))
  else if (pattern.type === 'any-of') {
    if (pattern.goals.length === 0) return
    yield* chained(pattern.goals, bindings, (part, so) => entailments(part, goal, so))
  } else if (goal.type === 'any-of') {
    for (const part of goal.goals) yield* entailments(pattern, part, bindings)
  } else if (pattern.type === 'all-of') {
    for (const part of pattern.goals) yield* entailments(part, goal, bindings)
  } else {
    const bound = matchLeaf(pattern, goal, bindings)
    if (bound !== null) yield bound
  }
}

/** Every way to satisfy all parts one after the other, each with what the parts before it have bound. */
function* chained(
  parts: readonly Goal[],
  bindings: Bindings,
  satisfy: (part: Goal, bindings: Bindings) => Iterable<Bindings>,
): Iterable<Bindings> {
  const [first, ...rest] = parts
  if (first === undefined) yield bindings
  else for (const bound of satisfy(first, bindings)) yield* chained(rest, bound, satisfy)
}

type Leaf = Exclude<Goal, { type: 'all-of' | 'any-of' }>

function matchLeaf(pattern: Leaf, goal: Leaf, bindings: Bindings): Bindings | null {
  switch (pattern.type) {
    case 'have':
    case 'consumed':
      if (goal.type !== pattern.type) return null
      return matchCount(pattern.count, goal.count, matchName(pattern.item, goal.item, bindings))
    case 'killed':
      if (goal.type !== 'killed') return null
      return matchCount(pattern.count, goal.count, matchName(pattern.mob, goal.mob, bindings))
    case 'given':
      return goal.type === 'given' ? matchGiven(pattern, goal, bindings) : null
    case 'equipped':
      return goal.type === 'equipped' ? matchName(pattern.item, goal.item, bindings) : null
    case 'at':
      if (goal.type !== 'at' || pattern.radius > goal.radius) return null
      return matchPosition(pattern.position, goal.position, bindings)
    case 'block-at':
      if (goal.type !== 'block-at') return null
      return matchPosition(pattern.position, goal.position, matchName(pattern.block, goal.block, bindings))
    case 'code':
      return goal.type === 'code' && goal.source === pattern.source ? bindings : null
    default:
      return assertNever(pattern)
  }
}

type Given = Extract<Goal, { type: 'given' }>

/** Where the two meet matters only to a pattern that leaves it open. To put into a chest is one thing, to hand over another. */
function matchGiven(pattern: Given, goal: Given, bindings: Bindings): Bindings | null {
  if (pattern.by !== goal.by) return null
  const receiver = matchName(pattern.to, goal.to, bindings)
  const named = receiver && matchName(pattern.item, goal.item, receiver)
  const counted = matchCount(pattern.count, goal.count, named)
  return typeof pattern.at === 'string' && goal.at !== undefined
    ? matchPosition(pattern.at, goal.at, counted)
    : counted
}

function matchName(pattern: string, name: string, bindings: Bindings): Bindings | null {
  if (name.startsWith('$')) return null
  if (!pattern.startsWith('$')) return pattern === name ? bindings : null
  return bind(pattern, name, bindings)
}

function matchCount(pattern: number | string, count: number | string, bindings: Bindings | null) {
  if (bindings === null || typeof count === 'string') return null
  if (typeof pattern === 'number') return pattern >= count ? bindings : null
  const before = bindings.get(pattern.slice(1))
  return new Map(bindings).set(pattern.slice(1), typeof before === 'number' ? Math.max(before, count) : count)
}

type GoalPosition = Extract<Goal, { type: 'at' }>['position']

function matchPosition(pattern: GoalPosition, position: GoalPosition, bindings: Bindings | null) {
  if (bindings === null || typeof position === 'string') return null
  if (typeof pattern === 'string') return bind(pattern, { ...position }, bindings)
  return pattern.x === position.x && pattern.y === position.y && pattern.z === position.z ? bindings : null
}

function bind(reference: string, value: Json, bindings: Bindings): Bindings | null {
  const name = reference.slice(1)
  const before = bindings.get(name)
  if (before === undefined) return new Map(bindings).set(name, value)
  return JSON.stringify(before) === JSON.stringify(value) ? bindings : null
}

function argumentsFrom(parameters: readonly SkillParameter[], bindings: Bindings): readonly Json[] | null {
  const values = parameters.map((parameter) => bindings.get(parameter.name) ?? parameter.default)
  const declared = [...bindings.keys()].every((name) =>
    parameters.some((parameter) => parameter.name === name),
  )
  const fitting = parameters.every((parameter, index) => fits(parameter.type, values[index] ?? null))
  return declared && fitting ? values : null
}

function fits(type: SkillParameter['type'], value: Json): boolean {
  if (type === 'count') return typeof value === 'number'
  if (type === 'position') return positionSchema.safeParse(value).success
  return typeof value === 'string'
}
