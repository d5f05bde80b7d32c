import type { EpisodeMeasures } from './episode-measures.ts'
import { type MeasureName, measureNames, measureValue } from './measures.ts'
import type { StudyPlan } from './plan-study.ts'
import { bootstrap, meanOf } from './statistics/bootstrap.ts'
import type { Estimate } from './statistics/interval.ts'
import { wilsonInterval } from './statistics/wilson.ts'
import type { StudyFile } from './study-schema.ts'

/** An episode that has been run. */
export interface EpisodeResult {
  readonly id: string
  readonly task: string
  readonly condition: string
  readonly seed: number
  /** Null when the run failed for a reason outside the game; then `error` says why. */
  readonly measures: EpisodeMeasures | null
  readonly error: string | null
  /** The command that runs this episode again. */
  readonly rerun: string
}

/** What one condition came to on a task. */
export interface Summary {
  readonly task: string
  readonly condition: string
  readonly measure: MeasureName
  /** Number of runs that have the measure. */
  readonly runs: number
  /** Mean with its interval: Wilson's for shares, else bootstrap. Null when no run has the measure. */
  readonly mean: Estimate | null
}

/** Two conditions on the same seeds. */
export interface Comparison {
  readonly task: string
  readonly from: string
  readonly to: string
  readonly measure: MeasureName
  /** Seeds (of all tasks, where they are pooled) that both conditions have. */
  readonly pairs: number
  /** Mean of `to` minus `from`, pair by pair. */
  readonly difference: Estimate | null
  /** Mean of `to` over mean of `from`; null where the latter is nothing. */
  readonly ratio: Estimate | null
}

/** The results file of a study. It follows from the study file and the seeds alone. */
export interface StudyResults {
  readonly version: 1
  readonly study: string
  readonly description: string
  readonly subjects: readonly string[] | null
  readonly measures: readonly MeasureName[]
  readonly tasks: readonly { readonly name: string; readonly description: string }[]
  readonly conditions: readonly { readonly name: string; readonly description: string }[]
  readonly seeds: readonly number[]
  readonly summaries: readonly Summary[]
  readonly comparisons: readonly Comparison[]
  readonly episodes: readonly EpisodeResult[]
}

/** The name under which a study of several tasks sums them up. */
export const ALL_TASKS = 'all tasks'

/** Sums the episodes up. */
export function studyResults(
  study: StudyFile,
  plan: StudyPlan,
  episodes: readonly EpisodeResult[],
): StudyResults {
  const groups = taskGroups(plan)
  const tasks = [...groups.keys()]
  const table = new EpisodeTable(episodes, groups)
  const describe = ({ name, description }: { name: string; description: string }) => ({ name, description })
  return {
    version: 1,
    study: study.name,
    description: study.description,
    subjects: study.subjects,
    measures: study.measures,
    tasks: plan.tasks.map(describe),
    conditions: plan.conditions.map(describe),
    seeds: plan.seeds,
    summaries: tasks.flatMap((task) =>
      plan.conditions.flatMap(({ name }) =>
        measureNames.map((measure) => summarize(table, { task, condition: name, measure })),
      ),
    ),
    comparisons: tasks.flatMap((task) =>
      plan.comparisons.flatMap((pair) =>
        measureNames.map((measure) => compare(table, { task, ...pair, measure })),
      ),
    ),
    episodes,
  }
}

/** What is summed up: each task by itself, those of each sort together where they say what refutes a belief, and all. */
function taskGroups({ tasks }: StudyPlan): ReadonlyMap<string, ReadonlySet<string>> {
  const names = (of: StudyPlan['tasks']) => new Set(of.map(({ name }) => name))
  const single = tasks.map((task) => [task.name, names([task])] as const)
  const sorts = [...Map.groupBy(tasks, ({ refutedBy }) => refutedBy)].flatMap(([sort, of]) =>
    sort === undefined ? [] : [[sortName(sort), names(of)] as const],
  )
  const all = tasks.length > 1 ? [[ALL_TASKS, names(tasks)] as const] : []
  return new Map([...single, ...(sorts.length > 1 ? sorts : []), ...all])
}

/** The name under which beliefs of one sort are summed up. */
function sortName(sort: string): string {
  return `all refuted by ${sort}`
}

/** A measure's values by task and seed. */
class EpisodeTable {
  readonly #episodes: readonly EpisodeResult[]
  readonly #groups: ReadonlyMap<string, ReadonlySet<string>>

  constructor(episodes: readonly EpisodeResult[], groups: ReadonlyMap<string, ReadonlySet<string>>) {
    this.#episodes = episodes
    this.#groups = groups
  }

  values(task: string, condition: string, measure: MeasureName): ReadonlyMap<string, number> {
    const values = new Map<string, number>()
    for (const episode of this.#episodes) {
      if (episode.condition !== condition || !this.#groups.get(task)?.has(episode.task)) continue
      const value = episode.measures === null ? null : measureValue(episode.measures, measure)
      if (value !== null) values.set(`${episode.task}/${episode.seed}`, value)
    }
    return values
  }
}

function summarize(
  table: EpisodeTable,
  { task, condition, measure }: Pick<Summary, 'task' | 'condition' | 'measure'>,
): Summary {
  const values = [...table.values(task, condition, measure).values()]
  return { task, condition, measure, runs: values.length, mean: estimateMean(values, measure) }
}

function estimateMean(values: readonly number[], measure: MeasureName): Estimate | null {
  if (values.length === 0) return null
  if (measure === 'reached')
    return wilsonInterval(values.filter((value) => value === 1).length, values.length)
  return bootstrap(values, meanOf, measure)
}

function compare(
  table: EpisodeTable,
  { task, from, to, measure }: Pick<Comparison, 'task' | 'from' | 'to' | 'measure'>,
): Comparison {
  const before = table.values(task, from, measure)
  const after = table.values(task, to, measure)
  const pairs = [...before].flatMap(([key, value]) => {
    const other = after.get(key)
    return other === undefined ? [] : [{ from: value, to: other }]
  })
  const difference = bootstrap(pairs, (sample) => meanOf(sample.map((pair) => pair.to - pair.from)), measure)
  return {
    task,
    from,
    to,
    measure,
    pairs: pairs.length,
    difference,
    ratio: bootstrap(pairs, ratioOf, measure),
  }
}

function ratioOf(pairs: readonly { readonly from: number; readonly to: number }[]): number | null {
  const from = meanOf(pairs.map((pair) => pair.from))
  return from === 0 ? null : meanOf(pairs.map((pair) => pair.to)) / from
}
