import type { Goal } from '../core/goal.ts'
import type { SkillLibrary } from '../core/memory.ts'
import type { Skill, SkillStatistics } from '../core/skill.ts'
import { searchByKeywords } from './keyword-search.ts'
import { skillsReaching } from './skills-reaching.ts'

/** The skill library of a VolatileMemory. */
export class VolatileSkills implements SkillLibrary {
  /** By name, then by version. */
  readonly #skills = new Map<string, Map<number, Skill>>()

  usable(): readonly Skill[] {
    const newest = [...this.#skills.values()].map((versions) =>
      newestOf([...versions.values()].filter((skill) => skill.status !== 'retired')),
    )
    return newest.filter((skill) => skill !== null).sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** All versions of all skills, retired ones included, by name, oldest first. */
  all(): readonly Skill[] {
    const byName = [...this.#skills.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
    return byName.flatMap(([, versions]) => [...versions.values()].sort((a, b) => a.version - b.version))
  }

  find(name: string, version?: number): Skill | null {
    const versions = this.#skills.get(name) ?? new Map<number, Skill>()
    return version === undefined ? newestOf([...versions.values()]) : (versions.get(version) ?? null)
  }

  search(query: string, limit: number): readonly Skill[] {
    return searchByKeywords(this.usable(), (skill) => [skill.name, skill.description], query).slice(0, limit)
  }

  reaching(goal: Goal): readonly Skill[] {
    return skillsReaching(this.usable(), goal)
  }

  set(skill: Skill): void {
    const versions = this.#skills.get(skill.name) ?? new Map<number, Skill>()
    this.#skills.set(skill.name, versions.set(skill.version, skill))
  }

  forget(name: string, version: number): void {
    const versions = this.#skills.get(name)
    versions?.delete(version)
    if (versions?.size === 0) this.#skills.delete(name)
  }

  setStatistics(name: string, version: number, statistics: SkillStatistics): void {
    const skill = this.find(name, version)
    if (skill !== null) this.set({ ...skill, statistics })
  }
}

function newestOf(skills: readonly Skill[]): Skill | null {
  return skills.reduce<Skill | null>(
    (newest, skill) => (newest === null || skill.version > newest.version ? skill : newest),
    null,
  )
}
