import type { SkillLibrary } from '../core/memory.ts'
import { isSeed, type Skill } from '../core/skill.ts'

/**
 * A library as it is seen without procedural memory: nothing that was learned or brought along, by whomever, only what
 * every agent is shipped with.
 */
export function seedsOnly(library: SkillLibrary): SkillLibrary {
  const seeds = (skills: readonly Skill[]) => skills.filter(isSeed)
  return {
    usable: () => seeds(library.usable()),
    find: (name, version) => {
      const found = library.find(name, version)
      return found !== null && isSeed(found) ? found : null
    },
    search: (query, limit) => seeds(library.search(query, library.usable().length)).slice(0, limit),
    reaching: (goal) => seeds(library.reaching(goal)),
  }
}
