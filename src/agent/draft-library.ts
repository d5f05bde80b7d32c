import type { SkillLibrary } from '../core/memory.ts'
import type { Skill } from '../core/skill.ts'

/** A library with the skills that a step has changed and not yet committed. Searches see the committed skills. */
export class DraftLibrary implements SkillLibrary {
  readonly #committed: SkillLibrary
  readonly #changed = new Map<string, Skill>()

  constructor(committed: SkillLibrary) {
    this.#committed = committed
  }

  set(skill: Skill): void {
    this.#changed.set(keyOf(skill), skill)
  }

  find(name: string, version?: number): Skill | null {
    const found = version === undefined ? this.#newest(name) : this.#committed.find(name, version)
    const key = keyOf({ name, version: version ?? found?.version ?? 0 })
    return this.#changed.get(key) ?? found
  }

  usable(): readonly Skill[] {
    return this.#committed.usable()
  }

  search(query: string, limit: number): readonly Skill[] {
    return this.#committed.search(query, limit)
  }

  reaching(goal: Parameters<SkillLibrary['reaching']>[0]): readonly Skill[] {
    return this.#committed.reaching(goal)
  }

  #newest(name: string): Skill | null {
    const changed = [...this.#changed.values()].filter((skill) => skill.name === name)
    const candidates = [this.#committed.find(name), ...changed].filter((skill) => skill !== null)
    return candidates.sort((a, b) => b.version - a.version)[0] ?? null
  }
}

function keyOf({ name, version }: Pick<Skill, 'name' | 'version'>): string {
  return `${name} ${version}`
}
