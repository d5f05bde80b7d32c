import type { SkillLibrary } from '../core/memory.ts'
import type { MemoryChange } from '../core/memory-change.ts'
import type { Skill } from '../core/skill.ts'

/**
 * The changes that bring the skills of another run, or seed skills, into a library: each skill that can be used, with all
 * that it calls. A skill whose source the library has already is left out. Where the library has another source under
 * the same name and version, the newcomer gets the next free version, and calls to it are pinned to that one.
 *
 * @param skills all versions that the other library holds, as `SkillFolder.load` gives them
 * @param origin what to name as the author: the other run, or `seed`
 */
export function importSkills(
  skills: readonly Skill[],
  library: SkillLibrary,
  origin: string,
): MemoryChange[] {
  const importer = new Importer(skills, library, origin)
  for (const skill of skills.filter((candidate) => candidate.status !== 'retired')) importer.take(skill)
  return importer.changes
}

class Importer {
  readonly changes: MemoryChange[] = []
  readonly #skills: readonly Skill[]
  readonly #library: SkillLibrary
  readonly #origin: string
  /** New version by `name@version` of the other library; also set while a skill's own calls are taken. */
  readonly #versions = new Map<string, number>()

  constructor(skills: readonly Skill[], library: SkillLibrary, origin: string) {
    this.#skills = skills
    this.#library = library
    this.#origin = origin
  }

  /** Takes the skill after all that it calls, and returns the version that it has in this library. */
  take(skill: Skill): number {
    const key = `${skill.name}@${skill.version}`
    const taken = this.#versions.get(key)
    if (taken !== undefined) return taken
    const version = this.#versionFor(skill)
    this.#versions.set(key, version)
    const calls = skill.calls.map((call) => ({ name: call.name, version: this.#takeCalled(call) }))
    if (this.#sourceOf(skill.name, version) !== skill.source) {
      const provenance = { ...skill.provenance, author: this.#origin }
      this.changes.push({ type: 'skill-set', skill: { ...skill, version, calls, provenance } })
    }
    return version
  }

  #takeCalled(call: Skill['calls'][number]): number {
    const called = this.#skills.find((skill) => skill.name === call.name && skill.version === call.version)
    return called === undefined ? call.version : this.take(called)
  }

  /** Its own version where that is free or holds the same source, else the first version above that does. */
  #versionFor(skill: Skill): number {
    const fits = (version: number) => [null, skill.source].includes(this.#sourceOf(skill.name, version))
    const newest = this.#library.find(skill.name)?.version ?? 0
    for (let version = 1; version <= newest; version++) {
      if (this.#sourceOf(skill.name, version) === skill.source) return version
    }
    let version = skill.version
    while (!fits(version)) version++
    return version
  }

  #sourceOf(name: string, version: number): string | null {
    const change = this.changes.find(
      (candidate) =>
        candidate.type === 'skill-set' &&
        candidate.skill.name === name &&
        candidate.skill.version === version,
    )
    if (change?.type === 'skill-set') return change.skill.source
    return this.#library.find(name, version)?.source ?? null
  }
}
