import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Skill } from '../../core/skill.ts'
import { importLibraries } from '../../memory/library-import.ts'
import { SkillFolder } from '../../memory/skill-folder.ts'
import { VolatileMemory } from '../../memory/volatile-memory.ts'
import { createCheckSkill } from '../../sandbox/create-check-skill.ts'
import type { CommandIo } from '../command-io.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { loadRecordedSkills, type RecordedSkills, usualSkillSource } from '../recorded-skills.ts'
import { writeVoyagerLibrary } from '../voyager/write-voyager-library.ts'

export interface ImportFlags {
  /** Folder that gets a file for each skill; skills that it holds stay. */
  readonly to: string
  /** Whose skills, where the source is a run with several agents. */
  readonly agent?: string
}

export interface ExportFlags {
  readonly from?: string
  readonly agent?: string
}

/** Brings the skills of a run, a folder or a Voyager checkpoint into a folder of skill files. Broken ones stay out. */
export function importSkillsCommand(from: string, { to, agent }: ImportFlags, io: CommandIo): ExitCode {
  const libraries = librariesOf(from, agent)
  const memory = new VolatileMemory()
  if (existsSync(to))
    memory.apply(
      0,
      new SkillFolder(to).load().map((skill) => ({ type: 'skill-set', skill })),
    )
  const sources = libraries.map((library) => ({ ...library, skills: usableSkills(library, io) }))
  const changes = importLibraries(sources, memory.skills)
  new SkillFolder(to).follow(changes)
  const count = changes.length
  io.out(`${count} ${count === 1 ? 'skill' : 'skills'} imported into ${to}.`)
  return EXIT.reached
}

/** Writes the skills of a run or a folder in Voyager's layout. */
export function exportSkillsCommand(to: string, { from, agent }: ExportFlags, io: CommandIo): ExitCode {
  const libraries = librariesOf(from ?? usualSkillSource(), agent)
  const memory = new VolatileMemory()
  memory.apply(0, importLibraries(libraries, memory.skills))
  const skills = memory.skills.usable()
  writeVoyagerLibrary(resolve(to), skills)
  io.out(`${skills.length} skills exported to ${to}: code/, description/ and skills.json.`)
  const helpers = skills.filter(({ parameters }) => parameters.length > 0).map(({ name }) => name)
  if (helpers.length > 0) {
    io.err(
      `Voyager starts skills without arguments; these can only be called by others: ${helpers.join(', ')}.`,
    )
  }
  io.err(
    'Voyager keeps descriptions in a vector database as well: delete its vectordb/ to have it made anew.',
  )
  return EXIT.reached
}

function librariesOf(from: string, agent: string | undefined): readonly RecordedSkills[] {
  return loadRecordedSkills(from).filter(({ owner }) => agent === undefined || owner === agent)
}

/** Skills that the sandbox would run; for each of the others a line says why not. */
function usableSkills(library: RecordedSkills, io: CommandIo): readonly Skill[] {
  for (const reason of library.refused) io.err(`Left out: ${reason}`)
  const check = createCheckSkill()
  const names = [...new Set(library.skills.map(({ name }) => name))]
  return library.skills.filter(({ name, source, version }) => {
    const [finding] = check(
      name,
      source,
      names.filter((other) => other !== name),
    )
    if (finding === undefined) return true
    io.err(`Left out: ${name} version ${version}: line ${finding.line}: ${finding.message}`)
    return false
  })
}
