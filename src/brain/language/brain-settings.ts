import type { ModelRole } from '../../core/model-call.ts'
import {
  type BrainSpec,
  type Budget,
  type ModelChoice,
  type ModelSpec,
  type ResolvedChoice,
  resolveChoice,
} from './model/model-spec.ts'

/** What an agent thinks with, looked up. */
export interface BrainSettings {
  /** What plays the role: models in the order in which they are tried, or none where the planner plays it. */
  readonly models: (role: ModelRole) => readonly ModelSpec[]
  /** Whether the planner takes over where all models fail. */
  readonly plannerTakesOver: boolean
  readonly budget: Budget
  /** Every model that may be asked. */
  readonly all: readonly ModelSpec[]
}

type WholeSpec = Exclude<BrainSpec, ModelChoice>

/** A choice and where in the spec it stands. */
export interface PlacedChoice {
  readonly path: readonly PropertyKey[]
  readonly choice: ModelChoice
}

/** All choices of a brain. */
export function choicesOf(spec: BrainSpec): readonly PlacedChoice[] {
  if (!isWhole(spec)) return [{ path: [], choice: spec }]
  return [
    { path: ['use'], choice: spec.use },
    ...Object.entries(spec.roles).map(([role, choice]) => ({ path: ['roles', role], choice })),
    ...spec.fallback.map((choice, index) => ({ path: ['fallback', index], choice })),
  ]
}

/** Whether no role asks a language model. */
export function isPlannerOnly(spec: BrainSpec, named: Readonly<Record<string, ModelSpec>>): boolean {
  return choicesOf(spec).every(({ choice }) => resolveChoice(choice, named).type === 'planner')
}

/** The settings of a spec whose choices are all known. Throws for one that is not: the team file is checked before. */
export function brainSettings(
  spec: BrainSpec,
  named: Readonly<Record<string, ModelSpec>>,
  usual: Budget,
): BrainSettings {
  const whole: WholeSpec = isWhole(spec) ? spec : { use: spec, roles: {}, fallback: [], budget: {} }
  const resolve = (choice: ModelChoice) => known(resolveChoice(choice, named))
  const fallback = whole.fallback.map(resolve)
  const spare = fallback.flatMap((choice) => (choice.type === 'model' ? [choice.spec] : []))
  const models = (role: ModelRole) => {
    const first = resolve(whole.roles[role] ?? whole.use)
    return first.type === 'planner' ? [] : [first.spec, ...spare]
  }
  return {
    models,
    plannerTakesOver: fallback.some(({ type }) => type === 'planner'),
    budget: { ...usual, ...whole.budget },
    all: choicesOf(spec).flatMap(({ choice }) => {
      const found = resolve(choice)
      return found.type === 'model' ? [found.spec] : []
    }),
  }
}

function isWhole(spec: BrainSpec): spec is WholeSpec {
  return typeof spec === 'object' && 'use' in spec
}

function known(choice: ResolvedChoice): Exclude<ResolvedChoice, { type: 'unknown' }> {
  if (choice.type === 'unknown') throw new Error(`A brain of the team cannot be used: ${choice.reason}`)
  return choice
}
