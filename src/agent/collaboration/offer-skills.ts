import type { MindView, Reply } from '../../core/brain.ts'
import type { SkillLibrary } from '../../core/memory.ts'
import type { Message } from '../../core/message.ts'
import { isSeed, type Skill } from '../../core/skill.ts'

/** A message carries so many skills at most, those that are called counted. */
const MOST_SKILLS = 16

/**
 * Adds to an answer about how things are got the skills of one's own that get them: only verified ones, each after those
 * that it calls. Who gets them decides what to make of them.
 */
export function withSkills(view: MindView, heard: Message, reply: Reply): Reply {
  const tells = reply.act === 'tell' || reply.act === 'correct'
  if (heard.act !== 'ask' || !tells || reply.attachment !== undefined) return reply
  const proved = heard.about.flatMap((item) => provedSkill(view.skills, item) ?? [])
  const skills = proved.reduce<readonly Skill[]>((known, skill) => withCallees(skill, view.skills, known), [])
  if (skills.length === 0 || skills.length > MOST_SKILLS) return reply
  return { ...reply, attachment: { type: 'skills', skills: [...skills] } }
}

function provedSkill(library: SkillLibrary, item: string): Skill | null {
  const reaching = library.reaching({ type: 'have', item, count: 1 })
  return reaching.find((skill) => skill.status === 'verified' && !isSeed(skill)) ?? null
}

function withCallees(skill: Skill, library: SkillLibrary, known: readonly Skill[]): readonly Skill[] {
  if (known.some(({ name }) => name === skill.name)) return known
  const callees = skill.calls.flatMap(({ name, version }) => library.find(name, version) ?? [])
  return [...callees.reduce((all, callee) => withCallees(callee, library, all), known), skill]
}
