import type { Authored } from '../../core/brain.ts'
import type { Goal } from '../../core/goal.ts'
import { matchPostcondition } from '../../core/goal-matching.ts'
import type { Json } from '../../core/json.ts'
import type { SkillLibrary } from '../../core/memory.ts'
import type { Skill } from '../../core/skill.ts'

export interface FoundSkill {
  readonly skill: Skill
  readonly arguments: readonly Json[]
}

/**
 * The usable skill that promises the goal and has kept its promises best; null when there is none.
 *
 * @param excluded names of skills that are not to be trusted now
 */
export function findSkill(
  library: SkillLibrary,
  goal: Goal,
  excluded: ReadonlySet<string>,
): FoundSkill | null {
  const found = library
    .usable()
    .filter((skill) => !excluded.has(skill.name) && isGeneralEnough(skill, goal))
    .flatMap((skill) => {
      const values = matchPostcondition(skill, goal)
      return values === null ? [] : [{ skill, arguments: values }]
    })
    .sort((a, b) => rank(b.skill) - rank(a.skill) || (a.skill.name < b.skill.name ? -1 : 1))
  return found[0] ?? null
}

/** A library skill as what an author answers with. */
export function reuse({ skill, arguments: values }: FoundSkill): Authored {
  const { name, version, description, parameters, precondition, postcondition, source } = skill
  const calls = skill.calls.map((call) => call.name)
  return {
    type: 'skill',
    draft: { name, description, parameters, precondition, postcondition, source, calls },
    arguments: values,
    reused: { name, version },
    dependsOn: [],
  }
}

/** For any log, a skill that knows only one tree is not what is wanted; one that knows most of them is. */
function isGeneralEnough({ postcondition }: Skill, goal: Goal): boolean {
  const choices = goal.type === 'any-of' ? goal.goals.length : 1
  const known = postcondition?.type === 'any-of' ? postcondition.goals.length : 1
  return known * 2 >= choices
}

/** Verified before provisional, then by success rate with one success and one failure added. */
function rank({ status, statistics }: Skill): number {
  return (status === 'verified' ? 1 : 0) + (statistics.successes + 1) / (statistics.runs + 2)
}
