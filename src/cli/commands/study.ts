import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { InputError } from '../../core/errors.ts'
import { packageRoot } from '../../core/package-root.ts'
import { acquireWriteLock } from '../../record/write-lock.ts'
import type { Episode } from '../../study/plan-study.ts'
import { studyReport } from '../../study/report/study-report.ts'
import { type EpisodeResult, type StudyResults, studyResults } from '../../study/results.ts'
import type { CommandIo } from '../command-io.ts'
import type { EpisodeRunner } from '../compose/episode-pool.ts'
import { EpisodeStore, writeWhole } from '../episode-store.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { firstInterrupt } from '../first-interrupt.ts'
import { findEpisode, loadStudy, type Study, shippedStudies } from '../study-file.ts'
import { StudyProgress } from '../study-progress.ts'
import { studyTable } from '../study-table.ts'

export interface StudyFlags {
  /** How many seeds, in place of the file's. */
  readonly seeds?: number
  /** Processes at a time. */
  readonly jobs?: number
  /** Folder of the results. */
  readonly out?: string
  /** The one episode to run again. */
  readonly only?: string
  /** Runs everything again. */
  readonly fresh?: boolean
  /** False with `--no-runs`: only measures are kept. */
  readonly runs: boolean
  readonly json?: boolean
}

/** Names what ships with Kithcraft. */
export function listStudies(io: CommandIo): ExitCode {
  const studies = shippedStudies().map((name) => loadStudy(name))
  const width = Math.max(...studies.map(({ file }) => file.name.length))
  for (const { file, plan } of studies) {
    const [first = ''] = file.description.split('. ')
    io.out(
      `${file.name.padEnd(width)}  ${plan.episodes.length} runs  ${first.replace(/\.?\s*$/, '.').replaceAll('\n', ' ')}`,
    )
  }
  io.out('\nRun one with "kithcraft study NAME", a quick look with "--seeds 3".')
  return EXIT.reached
}

/** Runs what a study has not done yet, and writes its results and its report. */
export async function studyCommand(
  named: string,
  flags: StudyFlags,
  openRunner: () => EpisodeRunner,
  io: CommandIo,
): Promise<ExitCode> {
  const study = loadStudy(named, flags.seeds)
  const folder = resolve(flags.out ?? join('runs', 'studies', study.file.name))
  const episodes = flags.only === undefined ? study.plan.episodes : [findEpisode(study, flags.only)]
  writeWhole(join(folder, 'study.txt'), `${study.file.name}: ${resolve(study.path)}\n`)
  const unlock = acquireWriteLock(join(folder, 'study.lock'), `the study in "${folder}"`)
  try {
    const work = new StudyWork({ study, folder, named, flags, io })
    const results = await work.run(episodes, openRunner)
    if (flags.only !== undefined) return reportEpisode(results[0], folder, io)
    return reportStudy(studyResults(study.file, study.plan, results), { folder, named, flags, io })
  } finally {
    unlock()
  }
}

interface StudySetting {
  readonly study: Study
  readonly folder: string
  /** How the person called the study. */
  readonly named: string
  readonly flags: StudyFlags
  readonly io: CommandIo
}

class StudyWork {
  readonly #setting: StudySetting
  readonly #store: EpisodeStore

  constructor(setting: StudySetting) {
    this.#setting = setting
    this.#store = new EpisodeStore(setting.folder)
  }

  /** The episodes' results in their order; without those that were not done when the person broke off. */
  async run(
    episodes: readonly Episode[],
    openRunner: () => EpisodeRunner,
  ): Promise<readonly EpisodeResult[]> {
    const { flags, io } = this.#setting
    const results = new Map(episodes.flatMap((episode) => this.#kept(episode)))
    const queue = episodes.filter(({ id }) => !results.has(id))
    if (queue.length > 0) {
      const runner = openRunner()
      const interrupt = firstInterrupt(io)
      const progress = new StudyProgress(io.terminal(flags.json === true), episodes.length, results.size)
      try {
        const workers = Array.from({ length: Math.min(this.#jobs(), queue.length) }, () =>
          this.#work(queue, results, { runner, progress, isOver: interrupt.happened }),
        )
        await Promise.race([Promise.all(workers), interrupt.promise])
      } finally {
        progress.close()
        interrupt.stopListening()
        await runner.close()
      }
    }
    return episodes.flatMap(({ id }) => results.get(id) ?? [])
  }

  async #work(queue: Episode[], results: Map<string, EpisodeResult>, tools: WorkTools): Promise<void> {
    for (let episode = queue.shift(); episode !== undefined && !tools.isOver(); episode = queue.shift()) {
      tools.progress.started(episode.id)
      const result = await this.#runEpisode(episode, tools.runner)
      if (tools.isOver()) return
      results.set(episode.id, result)
      tools.progress.ended(result)
    }
  }

  async #runEpisode(episode: Episode, runner: EpisodeRunner): Promise<EpisodeResult> {
    const { study, flags } = this.#setting
    const { subjects } = study.file
    const team = study.teamOf(episode)
    const directory = this.#store.prepare(episode.id, team)
    const end = await runner.run({
      id: episode.id,
      team: JSON.parse(JSON.stringify(team)),
      directory,
      subjects: subjects === null ? null : [...subjects],
    })
    if (end.measures !== null) {
      this.#store.keep(episode.id, team, subjects, end.measures)
      if (!flags.runs) this.#store.dropRun(episode.id)
    }
    return { ...this.#labels(episode), ...end }
  }

  #kept(episode: Episode): readonly (readonly [string, EpisodeResult])[] {
    const { study, flags } = this.#setting
    if (flags.fresh === true || flags.only !== undefined) return []
    const measures = this.#store.done(episode.id, study.teamOf(episode), study.file.subjects)
    if (measures === null) return []
    return [[episode.id, { ...this.#labels(episode), measures, error: null }]]
  }

  #labels({ id, task, condition, seed }: Episode) {
    return { id, task, condition, seed, rerun: `kithcraft study ${this.#setting.named} --only ${id}` }
  }

  #jobs(): number {
    // An episode keeps two processes busy in turn, its minds and its world.
    return this.#setting.flags.jobs ?? Math.max(1, Math.floor(availableParallelism() / 2))
  }
}

interface WorkTools {
  readonly runner: EpisodeRunner
  readonly progress: StudyProgress
  readonly isOver: () => boolean
}

function reportEpisode(result: EpisodeResult | undefined, folder: string, io: CommandIo): ExitCode {
  if (result === undefined) return EXIT.missed
  io.out(JSON.stringify(result, null, 2))
  if (result.measures === null) return EXIT.infrastructure
  io.err(`Its run lies in ${join(folder, 'episodes', ...result.id.split('/'), 'run')}`)
  return EXIT.reached
}

function reportStudy(
  results: StudyResults,
  { folder, named, flags, io }: Omit<StudySetting, 'study'>,
): ExitCode {
  if (results.episodes.length === 0) {
    io.err(`No episode was done. Go on with "kithcraft study ${named}".`)
    return EXIT.missed
  }
  const styles = readFileSync(join(packageRoot(), 'src', 'study', 'report', 'report.css'), 'utf8')
  writeWhole(join(folder, 'results.json'), `${JSON.stringify(results, null, 1)}\n`)
  writeWhole(join(folder, 'report.html'), studyReport(results, styles))
  if (flags.json) io.out(JSON.stringify(results))
  else io.out(studyTable(results))
  io.err(`Results: ${join(folder, 'results.json')}\nReport:  ${join(folder, 'report.html')}`)
  const failed = results.episodes.filter(({ measures }) => measures === null)
  for (const { id, error } of failed) io.err(`${id} failed: ${error}`)
  const planned = results.seeds.length * results.tasks.length * results.conditions.length
  const missing = planned - results.episodes.length
  if (missing > 0)
    io.err(`Broken off: ${missing} of ${planned} episodes are missing. The same command goes on from here.`)
  if (failed.length > 0) return EXIT.infrastructure
  return missing > 0 ? EXIT.missed : EXIT.reached
}

/** For flags that exclude one another. */
export function checkStudyFlags({ jobs, seeds }: StudyFlags): void {
  if (jobs !== undefined && jobs < 1) throw new InputError(`--jobs is ${jobs}: it must be at least 1.`)
  if (seeds !== undefined && seeds < 1) throw new InputError(`--seeds is ${seeds}: it must be at least 1.`)
}
