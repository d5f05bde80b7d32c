import type { SkillLibrary } from '../core/memory.ts'
import type { MemoryChange } from '../core/memory-change.ts'
import type { Skill } from '../core/skill.ts'

/** The skills of another library. */
export interface SkillSource {
  /** All versions that it holds, as `SkillFolder.load` gives them. */
  readonly skills: readonly Skill[]
  /** What to name as their author: the other run, or `seed`. */
  readonly origin: string
}

/**
 * The changes that bring the skills of other libraries into one, the first source first: each skill that can be used, with
 * all that it calls. A skill whose source the library has already is left out. Where the library has another source
 * under the same name and version, the newcomer gets the next free version, and calls to it are pinned to that one.
 */
export function importLibraries(sources: readonly SkillSource[], library: SkillLibrary): MemoryChange[] {
  const changes: MemoryChange[] = []
  for (const source of sources) {
    const importer = new Importer(source, library, changes)
    for (const skill of source.skills) if (skill.status !== 'retired') importer.take(skill)
  }
  return changes
}

/** The same for a single source. */
export function importSkills(
  skills: readonly Skill[],
  library: SkillLibrary,
  origin: string,
): MemoryChange[] {
  return importLibraries([{ skills, origin }], library)
}

class Importer {
  readonly #source: SkillSource
  readonly #library: SkillLibrary
  /** What is brought in so far, by other importers too. Each skill that is taken is added. */
  readonly #changes: MemoryChange[]
  /** New version by `name@version` of the source; also set while a skill's own calls are taken. */
  readonly #versions = new Map<string, number>()

  constructor(source: SkillSource, library: SkillLibrary, changes: MemoryChange[]) {
    this.#source = source
    this.#library = library
    this.#changes = changes
  }

  /** Takes the skill after all that it calls, and returns the version that it has in the library. */
  take(skill: Skill): number {
    const key = `${skill.name}@${skill.version}`
    const taken = this.#versions.get(key)
    if (taken !== undefined) return taken
    const version = this.#versionFor(skill)
    this.#versions.set(key, version)
    const calls = skill.calls.map((call) => ({ name: call.name, version: this.#takeCalled(call) }))
    if (this.#codeOf(skill.name, version) !== skill.source) {
      const provenance = { ...skill.provenance, author: this.#source.origin }
      this.#changes.push({ type: 'skill-set', skill: { ...skill, version, calls, provenance } })
    }
    return version
  }

  #takeCalled(call: Skill['calls'][number]): number {
    const called = this.#source.skills.find(
      (skill) => skill.name === call.name && skill.version === call.version,
    )
    return called === undefined ? call.version : this.take(called)
  }

  /** A version that holds the same code; else its own where that is free, or the next one above that is. */
  #versionFor(skill: Skill): number {
    const newest = this.#library.find(skill.name)?.version ?? 0
    for (let version = 1; version <= newest; version++) {
      if (this.#codeOf(skill.name, version) === skill.source) return version
    }
    let version = skill.version
    while (![null, skill.source].includes(this.#codeOf(skill.name, version))) version++
    return version
  }

  #codeOf(name: string, version: number): string | null {
    for (const change of this.#changes) {
      if (change.type !== 'skill-set') continue
      if (change.skill.name === name && change.skill.version === version) return change.skill.source
    }
    return this.#library.find(name, version)?.source ?? null
  }
}
