import { expect, test } from 'vitest'
import type { Skill } from '../../../src/core/skill.ts'
import { skillDepth } from '../../../src/record/skill-depth.ts'
import { exampleSkill } from '../../support/examples.ts'

test('skillDepth() is 1 for a skill that calls no other, and one more than the deepest that it calls', () => {
  const library = libraryOf({ log: [], plank: ['log'], stick: ['plank'], pickaxe: ['log', 'stick'] })
  const depths = [...library.values()].map((skill) => [skill.name, skillDepth(skill, library)])
  expect(Object.fromEntries(depths)).toEqual({ log: 1, plank: 2, stick: 3, pickaxe: 4 })
})

test('skillDepth() ends where skills call each other in a circle or are not there', () => {
  const library = libraryOf({ a: ['b'], b: ['a'], c: ['lost'] })
  expect([...library.values()].map((skill) => skillDepth(skill, library))).toEqual([3, 3, 2])
})

function libraryOf(calls: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, Skill> {
  const skills = Object.entries(calls).map(([name, called]) =>
    exampleSkill({ name, calls: called.map((other) => ({ name: other, version: 1 })) }),
  )
  return new Map(skills.map((skill) => [`${skill.name}@${skill.version}`, skill]))
}
