import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { InputError } from '../../core/errors.ts'
import { packageRoot } from '../../core/package-root.ts'
import { type Episode, seedsOf } from '../../study/plan-study.ts'
import { studyReport } from '../../study/report/study-report.ts'
import { type EpisodeResult, type StudyResults, studyResults } from '../../study/results.ts'
import type { CommandIo } from '../command-io.ts'
import type { EpisodeEnd, EpisodeRunner } from '../compose/episode-pool.ts'
import { runBatch } from '../episode-batch.ts'
import { writeWhole } from '../episode-store.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { findEpisode, isPartOf, loadStudy, shippedStudies } from '../study-file.ts'
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
  /** The part to run now: what the names of its episodes contain. */
  readonly part?: string
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
  const jobs = episodes.map((episode) => ({
    id: episode.id,
    team: study.teamOf(episode),
    subjects: study.file.subjects,
  }))
  const again = flags.fresh === true || flags.only !== undefined
  const wanted = flags.part === undefined ? undefined : isPartOf(study, flags.part)
  const batchFlags = { ...flags, fresh: again, json: flags.json === true, ...(wanted && { wanted }) }
  const ends = await runBatch(jobs, { folder, flags: batchFlags, openRunner, io })
  const ownSeeds = new Set(seedsOf(study.file.seeds))
  const results = episodes.flatMap((episode) => {
    const seeds = ownSeeds.has(episode.seed) ? null : study.plan.seeds.length
    return resultOf(episode, ends.get(episode.id), rerunCommand(named, episode, seeds))
  })
  if (flags.only !== undefined) return reportEpisode(results[0], folder, io)
  return reportStudy(studyResults(study.file, study.plan, results), { folder, named, flags, io })
}

function resultOf(
  { id, task, condition, seed }: Episode,
  end: EpisodeEnd | undefined,
  rerun: string,
): readonly EpisodeResult[] {
  return end === undefined ? [] : [{ id, task, condition, seed, ...end, rerun }]
}

/** @param seeds how many to ask for, where the file alone does not have the episode's; else null */
function rerunCommand(named: string, { id }: Episode, seeds: number | null): string {
  const study = /\s/.test(named) ? `"${named}"` : named
  return `kithcraft study ${study} --only ${id}${seeds === null ? '' : ` --seeds ${seeds}`}`
}

interface Reporting {
  readonly folder: string
  /** How the person called the study. */
  readonly named: string
  readonly flags: StudyFlags
  readonly io: CommandIo
}

function reportEpisode(result: EpisodeResult | undefined, folder: string, io: CommandIo): ExitCode {
  if (result === undefined) return EXIT.missed
  io.out(JSON.stringify(result, null, 2))
  if (result.measures === null) return EXIT.infrastructure
  io.err(`Its run lies in ${join(folder, 'episodes', ...result.id.split('/'), 'run')}`)
  return EXIT.reached
}

function reportStudy(results: StudyResults, { folder, named, flags, io }: Reporting): ExitCode {
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
export function checkStudyFlags({ jobs, seeds, only, part }: StudyFlags): void {
  if (only !== undefined && part !== undefined) throw new InputError('Give --only or --part, not both.')
  if (jobs !== undefined && jobs < 1) throw new InputError(`--jobs is ${jobs}: it must be at least 1.`)
  if (seeds !== undefined && seeds < 1) throw new InputError(`--seeds is ${seeds}: it must be at least 1.`)
}
