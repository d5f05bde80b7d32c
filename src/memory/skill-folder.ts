import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { errorMessage, InfrastructureError, InputError } from '../core/errors.ts'
import type { MemoryChange } from '../core/memory-change.ts'
import type { Skill } from '../core/skill.ts'
import { checkFileName, formatSkillFile, parseSkillFile } from './skill-file.ts'
import { VolatileSkills } from './volatile-skills.ts'

/**
 * A folder of skill files: `<name>.js` holds a skill's newest version, `<name>.v<n>.js` the older ones. In a run it is a
 * view of an agent's library for people and other tools; memory and journal never read it back. Every file is written
 * aside and renamed, so that none is ever seen half-written.
 */
export class SkillFolder {
  readonly #path: string
  readonly #isView: boolean

  /**
   * @param isView whether a journal tells all that is in it: then nobody waits for the disk, and a file that a failure of
   *   the machine has spoiled is written anew
   */
  constructor(path: string, { isView = false }: { readonly isView?: boolean } = {}) {
    this.#path = path
    this.#isView = isView
  }

  /**
   * All versions of all skills in the folder, by name, oldest version first. Throws an InputError when the folder does not
   * exist or a file in it is not a skill.
   */
  load(): readonly Skill[] {
    const files = this.#list().filter((file) => file.endsWith('.js') && !file.startsWith('.'))
    const skills = files.map((file) => this.#read(file))
    const byKey = new Map(skills.map((skill) => [`${skill.name} ${skill.version}`, skill]))
    return [...byKey.values()].sort((a, b) =>
      a.name === b.name ? a.version - b.version : a.name < b.name ? -1 : 1,
    )
  }

  /** Shows what the changes made of the library. */
  follow(changes: readonly MemoryChange[]): void {
    for (const change of changes) {
      if (change.type === 'skill-set') this.save(change.skill)
      if (change.type === 'skill-statistics-set') {
        const file = this.#fileOf(change.name, change.version)
        const skill = file === null ? null : this.#present(file)
        if (skill !== null) this.save({ ...skill, statistics: change.statistics })
      }
      if (change.type === 'skill-forgotten') this.remove(change.name, change.version)
    }
  }

  /**
   * Shows what all commits of a journal made of the library, as when a run is resumed: the process that wrote the last
   * one may have ended before it showed it. Files that are right already are not touched.
   */
  catchUp(commits: Iterable<readonly MemoryChange[]>): void {
    const skills = new VolatileSkills()
    const versions = new Map<string, { readonly name: string; readonly version: number }>()
    for (const change of [...commits].flat()) {
      if (change.type === 'skill-statistics-set') {
        skills.setStatistics(change.name, change.version, change.statistics)
      }
      if (change.type === 'skill-forgotten') skills.forget(change.name, change.version)
      if (change.type !== 'skill-set') continue
      const { name, version } = change.skill
      skills.set(change.skill)
      versions.set(`${name}@${version}`, { name, version })
    }
    for (const { name, version } of versions.values()) {
      const skill = skills.find(name, version)
      if (skill !== null) this.save(skill)
      else this.remove(name, version)
    }
  }

  /** Removes the file of that version, if there is one; the newest version left takes the place of the newest. */
  remove(name: string, version: number): void {
    const file = this.#fileOf(name, version)
    if (file === null) return
    rmSync(join(this.#path, file))
    if (file === `${name}.js`) this.#promoteOlder(name)
  }

  #promoteOlder(name: string): void {
    const files = this.#list().filter((file) => file.startsWith(`${name}.v`) && file.endsWith('.js'))
    const older = files.flatMap((file) => this.#present(file) ?? []).sort((a, b) => a.version - b.version)
    const newest = older.at(-1)
    if (newest === undefined) return
    renameSync(join(this.#path, `${name}.v${newest.version}.js`), join(this.#path, `${name}.js`))
  }

  /** Writes the skill's file. Throws an InfrastructureError where the disk refuses. */
  save(skill: Skill): void {
    const main = `${skill.name}.js`
    const present = this.#present(main)
    if (present !== null && present.version > skill.version) {
      this.#write(`${skill.name}.v${skill.version}.js`, skill)
      return
    }
    if (present !== null && present.version < skill.version) {
      this.#write(`${skill.name}.v${present.version}.js`, present)
    }
    this.#write(main, skill)
  }

  #fileOf(name: string, version: number): string | null {
    const files = [`${name}.v${version}.js`, `${name}.js`]
    return files.find((file) => this.#present(file)?.version === version) ?? null
  }

  /** The skill in the file; null where there is none, or in a view none that can be read. */
  #present(file: string): Skill | null {
    if (!existsSync(join(this.#path, file))) return null
    try {
      return this.#read(file)
    } catch (error) {
      if (this.#isView) return null
      throw error
    }
  }

  #list(): readonly string[] {
    try {
      return readdirSync(this.#path).sort()
    } catch (error) {
      throw new InputError(
        `Cannot read the skill folder "${this.#path}": ${errorMessage(error)}. Give the path of a folder that holds ` +
          'skill files, such as "runs/<run>/skills/<agent>".',
        { cause: error },
      )
    }
  }

  #read(file: string): Skill {
    const path = join(this.#path, file)
    const skill = parseSkillFile(readFileSync(path, 'utf8'), path)
    checkFileName(skill, path)
    return skill
  }

  #write(file: string, skill: Skill): void {
    const path = join(this.#path, file)
    const text = formatSkillFile(skill)
    try {
      if (existsSync(path) && readFileSync(path, 'utf8') === text) return
      mkdirSync(this.#path, { recursive: true })
      writeAside(path, text, !this.#isView)
    } catch (error) {
      throw new InfrastructureError(
        `Cannot write the skill file "${path}": ${errorMessage(error)}. Check that the disk has space and that the ` +
          'folder can be written.',
        { cause: error },
      )
    }
  }
}

function writeAside(path: string, text: string, flush: boolean): void {
  const aside = `${path}.part`
  const file = openSync(aside, 'w')
  try {
    writeSync(file, text)
    if (flush) fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(aside, path)
}
