import type { Json } from '../core/json.ts'
import { isObject, mergeOverrides } from './merge-overrides.ts'
import type { Overrides, StudyFile, StudyVariant } from './study-schema.ts'

/** One run of a study: a task under a condition with a seed. */
export interface Episode {
  /** `TASK/CONDITION/SEED`, or `CONDITION/SEED` in a study of one task. Also its folder. */
  readonly id: string
  readonly task: string
  readonly condition: string
  readonly seed: number
  /** The team file's content, not checked yet. */
  readonly team: Overrides
}

/** A study with its sweeps unfolded. */
export interface StudyPlan {
  readonly tasks: readonly StudyVariant[]
  readonly conditions: readonly StudyVariant[]
  readonly seeds: readonly number[]
  readonly comparisons: readonly { readonly from: string; readonly to: string }[]
  /** Seed by seed, so that a study that is broken off has about the same seeds of each condition. */
  readonly episodes: readonly Episode[]
}

/** The name of the task where a study names none. */
export const ONLY_TASK: StudyVariant = { name: 'task', description: '', set: {} }

/**
 * Unfolds a study into its episodes.
 *
 * @param base content of the team file that all conditions start from
 * @param seeds in place of the file's
 */
export function planStudy(
  study: StudyFile,
  base: Overrides,
  seeds: StudyFile['seeds'] = study.seeds,
): StudyPlan {
  const tasks = study.tasks ?? [ONLY_TASK]
  const conditions = study.conditions.flatMap(unfold)
  const seedList = seedsOf(seeds)
  const [first] = conditions
  const comparisons =
    study.compare ?? conditions.slice(1).map(({ name }) => ({ from: first?.name ?? name, to: name }))
  const episodes = seedList.flatMap((seed) =>
    tasks.flatMap((task) =>
      conditions.map((condition) => ({
        id: [...(study.tasks === undefined ? [] : [task.name]), condition.name, seed].join('/'),
        task: task.name,
        condition: condition.name,
        seed,
        team: { ...mergeOverrides(mergeOverrides(base, task.set), condition.set), seed },
      })),
    ),
  )
  return { tasks, conditions, seeds: seedList, comparisons, episodes }
}

/** The seeds, each once; a number says how many, counted from 1. */
export function seedsOf(seeds: StudyFile['seeds']): readonly number[] {
  return typeof seeds === 'number'
    ? Array.from({ length: seeds }, (_, index) => index + 1)
    : [...new Set(seeds)]
}

function unfold(condition: StudyFile['conditions'][number]): readonly StudyVariant[] {
  if ('name' in condition) return [condition]
  const { sweep, values, description, set } = condition
  const keys = sweep.split('.')
  return values.map((value) => ({
    name: `${keys.at(-1)}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
    description,
    // A list of agents is changed by name at once; what is to change later is only noted.
    set: Array.isArray(set.agents)
      ? mergeOverrides(set, withValue({}, keys, value))
      : withValue(set, keys, value),
  }))
}

/** The overrides with that value at the place; what they say beside it stays. */
function withValue(set: Overrides, keys: readonly string[], value: Json): Overrides {
  const [key = '', ...rest] = keys
  const before = set[key]
  if (rest.length === 0) return { ...set, [key]: value }
  return { ...set, [key]: withValue(isObject(before) ? before : {}, rest, value) }
}
