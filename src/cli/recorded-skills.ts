import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { InputError } from '../core/errors.ts'
import { packageRoot } from '../core/package-root.ts'
import type { Skill } from '../core/skill.ts'
import { SkillFolder } from '../memory/skill-folder.ts'
import { suggestion } from './nearest-name.ts'

/** The skills of one agent of a run, or of a folder. */
export interface RecordedSkills {
  /** The agent's name; null for a plain folder of skill files. */
  readonly owner: string | null
  readonly folder: string
  /** All versions, oldest first. */
  readonly skills: readonly Skill[]
}

/**
 * Reads the skills that a run left behind, one library per agent, or those of a folder of skill files.
 *
 * Throws an InputError when the path holds neither, or when a file cannot be read as a skill.
 */
export function loadRecordedSkills(from: string): readonly RecordedSkills[] {
  const path = resolve(from)
  if (!existsSync(path) || !statSync(path).isDirectory()) {
    throw new InputError(`There are no skills at "${from}": it is no folder. ${WHAT_TO_NAME}`)
  }
  if (existsSync(join(path, 'journal.jsonl'))) return librariesOf(join(path, 'skills'))
  const skills = new SkillFolder(path).load()
  if (skills.length > 0) return [{ owner: null, folder: path, skills }]
  const libraries = librariesOf(path)
  if (libraries.length > 0) return libraries
  throw new InputError(`There are no skills at "${from}": it holds no skill files. ${WHAT_TO_NAME}`)
}

/** Where skills are looked for unless a place is named: the newest run here, else the skills that ship with Kithcraft. */
export function usualSkillSource(): string {
  return newestRun('runs') ?? join(packageRoot(), 'skills')
}

/**
 * The newest version of the skill, with the library that it was found in. Throws an InputError for a name that is not
 * there; where several agents have it, the first one's is taken unless `owner` says otherwise.
 */
export function findRecordedSkill(
  libraries: readonly RecordedSkills[],
  name: string,
  owner: string | null,
): { skill: Skill; library: RecordedSkills } {
  const searched = libraries.filter((library) => owner === null || library.owner === owner)
  for (const library of searched) {
    const skill = library.skills.findLast((candidate) => candidate.name === name)
    if (skill !== undefined) return { skill, library }
  }
  const names = [...new Set(searched.flatMap((library) => library.skills.map((skill) => skill.name)))]
  const whose = owner === null ? '' : ` of "${owner}"`
  throw new InputError(`There is no skill "${name}"${whose}. ${suggestion(name, names, 'skills')}`)
}

const WHAT_TO_NAME = 'Name a run directory such as "runs/<run>", or a folder of skill files.'

function librariesOf(folder: string): readonly RecordedSkills[] {
  if (!existsSync(folder)) return []
  const owners = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return owners
    .map(({ name }) => ({
      owner: name,
      folder: join(folder, name),
      skills: new SkillFolder(join(folder, name)).load(),
    }))
    .filter(({ skills }) => skills.length > 0)
}

function newestRun(folder: string): string | null {
  if (!existsSync(folder)) return null
  const runs = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, 'journal.jsonl')))
    .map((path) => ({ path, time: statSync(join(path, 'journal.jsonl')).mtimeMs }))
    .sort((a, b) => b.time - a.time)
  return runs[0]?.path ?? null
}
