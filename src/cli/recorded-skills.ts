import { existsSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { InputError } from '../core/errors.ts'
import { suggestion } from '../core/nearest-name.ts'
import { packageRoot } from '../core/package-root.ts'
import type { Skill } from '../core/skill.ts'
import { SkillFolder } from '../memory/skill-folder.ts'
import { replayDirectory } from '../record/replay.ts'
import { latestRunDirectory, openRunDirectory } from '../record/run-directory.ts'
import { gameVersionSchema } from './team-schema.ts'
import { goalGuesser } from './voyager/guess-goal.ts'
import { readVoyagerLibrary } from './voyager/read-voyager-library.ts'
import { voyagerFolder } from './voyager/voyager-layout.ts'

/** The skills of one agent of a run, or of a folder. */
export interface RecordedSkills {
  /** The agent's name; null for a plain folder of skill files. */
  readonly owner: string | null
  /** What to name as where they come from: the run's or folder's name, without the path. */
  readonly origin: string
  /** All versions, oldest first. */
  readonly skills: readonly Skill[]
  /** One line for each skill that cannot be used, with the reason. */
  readonly refused: readonly string[]
}

/**
 * Reads the skills that a run left behind, one library per agent, or those of a folder of skill files, or a library in
 * Voyager's layout.
 *
 * Throws an InputError when the path holds neither, when a run's journal is damaged or a file is no skill.
 */
export function loadRecordedSkills(from: string): readonly RecordedSkills[] {
  const path = resolve(from)
  if (!existsSync(path) || !statSync(path).isDirectory()) {
    throw new InputError(`There are no skills at "${from}": it is no folder. ${WHAT_TO_NAME}`)
  }
  if (existsSync(join(path, 'journal.jsonl'))) return librariesOfRun(path)
  const voyager = voyagerFolder(path)
  if (voyager !== null) return [voyagerLibrary(voyager, basename(path))]
  const skills = new SkillFolder(path).load()
  if (skills.length > 0) return [{ owner: null, origin: basename(path), skills, refused: [] }]
  throw new InputError(`There are no skills at "${from}": it holds no skill files. ${WHAT_TO_NAME}`)
}

/** Where skills are looked for unless a place is named: the newest run here, else the skills that ship with Kithcraft. */
export function usualSkillSource(): string {
  return latestRunDirectory('runs')?.path ?? join(packageRoot(), 'skills')
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

const WHAT_TO_NAME =
  'Name a run directory such as "runs/<run>", a folder of skill files or a Voyager checkpoint.'

function voyagerLibrary(folder: string, origin: string): RecordedSkills {
  const version = gameVersionSchema.options[0] ?? ''
  return { owner: null, origin, ...readVoyagerLibrary(folder, goalGuesser(version)) }
}

/** From the journal: it is the truth of a run, and its skill files are a view of it. */
function librariesOfRun(path: string): readonly RecordedSkills[] {
  const { agents } = replayDirectory(openRunDirectory(path))
  return [...agents.values()].map(({ name, skills }) => ({
    owner: name,
    origin: basename(path),
    skills: oldestFirst([...skills.values()]),
    refused: [],
  }))
}

function oldestFirst(skills: readonly Skill[]): readonly Skill[] {
  return skills.toSorted((a, b) => a.version - b.version)
}
