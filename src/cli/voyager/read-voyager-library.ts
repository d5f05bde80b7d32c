import { basename, dirname } from 'node:path'
import type { Goal } from '../../core/goal.ts'
import type { Skill } from '../../core/skill.ts'
import { outlineSkill, type SkillOutline } from '../../sandbox/outline-skill.ts'
import { listVoyagerSkills, versionsOf } from './list-voyager-skills.ts'
import { unwrapDescription } from './voyager-description.ts'

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
  const { listed, refused } = listVoyagerSkills(folder)
  const read = Object.entries(listed).flatMap(([key, { code, description }]) =>
    versionsOf(folder, key, code).map((source, index) =>
      readSkill({ key, source, description, version: index + 1 }),
    ),
  )
  const named = read.filter((entry) => typeof entry !== 'string')
  const found = [...named, ...sharedHelpers(named)]
  const newest = new Map(found.map(({ name, version }) => [name, version]))
  const origin = originOf(folder)
  return {
    skills: found.map((entry) => toSkill(entry, newest, origin, guessGoal)),
    refused: [...read.filter((entry) => typeof entry === 'string'), ...refused],
  }
}

/**
 * Functions beside a skill that other skills call: Voyager runs the code of all skills as one, so that its libraries rely on
 * that. Each becomes a skill of its own; of several of one name the last counts, as there.
 */
function sharedHelpers(found: readonly Entry[]): readonly Entry[] {
  const newest = new Map(found.map((entry) => [entry.name, entry]))
  const helpers = new Map<string, Entry>()
  for (const owner of newest.values()) {
    for (const helper of owner.functions) {
      if (newest.has(helper.name) || !helper.isAsync || helper.parameters[0] !== 'bot') continue
      const users = [...newest.values()].filter(
        ({ name, uses }) => name !== owner.name && uses.has(helper.name),
      )
      if (users.length > 0) helpers.set(helper.name, helperEntry(owner, helper))
    }
  }
  return [...helpers.values()]
}

/** The function with all functions beside it that it needs. */
function helperEntry(owner: Entry, entry: SkillOutline['functions'][number]): Entry {
  const needed = new Map([[entry.name, entry]])
  for (const { uses } of needed.values()) {
    for (const other of owner.functions) if (uses.has(other.name)) needed.set(other.name, other)
  }
  const own = [...needed.values()]
  const names = new Set(own.map(({ name }) => name))
  const uses = new Set(own.flatMap((each) => [...each.uses].filter((name) => !names.has(name))))
  return {
    key: entry.name,
    name: entry.name,
    source: own.map(({ source }) => source).join('\n\n'),
    description: `A part of ${owner.name} that other skills use as well.`,
    version: 1,
    entry,
    functions: own,
    uses,
  }
}

/** Name of the library for provenance: of the checkpoint's folder, where the skills lie in its `skill/`. */
function originOf(folder: string): string {
  const name = basename(folder)
  return name === 'skill' ? basename(dirname(folder)) : name
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
  /** All functions at the top level of the source. */
  readonly functions: SkillOutline['functions']
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
  return { ...listed, name: entry.name, entry, functions, uses }
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
