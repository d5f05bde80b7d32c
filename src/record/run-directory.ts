import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { AgentId } from '../core/agent-id.ts'
import { errorMessage, InfrastructureError, InputError } from '../core/errors.ts'

/** Where the parts of one run lie. All paths are absolute. */
export interface RunDirectory {
  readonly path: string
  /** Its last part, which also serves as the run's id. */
  readonly name: string
  readonly journal: string
  /** What language models were asked and what they replied. */
  readonly modelCalls: string
  readonly recordings: string
  memory(agent: AgentId): string
  skills(agent: AgentId): string
}

/** The parts of the run directory at the path, whether it exists or not. */
export function runDirectoryAt(path: string): RunDirectory {
  const absolute = resolve(path)
  return {
    path: absolute,
    name: basename(absolute),
    journal: join(absolute, 'journal.jsonl'),
    modelCalls: join(absolute, 'model-calls.jsonl'),
    recordings: join(absolute, 'recordings'),
    memory: (agent) => join(absolute, 'memory', `${agent}.db`),
    skills: (agent) => join(absolute, 'skills', agent),
  }
}

/**
 * Creates the directory of a new run. Throws an InputError when there is something at the path already, an
 * InfrastructureError when it cannot be created.
 */
export function createRunDirectory(path: string): RunDirectory {
  const directory = runDirectoryAt(path)
  const reason = whyNotEmpty(directory)
  if (reason !== null) throw new InputError(`Cannot start a new run in "${path}": ${reason}`)
  try {
    for (const folder of ['memory', 'skills', 'recordings']) {
      createFolders(join(directory.path, folder))
    }
    return directory
  } catch (error) {
    throw new InfrastructureError(
      `Cannot create the run directory "${directory.path}": ${errorMessage(error)}. Check that the folder can be ` +
        'written, or give another path.',
      { cause: error },
    )
  }
}

/** The topmost folder that creating one at the path makes; null where the folder is there. */
export function firstMissingFolder(path: string): string | null {
  const absolute = resolve(path)
  if (existsSync(absolute)) return null
  return firstMissingFolder(dirname(absolute)) ?? absolute
}

/**
 * Removes the directory of a run that did not come to start.
 *
 * @param firstCreated the topmost folder that was created for it, such as `runs/`, which goes too unless something else
 *   lies in it by now; null where the run's folder was there before, empty, and stays
 */
export function removeRunDirectory({ path }: RunDirectory, firstCreated: string | null): void {
  rmSync(path, { recursive: true, force: true })
  if (firstCreated === null) {
    createFolders(path)
    return
  }
  for (let above = path; above !== firstCreated; ) {
    above = dirname(above)
    if (readdirSync(above).length > 0) return
    rmdirSync(above)
  }
}

/**
 * A free path for a new run: the moment and what it is about, such as `runs/2026-11-21-06-05-33-stone-age`. A number is
 * added when two runs start in the same second.
 *
 * @param label any text; what a file name cannot hold is left out
 */
export function newRunPath(root: string, date: Date, label: string): string {
  const moment = date.toISOString().slice(0, 19).replace(/[T:]/g, '-')
  const words = label.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const name = [moment, ...words].join('-').slice(0, 60)
  let path = join(root, name)
  for (let number = 2; existsSync(path); number++) path = join(root, `${name}-${number}`)
  return path
}

/** The directory of an earlier run. Throws an InputError that says what is missing and what to give instead. */
export function openRunDirectory(path: string): RunDirectory {
  const directory = runDirectoryAt(path)
  const reason = whyNoRun(directory)
  if (reason === null) return directory
  throw new InputError(
    `Cannot open the run "${path}": ${reason}. Give the path of a run directory, such as "runs/<run>".`,
  )
}

/** The run under the root that was started last, by its name; null when there is none. */
export function latestRunDirectory(root: string): RunDirectory | null {
  if (!existsSync(root)) return null
  const names = readdirSync(root).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const runs = names.map((name) => runDirectoryAt(join(root, name)))
  return runs.findLast((run) => whyNoRun(run) === null) ?? null
}

function whyNoRun(directory: RunDirectory): string | null {
  if (!existsSync(directory.path)) return 'there is no such folder'
  if (!statSync(directory.path).isDirectory()) return 'it is a file, not a folder'
  if (!existsSync(directory.journal)) return 'it has no "journal.jsonl"'
  if (!statSync(directory.journal).isFile()) return 'its "journal.jsonl" is not a file'
  return null
}

function whyNotEmpty(directory: RunDirectory): string | null {
  if (!existsSync(directory.path)) return null
  if (!statSync(directory.path).isDirectory()) return 'it is a file. Give the path of a folder.'
  if (readdirSync(directory.path).length === 0) return null
  if (existsSync(join(directory.path, 'memory')) && existsSync(join(directory.path, 'skills'))) {
    return 'it holds a run whose "journal.jsonl" is missing. Restore that file, or give another path.'
  }
  return 'other files lie in that folder. Give the path of a new or an empty one.'
}

/** Level by level: Node.js tries for ever where a file system such as /proc refuses a folder with ENOENT. */
function createFolders(path: string): void {
  if (existsSync(path)) return
  const parent = dirname(path)
  if (parent !== path) createFolders(parent)
  mkdirSync(path)
}
