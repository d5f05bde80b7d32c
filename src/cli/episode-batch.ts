import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { acquireWriteLock } from '../record/write-lock.ts'
import type { CommandIo } from './command-io.ts'
import type { EpisodeEnd, EpisodeRunner } from './compose/episode-pool.ts'
import { EpisodeStore, writeWhole } from './episode-store.ts'
import { firstInterrupt } from './first-interrupt.ts'
import { StudyProgress } from './study-progress.ts'
import type { TeamFile } from './team-schema.ts'

/** A run that belongs to many. */
export interface EpisodeJob {
  /** Also its folder, by its slashes. */
  readonly id: string
  readonly team: TeamFile
  /** Agents whose success and acts count; null for all. */
  readonly subjects: readonly string[] | null
}

export interface BatchFlags {
  /** Processes at a time. */
  readonly jobs?: number
  /** Runs again what was done. */
  readonly fresh?: boolean
  /** False with `--no-runs`: only measures are kept. */
  readonly runs: boolean
  /** Whether standard output carries JSON. */
  readonly json: boolean
  /** Which of the episodes are to be run now; all without it. */
  readonly wanted?: (id: string) => boolean
}

export interface BatchSetting {
  /** Where episodes lie. */
  readonly folder: string
  readonly flags: BatchFlags
  readonly openRunner: () => EpisodeRunner
  readonly io: CommandIo
}

/**
 * Runs the episodes that the folder does not hold yet, some at a time, with a progress bar. Ctrl-C breaks off.
 *
 * @returns how the episodes ended, by id; without those that were not done when the person broke off
 * @throws InfrastructureError when another process works in the folder
 */
export async function runBatch(
  jobs: readonly EpisodeJob[],
  setting: BatchSetting,
): Promise<ReadonlyMap<string, EpisodeEnd>> {
  writeWhole(join(setting.folder, 'episodes.txt'), `${jobs.map(({ id }) => id).join('\n')}\n`)
  const unlock = acquireWriteLock(join(setting.folder, 'episodes.lock'), `"${setting.folder}"`)
  try {
    return await new Batch(setting).run(jobs)
  } finally {
    unlock()
  }
}

class Batch {
  readonly #setting: BatchSetting
  readonly #store: EpisodeStore
  readonly #ends = new Map<string, EpisodeEnd>()

  constructor(setting: BatchSetting) {
    this.#setting = setting
    this.#store = new EpisodeStore(setting.folder)
  }

  async run(jobs: readonly EpisodeJob[]): Promise<ReadonlyMap<string, EpisodeEnd>> {
    const { flags, io, openRunner } = this.#setting
    const { wanted = () => true } = flags
    for (const job of jobs) if (flags.fresh !== true || !wanted(job.id)) this.#takeKept(job)
    const queue = jobs.filter(({ id }) => wanted(id) && !this.#ends.has(id))
    if (queue.length === 0) return this.#ends
    const runner = openRunner()
    const interrupt = firstInterrupt(io)
    const progress = new StudyProgress(
      io.terminal(flags.json),
      this.#ends.size + queue.length,
      this.#ends.size,
    )
    // An episode keeps two processes busy in turn, its minds and its world.
    const atOnce = flags.jobs ?? Math.max(1, Math.floor(availableParallelism() / 2))
    const tools = { runner, progress, isOver: interrupt.happened }
    try {
      const workers = Array.from({ length: Math.min(atOnce, queue.length) }, () => this.#work(queue, tools))
      await Promise.race([Promise.all(workers), interrupt.promise])
      // What a worker still has under way counts no more.
      return new Map(this.#ends)
    } finally {
      progress.close()
      interrupt.stopListening()
      await runner.close()
    }
  }

  async #work(queue: EpisodeJob[], { runner, progress, isOver }: WorkTools): Promise<void> {
    for (let job = queue.shift(); job !== undefined && !isOver(); job = queue.shift()) {
      progress.started(job.id)
      const end = await this.#runEpisode(job, runner)
      if (isOver()) return
      this.#ends.set(job.id, end)
      progress.ended(job.id, end)
    }
  }

  async #runEpisode({ id, team, subjects }: EpisodeJob, runner: EpisodeRunner): Promise<EpisodeEnd> {
    const end = await runner.run({
      id,
      team: JSON.parse(JSON.stringify(team)),
      directory: this.#store.prepare(id, team),
      subjects: subjects === null ? null : [...subjects],
    })
    if (end.measures === null) return end
    this.#store.keep(id, team, subjects, end.measures)
    if (!this.#setting.flags.runs) this.#store.dropRun(id)
    return end
  }

  #takeKept({ id, team, subjects }: EpisodeJob): void {
    const measures = this.#store.done(id, team, subjects)
    if (measures !== null) this.#ends.set(id, { measures, error: null })
  }
}

interface WorkTools {
  readonly runner: EpisodeRunner
  readonly progress: StudyProgress
  readonly isOver: () => boolean
}
