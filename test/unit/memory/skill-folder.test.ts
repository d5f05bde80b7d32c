import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { InfrastructureError, InputError } from '../../../src/core/errors.ts'
import { SkillFolder } from '../../../src/memory/skill-folder.ts'
import { exampleSkill } from '../../support/examples.ts'

let root = ''
let path = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kithcraft-skills-'))
  path = join(root, 'Ada')
})
afterEach(() => rmSync(root, { recursive: true }))

const first = exampleSkill({ version: 1, source: 'async function obtainClay(bot) {}' })
const second = exampleSkill({ version: 2, source: 'async function obtainClay(bot, count = 1) {}' })

test('save() keeps the newest version under the plain name, and the older ones beside it', () => {
  const folder = new SkillFolder(path)
  folder.save(first)
  expect(readdirSync(path)).toEqual(['obtainClay.js'])
  folder.save(second)
  expect(readdirSync(path).sort()).toEqual(['obtainClay.js', 'obtainClay.v1.js'])
  expect(readFileSync(join(path, 'obtainClay.js'), 'utf8')).toContain(second.source)
  expect(folder.load()).toEqual([first, second])
})

test('save() in any order, and twice, gives the same folder', () => {
  const folder = new SkillFolder(path)
  for (const skill of [second, first, second, first]) folder.save(skill)
  expect(readdirSync(path).sort()).toEqual(['obtainClay.js', 'obtainClay.v1.js'])
  expect(folder.load()).toEqual([first, second])
})

test('follow() shows new skills and new statistics, also of an older version', () => {
  const folder = new SkillFolder(path)
  const statistics = { runs: 5, successes: 4, lastTick: 99 }
  folder.follow([
    { type: 'skill-set', skill: first },
    { type: 'skill-set', skill: second },
    { type: 'skill-statistics-set', name: 'obtainClay', version: 1, statistics },
    { type: 'skill-statistics-set', name: 'unknown', version: 1, statistics },
  ])
  expect(folder.load()).toEqual([{ ...first, statistics }, second])
  expect(readdirSync(path)).toHaveLength(2)
})

test('remove() lets the newest version that is left take the plain name, whatever else the folder holds', () => {
  const folder = new SkillFolder(path, { isView: true })
  const third = { ...second, version: 3 }
  for (const skill of [first, second, third]) folder.save(skill)
  writeFileSync(join(path, 'spoiled.js'), '/*---')
  folder.remove('obtainClay', 2)
  folder.remove('obtainClay', 3)
  expect(readdirSync(path)).toEqual(['obtainClay.js', 'spoiled.js'])
  expect(readFileSync(join(path, 'obtainClay.js'), 'utf8')).toContain(first.source)
  folder.remove('obtainClay', 1)
  folder.remove('obtainClay', 1)
  expect(readdirSync(path)).toEqual(['spoiled.js'])
})

test('catchUp() brings a folder to the end of the journal, and leaves right files alone', () => {
  const folder = new SkillFolder(path)
  folder.save(first)
  const untouched = statSync(join(path, 'obtainClay.js')).ino
  folder.catchUp([[{ type: 'skill-set', skill: first }], []])
  expect(statSync(join(path, 'obtainClay.js')).ino).toBe(untouched)
  const statistics = { runs: 2, successes: 2, lastTick: 9 }
  folder.catchUp([
    [{ type: 'skill-set', skill: first }],
    [
      { type: 'skill-set', skill: second },
      { type: 'skill-statistics-set', name: 'obtainClay', version: 1, statistics },
    ],
  ])
  expect(folder.load()).toEqual([{ ...first, statistics }, second])
})

test('load() leaves out files that a write left unfinished, and files of other kinds', () => {
  const folder = new SkillFolder(path)
  folder.save(first)
  writeFileSync(join(path, 'half.js.part'), '/*---')
  writeFileSync(join(path, 'README.md'), 'Skills.')
  expect(folder.load()).toEqual([first])
})

test('load() counts a version once that lies under both names, as after a crash between two writes', () => {
  const folder = new SkillFolder(path)
  folder.save(first)
  writeFileSync(join(path, 'obtainClay.v1.js'), readFileSync(join(path, 'obtainClay.js')))
  expect(folder.load()).toEqual([first])
})

test('load() names the folder that does not exist and the file that is not a skill', () => {
  expect(() => new SkillFolder(path).load()).toThrow(InputError)
  expect(() => new SkillFolder(path).load()).toThrow(`"${path}"`)
  mkdirSync(path)
  writeFileSync(join(path, 'broken.js'), 'async function broken(bot) {}')
  expect(() => new SkillFolder(path).load()).toThrow(`"${join(path, 'broken.js')}", line 1`)
})

test('save() says what to do where the folder cannot be made', () => {
  writeFileSync(path, 'a file')
  expect(() => new SkillFolder(path).save(first)).toThrow(InfrastructureError)
})

test('a view writes anew what the failure of a machine has spoiled; another folder says what is wrong', () => {
  const view = new SkillFolder(path, { isView: true })
  view.save(first)
  const spoil = () => writeFileSync(join(path, 'obtainClay.js'), '')
  spoil()
  view.catchUp([[{ type: 'skill-set', skill: first }]])
  expect(view.load()).toEqual([first])
  spoil()
  expect(() => new SkillFolder(path).save(first)).toThrow(InputError)
})
