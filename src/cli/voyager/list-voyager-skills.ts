import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { errorMessage, InputError } from '../../core/errors.ts'
import { codeFiles, skillOfFile, type VoyagerSkills, voyagerSkillsSchema } from './voyager-layout.ts'

/** The skills that a library names, and its files that nothing names. */
export interface ListedSkills {
  /** Newest code and description of each skill. */
  readonly listed: VoyagerSkills
  /** A line for each file in `code/` that is left out. */
  readonly refused: readonly string[]
}

/**
 * What `skills.json` lists; without that file, what `code/` and `description/` hold. Throws an InputError for a `skills.json`
 * that cannot be read.
 */
export function listVoyagerSkills(folder: string): ListedSkills {
  const path = join(folder, 'skills.json')
  if (!existsSync(path)) return { listed: fromFiles(folder), refused: [] }
  const listed = readSkillsFile(path)
  const orphans = codeFiles(folder).filter(
    (file) => !Object.hasOwn(listed, file) && !Object.hasOwn(listed, skillOfFile(file)),
  )
  return {
    listed,
    refused: orphans.map(
      (file) => `code/${file}.js: skills.json does not list it; list it there to have it read.`,
    ),
  }
}

/** Sources from the first version to the newest, which is the one that is listed. */
export function versionsOf(folder: string, key: string, newest: string): readonly string[] {
  const files = versionFiles(folder, key)
  const older = files.map((file) => readFileSync(join(folder, 'code', `${file}.js`), 'utf8').trim())
  const source = newest.trim()
  return [...older.filter((text) => text !== source), source]
}

function versionFiles(folder: string, key: string): readonly string[] {
  const number = (file: string) => Number(/V(\d+)$/.exec(file)?.[1] ?? 1)
  return codeFiles(folder)
    .filter((file) => file === key || skillOfFile(file) === key)
    .sort((a, b) => number(a) - number(b))
}

function fromFiles(folder: string): VoyagerSkills {
  const keys = [...new Set(codeFiles(folder).map(skillOfFile))]
  return Object.fromEntries(
    keys.map((key) => {
      const newest = versionFiles(folder, key).at(-1) ?? key
      const code = readFileSync(join(folder, 'code', `${newest}.js`), 'utf8')
      const described = [newest, key]
        .map((name) => join(folder, 'description', `${name}.txt`))
        .find(existsSync)
      return [key, { code, description: described === undefined ? '' : readFileSync(described, 'utf8') }]
    }),
  )
}

function readSkillsFile(path: string): VoyagerSkills {
  try {
    return voyagerSkillsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    const reason =
      error instanceof z.ZodError
        ? error.issues.map((issue) => `"${issue.path.join('.')}": ${issue.message}`).join('; ')
        : errorMessage(error)
    throw new InputError(
      `Cannot read the Voyager library "${path}": ${reason}. It must hold an object such as ` +
        '{"mineLogs": {"code": "async function mineLogs(bot) {…}", "description": "…"}}.',
      { cause: error },
    )
  }
}
