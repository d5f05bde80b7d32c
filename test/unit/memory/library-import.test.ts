import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { matchPostcondition } from '../../../src/core/goal-matching.ts'
import type { Skill } from '../../../src/core/skill.ts'
import { importLibraries, importSkills } from '../../../src/memory/library-import.ts'
import { SkillFolder } from '../../../src/memory/skill-folder.ts'
import { SqliteMemory } from '../../../src/memory/sqlite-memory.ts'
import { VolatileMemory } from '../../../src/memory/volatile-memory.ts'
import { exampleSkill } from '../../support/examples.ts'

test('importSkills() brings usable skills with all that they call, and names where they come from', () => {
  const dig = exampleSkill({ name: 'dig', version: 1, status: 'retired', source: 'v1' })
  const build = exampleSkill({ name: 'build', source: 'b', calls: [{ name: 'dig', version: 1 }] })
  const unused = exampleSkill({ name: 'unused', status: 'retired' })
  const memory = imported(libraryWith(), [build, dig, unused])
  expect(memory.skills.find('dig', 1)).toMatchObject({ status: 'retired', provenance: { author: 'run-1' } })
  expect(memory.skills.find('build')).toMatchObject({ calls: [{ name: 'dig', version: 1 }], source: 'b' })
  expect(memory.skills.find('unused')).toBeNull()
})

test('importSkills() changes nothing the second time', () => {
  const skills = [
    exampleSkill({ name: 'dig' }),
    exampleSkill({ name: 'build', calls: [{ name: 'dig', version: 1 }] }),
  ]
  const memory = imported(libraryWith(), skills)
  expect(importSkills(skills, memory.skills, 'run-1')).toEqual([])
})

test('importSkills() gives a newcomer the next free version and pins its callers to that', () => {
  const own = exampleSkill({ name: 'dig', source: 'own' })
  const foreign = exampleSkill({ name: 'dig', source: 'foreign' })
  const caller = exampleSkill({ name: 'build', calls: [{ name: 'dig', version: 1 }] })
  const memory = imported(libraryWith(own), [caller, foreign])
  expect(memory.skills.find('dig', 1)).toEqual(own)
  expect(memory.skills.find('dig', 2)).toMatchObject({ source: 'foreign' })
  expect(memory.skills.find('build')?.calls).toEqual([{ name: 'dig', version: 2 }])
})

test('importSkills() uses the version that the library has of the same source', () => {
  const memory = imported(
    libraryWith(
      exampleSkill({ name: 'dig', version: 3, source: 'same' }),
      exampleSkill({ name: 'dig', version: 4 }),
    ),
    [
      exampleSkill({ name: 'dig', version: 1, source: 'same' }),
      exampleSkill({ name: 'build', calls: [{ name: 'dig', version: 1 }] }),
    ],
  )
  expect(memory.skills.find('build')?.calls).toEqual([{ name: 'dig', version: 3 }])
  expect(memory.skills.find('dig', 1)).toBeNull()
})

test('importSkills() keeps apart two versions of one skill that are both needed', () => {
  const own = exampleSkill({ name: 'dig', source: 'own' })
  const memory = imported(libraryWith(own), [
    exampleSkill({ name: 'dig', version: 1, source: 'old' }),
    exampleSkill({ name: 'dig', version: 2, source: 'new' }),
    exampleSkill({ name: 'build', calls: [{ name: 'dig', version: 1 }] }),
  ])
  const sources = [1, 2, 3].map((version) => memory.skills.find('dig', version)?.source)
  expect([...sources].sort()).toEqual(['new', 'old', 'own'])
  const pinned = memory.skills.find('build')?.calls[0]
  expect(memory.skills.find('dig', pinned?.version)?.source).toBe('old')
})

test('importLibraries() keeps the code of two sources apart that give one name to different skills', () => {
  const memory = libraryWith()
  const seed = { origin: 'seed', skills: [exampleSkill({ name: 'dig', source: 'seed code' })] }
  const earlier = {
    origin: 'run-1',
    skills: [exampleSkill({ name: 'dig', source: 'seed code' }), exampleSkill({ name: 'cut' })],
  }
  const other = { origin: 'run-2', skills: [exampleSkill({ name: 'dig', source: 'other code' })] }
  memory.apply(1, importLibraries([seed, earlier, other], memory.skills))
  expect(memory.skills.find('dig', 1)).toMatchObject({ source: 'seed code', provenance: { author: 'seed' } })
  expect(memory.skills.find('dig', 2)).toMatchObject({
    source: 'other code',
    provenance: { author: 'run-2' },
  })
  expect(memory.skills.find('cut')).toMatchObject({ version: 1, provenance: { author: 'run-1' } })
})

test('a run finds the skills of an earlier one, brought over as a folder of files, when it has the goal again', () => {
  const path = mkdtempSync(join(tmpdir(), 'kithcraft-library-'))
  const folder = new SkillFolder(path)
  folder.follow([
    { type: 'skill-set', skill: exampleSkill({ name: 'findClay' }) },
    { type: 'skill-set', skill: exampleSkill({ calls: [{ name: 'findClay', version: 1 }] }) },
  ])
  const memory = new SqliteMemory(join(path, 'Ben.db'))
  memory.apply(0, importSkills(folder.load(), memory.skills, 'run-1'))
  const goal = { type: 'have', item: 'clay_ball', count: 5 } as const
  const names = memory.skills.reaching(goal).map((skill) => skill.name)
  expect(names).toEqual(['findClay', 'obtainClay'])
  const skill = memory.skills.find('obtainClay')
  expect(skill && matchPostcondition(skill, goal)).toEqual([5])
  expect(memory.skills.search('dig some clay', 1)).toHaveLength(1)
  memory.close()
  rmSync(path, { recursive: true })
})

test('importSkills() keeps skills that call each other in a circle, and calls to skills that are not there', () => {
  const memory = imported(libraryWith(), [
    exampleSkill({ name: 'a', calls: [{ name: 'b', version: 1 }] }),
    exampleSkill({
      name: 'b',
      calls: [
        { name: 'a', version: 1 },
        { name: 'lost', version: 7 },
      ],
    }),
  ])
  expect(memory.skills.find('b')?.calls).toEqual([
    { name: 'a', version: 1 },
    { name: 'lost', version: 7 },
  ])
})

function libraryWith(...skills: readonly Skill[]): VolatileMemory {
  const memory = new VolatileMemory()
  memory.apply(
    0,
    skills.map((skill) => ({ type: 'skill-set', skill })),
  )
  return memory
}

function imported(memory: VolatileMemory, skills: readonly Skill[]): VolatileMemory {
  memory.apply(1, importSkills(skills, memory.skills, 'run-1'))
  return memory
}
