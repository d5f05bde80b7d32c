import type { Goal } from '../core/goal.ts'
import { matchPostcondition } from '../core/goal-matching.ts'
import type { Skill } from '../core/skill.ts'

/** The skills that promise to reach the goal: verified ones first, then those that succeed more often, then by name. */
export function skillsReaching(skills: readonly Skill[], goal: Goal): readonly Skill[] {
  return skills.filter((skill) => matchPostcondition(skill, goal) !== null).sort(byTrust)
}

function byTrust(a: Skill, b: Skill): number {
  return (
    Number(b.status === 'verified') - Number(a.status === 'verified') ||
    successRate(b) - successRate(a) ||
    (a.name < b.name ? -1 : 1)
  )
}

function successRate({ statistics: { runs, successes } }: Skill): number {
  return runs === 0 ? 0 : successes / runs
}
