import type { Skill } from '../core/skill.ts'

/**
 * How deep skills are composed in the skill: 1 when it calls no other, else one more than the deepest that it calls.
 * A called version that the library lacks counts as one that calls no other.
 *
 * @param library all versions, by `name@version`
 */
export function skillDepth(skill: Skill, library: ReadonlyMap<string, Skill>): number {
  return depth(skill, library, new Set())
}

/** `above` are the skills on the way down, so that a circle ends. */
function depth(skill: Skill, library: ReadonlyMap<string, Skill>, above: ReadonlySet<string>): number {
  const path = new Set(above).add(`${skill.name}@${skill.version}`)
  const depths = skill.calls.map(({ name, version }) => {
    const key = `${name}@${version}`
    const called = library.get(key)
    return called === undefined || path.has(key) ? 1 : depth(called, library, path)
  })
  return 1 + Math.max(0, ...depths)
}
