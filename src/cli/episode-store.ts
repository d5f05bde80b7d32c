import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { errorMessage, InfrastructureError } from '../core/errors.ts'
import { type EpisodeMeasures, episodeMeasuresSchema } from '../study/episode-measures.ts'
import type { TeamFile } from './team-schema.ts'

const keptSchema = z.strictObject({ fingerprint: z.string(), measures: episodeMeasuresSchema })

/**
 * What a study has done so far, on disk: for each episode a folder with its team file, its run and, once it has been
 * measured, its measures. They are written aside and renamed, so an episode is either done or not.
 */
export class EpisodeStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** The measures of an episode that was done with this very team and these subjects; null for any other. */
  done(id: string, team: TeamFile, subjects: readonly string[] | null): EpisodeMeasures | null {
    const path = this.#measures(id)
    if (!existsSync(path)) return null
    try {
      const kept = keptSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
      return kept.fingerprint === fingerprint(team, subjects) ? kept.measures : null
    } catch {
      // A file of an older version, or one that somebody damaged: the episode is run again.
      return null
    }
  }

  /** Clears what a broken run of the episode left, and writes its team file. @returns the folder for its run */
  prepare(id: string, team: TeamFile): string {
    const folder = this.#episode(id)
    rmSync(folder, { recursive: true, force: true })
    write(join(folder, 'team.json'), team)
    return join(folder, 'run')
  }

  keep(id: string, team: TeamFile, subjects: readonly string[] | null, measures: EpisodeMeasures): void {
    write(this.#measures(id), { fingerprint: fingerprint(team, subjects), measures })
  }

  /** Removes the run itself; its measures stay. */
  dropRun(id: string): void {
    rmSync(join(this.#episode(id), 'run'), { recursive: true, force: true })
  }

  #episode(id: string): string {
    return join(this.#folder, 'episodes', ...id.split('/'))
  }

  #measures(id: string): string {
    return join(this.#episode(id), 'measures.json')
  }
}

/** Writes the file aside and renames it, so that it is never half there. Throws an InfrastructureError. */
export function writeWhole(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.new`, text, { flush: true })
    renameSync(`${path}.new`, path)
  } catch (error) {
    throw new InfrastructureError(
      `Cannot write "${path}": ${errorMessage(error)}. Check that the folder can be written and the disk has space.`,
      { cause: error },
    )
  }
}

function write(path: string, value: unknown): void {
  writeWhole(path, `${JSON.stringify(value, null, 1)}\n`)
}

function fingerprint(team: TeamFile, subjects: readonly string[] | null): string {
  return createHash('sha256')
    .update(JSON.stringify([team, subjects]))
    .digest('hex')
    .slice(0, 16)
}
