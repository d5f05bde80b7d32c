import { basename, join, resolve } from 'node:path'
import { InputError } from '../../core/errors.ts'
import { suggestion } from '../../core/nearest-name.ts'
import { gameData } from '../../mind/game-data.ts'
import { type CollabTask, collabFileSchema } from '../../study/minecollab/task-schema.ts'
import { collabTeam } from '../../study/minecollab/task-team.ts'
import type { CommandIo } from '../command-io.ts'
import { belongingsOf } from '../compose/belongings.ts'
import type { EpisodeEnd, EpisodeRunner } from '../compose/episode-pool.ts'
import type { DocumentIssue } from '../document-issues.ts'
import { type EpisodeJob, runBatch } from '../episode-batch.ts'
import { writeWhole } from '../episode-store.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { gameTime } from '../live-view/event-line.ts'
import { checkTeam } from '../team-file.ts'
import { gameVersion } from '../team-overrides.ts'
import type { GameVersion } from '../team-schema.ts'
import { readTextDocument } from '../text-document.ts'

export interface CollabFlags {
  /** Where the results are written as JSON. */
  readonly json?: string
  readonly out?: string
  readonly jobs?: number
  /** The one task to play again. */
  readonly only?: string
  readonly seed: number
  readonly fresh?: boolean
  readonly runs: boolean
  readonly versionOfGame: string
}

/** Plays mindcraft's crafting tasks with teams of planners, and scores them as their authors do. */
export async function minecollabCommand(
  path: string,
  flags: CollabFlags,
  openRunner: () => EpisodeRunner,
  io: CommandIo,
): Promise<ExitCode> {
  const jobs = chosen(loadJobs(path, flags, io), flags.only, path)
  const folder = resolve(flags.out ?? join('runs', 'bench', `minecollab-${basename(path, '.json')}`))
  const again = flags.fresh === true || flags.only !== undefined
  const batchFlags = { ...flags, fresh: again, json: false }
  const ends = await runBatch(jobs, { folder, flags: batchFlags, openRunner, io })
  return report(jobs, ends, { folder, flags, io })
}

function loadJobs(path: string, flags: CollabFlags, io: CommandIo): readonly EpisodeJob[] {
  const version = gameVersion(flags.versionOfGame)
  const kind = { what: 'task file', instead: 'Name a JSON file of MineCollab crafting tasks.' }
  const tasks = readTextDocument(path, kind).checked(collabFileSchema, (file) =>
    unknownTargets(file, version),
  )
  return Object.entries(tasks).map(([name, task]) => {
    const { team: content, ignored } = collabTeam(task, flags.seed)
    if (ignored.length > 0)
      io.err(`${name}: blocked actions that our agents do not have: ${ignored.join(', ')}.`)
    const { team, issues } = checkTeam({ ...content, version })
    if (team === null) throw new InputError(`Cannot play the task "${name}": ${issues[0]?.message}`)
    belongingsOf(team)
    return { id: folderOf(name), team, subjects: null }
  })
}

/** A task's folder lies beside those of the others, whatever the task is called. */
function folderOf(task: string): string {
  return task.replaceAll('/', '_').replace(/^\.+$/, '_')
}

function unknownTargets(
  file: Readonly<Record<string, CollabTask>>,
  version: GameVersion,
): readonly DocumentIssue[] {
  const items = Object.values(gameData(version).items).map(({ name }) => name)
  const known = new Set(items)
  return Object.entries(file).flatMap(([name, { target }]) =>
    known.has(target)
      ? []
      : [
          {
            path: [name, 'target'],
            message: `"${name}.target" is "${target}", which is no item of Minecraft ${version}.`,
          },
        ],
  )
}

function chosen(jobs: readonly EpisodeJob[], only: string | undefined, path: string): readonly EpisodeJob[] {
  if (only === undefined) return jobs
  const job = jobs.find(({ id }) => id === folderOf(only))
  if (job !== undefined) return [job]
  const names = jobs.map(({ id }) => id)
  throw new InputError(`"${path}" has no task "${only}". ${suggestion(only, names, 'tasks')}`)
}

interface Reporting {
  readonly folder: string
  readonly flags: CollabFlags
  readonly io: CommandIo
}

function report(
  jobs: readonly EpisodeJob[],
  ends: ReadonlyMap<string, EpisodeEnd>,
  { folder, flags, io }: Reporting,
): ExitCode {
  const rows = jobs.flatMap((job) => {
    const end = ends.get(job.id)
    return end === undefined ? [] : [{ id: job.id, ...scored(end) }]
  })
  const solved = rows.filter((row) => row.solved).length
  const metrics = { 'minecollab.solved': solved, 'minecollab.tasks': rows.length }
  const unsolved = rows.filter((row) => !row.solved)
  for (const { id, reason } of unsolved) io.out(`not solved: ${id}: ${reason}`)
  io.out(`MineCollab: ${solved} of ${rows.length} tasks solved${summary(rows)}`)
  const samples = { 'minecollab.solved': [solved], 'minecollab.tasks': [rows.length] }
  const results = { name: 'minecollab', metrics, samples, seed: flags.seed, tasks: rows }
  if (flags.json !== undefined) writeWhole(resolve(flags.json), `${JSON.stringify(results, null, 2)}\n`)
  io.err(`The runs lie in ${join(folder, 'episodes')}`)
  const broken = rows.some(({ failed }) => failed)
  if (broken) return EXIT.infrastructure
  return solved === jobs.length ? EXIT.reached : EXIT.missed
}

function scored({ measures, error }: EpisodeEnd) {
  return {
    solved: measures?.reached ?? false,
    reason: measures === null ? error : measures.reason,
    ticks: measures?.ticksToGoal ?? null,
    messages: measures?.messages ?? 0,
    attempts: measures?.attempts ?? 0,
    failed: measures === null,
  }
}

/** Times of the solved tasks, and talk of all. */
function summary(rows: readonly (ReturnType<typeof scored> & { readonly id: string })[]): string {
  const ticks = rows.flatMap((row) => row.ticks ?? []).sort((a, b) => a - b)
  const middle = ticks[Math.floor(ticks.length / 2)]
  if (middle === undefined) return '.'
  const messages = rows.reduce((sum, row) => sum + row.messages, 0) / rows.length
  return `, in ${gameTime(middle)} of game time (median, longest ${gameTime(ticks.at(-1) ?? 0)}), with ${messages.toFixed(1)} messages each.`
}
