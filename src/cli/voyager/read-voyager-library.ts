import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod'
import { errorMessage, InputError } from '../../core/errors.ts'
import type { Goal } from '../../core/goal.ts'
import type { Skill } from '../../core/skill.ts'
import { outlineSkill, type SkillOutline } from '../../sandbox/outline-skill.ts'
import { unwrapDescription } from './voyager-description.ts'
import { codeFileName, type VoyagerSkills, voyagerSkillsSchema } from './voyager-layout.ts'

/** What a Voyager library holds. */
export interface VoyagerLibrary {
  /** All versions of all skills that can be read, oldest version first. None is proved: they are `provisional`. */
  readonly skills: readonly Skill[]
  /** One line for each skill that cannot be used, with the reason. */
  readonly refused: readonly string[]
}

/** Reads what a skill promises out of its name; null where the name does not say. */
export type GuessGoal = (name: string) => Goal | null

/**
 * Reads a skill library in Voyager's layout: `skills.json` with code and descriptions, and `code/` with older versions.
 * The sources stay as they are. A skill's entry is the function that it is named after, else, as in Voyager, the last
 * asynchronous function whose only parameter is `bot`.
 *
 * Throws an InputError when `skills.json` cannot be read.
 */
export function readVoyagerLibrary(folder: string, guessGoal: GuessGoal): VoyagerLibrary {
  const listed = readSkillsFile(join(folder, 'skills.json'))
  const read = Object.entries(listed).flatMap(([key, { code, description }]) =>
    versionsOf(folder, key, code).map((source, index) =>
      readSkill({ key, source, description, version: index + 1 }),
    ),
  )
  const found = read.filter((entry) => typeof entry !== 'string')
  const newest = new Map(found.map(({ name, version }) => [name, version]))
  const origin = originOf(folder)
  return {
    skills: found.map((entry) => toSkill(entry, newest, origin, guessGoal)),
    refused: read.filter((entry) => typeof entry === 'string'),
  }
}

/** Name of the library for provenance: of the checkpoint's folder, where the skills lie in its `skill/`. */
function originOf(folder: string): string {
  const name = basename(folder)
  return name === 'skill' ? basename(dirname(folder)) : name
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

/** Sources from the first version to the newest, which is the one in `skills.json`. */
function versionsOf(folder: string, key: string, newest: string): readonly string[] {
  const older: string[] = []
  for (let version = 1; ; version++) {
    const path = join(folder, 'code', codeFileName(key, version))
    if (!existsSync(path)) break
    older.push(readFileSync(path, 'utf8').trim())
  }
  const source = newest.trim()
  return [...older.filter((text) => text !== source), source]
}

interface Listed {
  readonly key: string
  readonly source: string
  readonly description: string
  readonly version: number
}

interface Entry extends Listed {
  readonly name: string
  readonly entry: SkillOutline['functions'][number]
  readonly uses: ReadonlySet<string>
}

function readSkill(listed: Listed): Entry | string {
  const outlined = outlineSkill(listed.source)
  if (!outlined.ok) {
    const { line, column, message } = outlined.finding
    return `${listed.key}: line ${line}, column ${column}: ${message}`
  }
  const { functions, uses } = outlined.outline
  const entry =
    functions.find(({ name, isAsync }) => isAsync && name === listed.key) ??
    functions.findLast(({ isAsync, parameters }) => isAsync && parameters.join() === 'bot')
  if (entry === undefined) return `${listed.key}: it defines no "async function ${listed.key}(bot)".`
  return { ...listed, name: entry.name, entry, uses }
}

function toSkill(
  entry: Entry,
  newest: ReadonlyMap<string, number>,
  origin: string,
  guessGoal: GuessGoal,
): Skill {
  const { name, uses, version, source } = entry
  const called = [...newest].filter(([other]) => other !== name && uses.has(other))
  return {
    name,
    description: unwrapDescription(entry.description) || `${name}, from the Voyager library "${origin}".`,
    parameters: entry.entry.parameters
      .slice(1)
      .map((parameter) => ({ name: parameter, type: 'text', description: '', default: null })),
    precondition: null,
    postcondition: entry.entry.parameters.length > 1 ? null : guessGoal(name),
    source,
    calls: called.map(([other, version]) => ({ name: other, version })),
    version,
    status: 'provisional',
    provenance: { author: origin, task: '', run: '', tick: 0 },
    statistics: { runs: 0, successes: 0, lastTick: null },
  }
}
