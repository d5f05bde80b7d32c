import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { errorMessage, InfrastructureError, InputError } from '../../core/errors.ts'
import type { Skill } from '../../core/skill.ts'
import { wrapDescription } from './voyager-description.ts'
import { codeFileName } from './voyager-layout.ts'

/**
 * Writes skills in Voyager's layout: `code/` with every version, `description/` and `skills.json` with the newest ones.
 * Its vector database is not part of it: Voyager makes one of the descriptions. The folder appears whole or not at all.
 *
 * @param folder must not exist, or be empty. Throws an InputError otherwise.
 */
export function writeVoyagerLibrary(folder: string, skills: readonly Skill[]): void {
  const target = resolve(folder)
  if (existsSync(target) && readdirSync(target).length > 0) {
    throw new InputError(`Cannot export to "${folder}": it is not empty. Name a new folder.`)
  }
  try {
    mkdirSync(dirname(target), { recursive: true })
    const aside = mkdtempSync(join(dirname(target), `.${basename(target)}-`))
    try {
      writeFiles(aside, skills)
      rmSync(target, { recursive: true, force: true })
      renameSync(aside, target)
    } finally {
      rmSync(aside, { recursive: true, force: true })
    }
  } catch (error) {
    throw new InfrastructureError(
      `Cannot write the library "${folder}": ${errorMessage(error)}. Check that the disk has space and that you may write there.`,
      { cause: error },
    )
  }
}

function writeFiles(folder: string, skills: readonly Skill[]): void {
  const newest = new Map<string, Skill>()
  mkdirSync(join(folder, 'code'))
  mkdirSync(join(folder, 'description'))
  for (const skill of skills.toSorted((a, b) => a.version - b.version)) {
    newest.set(skill.name, skill)
    writeFileSync(join(folder, 'code', codeFileName(skill.name, skill.version)), skill.source)
  }
  const described = [...newest.values()].map(({ name, source, description }) => ({
    name,
    code: source,
    description: wrapDescription(name, description),
  }))
  for (const { name, description } of described) {
    writeFileSync(join(folder, 'description', `${name}.txt`), description)
  }
  const listed = Object.fromEntries(described.map(({ name, ...rest }) => [name, rest]))
  writeFileSync(join(folder, 'skills.json'), `${JSON.stringify(listed, null, 2)}\n`)
}
