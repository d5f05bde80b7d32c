import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { InfrastructureError, InputError } from '../../../src/core/errors.ts'
import {
  createRunDirectory,
  firstMissingFolder,
  latestRunDirectory,
  newRunPath,
  openRunDirectory,
  removeRunDirectory,
} from '../../../src/record/run-directory.ts'

const DATE = new Date('2026-11-21T06:05:33.999Z')

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kithcraft-runs-'))
})
afterEach(() => rmSync(root, { recursive: true }))

test('createRunDirectory() lays out a new run, also in an empty folder that is there', () => {
  mkdirSync(join(root, 'run'))
  const directory = createRunDirectory(join(root, 'run'))
  expect(readdirSync(directory.path).sort()).toEqual(['memory', 'recordings', 'skills'])
  expect(directory).toMatchObject({ name: 'run', journal: join(root, 'run', 'journal.jsonl') })
  expect(directory.memory('Ada')).toBe(join(root, 'run', 'memory', 'Ada.db'))
  expect(directory.skills('Ada')).toBe(join(root, 'run', 'skills', 'Ada'))
})

test('createRunDirectory() never starts a run where something lies', () => {
  writeFileSync(join(root, 'file'), '')
  for (const path of [root, join(root, 'file')]) {
    expect(() => createRunDirectory(path)).toThrow(InputError)
    expect(() => createRunDirectory(path)).toThrow(`"${path}"`)
  }
  expect(() => createRunDirectory(join(root, 'file', 'run'))).toThrow(InfrastructureError)
})

test('createRunDirectory() says what lies there', () => {
  writeFileSync(join(root, 'file'), '')
  expect(() => createRunDirectory(join(root, 'file'))).toThrow('it is a file')
  expect(() => createRunDirectory(root)).toThrow('other files lie in that folder')
  createRunDirectory(join(root, 'run'))
  expect(() => createRunDirectory(join(root, 'run'))).toThrow('a run whose "journal.jsonl" is missing')
})

test.runIf(existsSync('/proc/self'))('createRunDirectory() gives up where no folder can be made', () => {
  expect(() => createRunDirectory('/proc/kithcraft/run')).toThrow(InfrastructureError)
})

test('removeRunDirectory() leaves what was there before', () => {
  const path = join(root, 'run')
  const missing = firstMissingFolder(path)
  removeRunDirectory(createRunDirectory(path), missing)
  expect(existsSync(path)).toBe(false)
  mkdirSync(path)
  removeRunDirectory(createRunDirectory(path), firstMissingFolder(path))
  expect(readdirSync(path)).toEqual([])
})

test('removeRunDirectory() takes the folders with it that were created for the run, unless others use them', () => {
  const path = join(root, 'new', 'runs', 'run')
  const created = firstMissingFolder(path)
  expect(created).toBe(join(root, 'new'))
  removeRunDirectory(createRunDirectory(path), created)
  expect(existsSync(join(root, 'new'))).toBe(false)

  const other = join(root, 'new', 'other')
  const run = createRunDirectory(path)
  createRunDirectory(other)
  removeRunDirectory(run, created)
  expect(readdirSync(join(root, 'new'))).toEqual(['other'])
})

test('newRunPath() names a run after its moment and what it is about, and never twice', () => {
  const first = newRunPath(root, DATE, 'Stone age: ../two agents!')
  expect(first).toBe(join(root, '2026-11-21-06-05-33-stone-age-two-agents'))
  createRunDirectory(first)
  const second = newRunPath(root, DATE, 'Stone age: ../two agents!')
  expect(second).toBe(`${first}-2`)
  expect(basename(newRunPath(root, DATE, 'x'.repeat(500))).length).toBeLessThan(70)
})

test('openRunDirectory() says what is missing', () => {
  mkdirSync(join(root, 'empty'))
  mkdirSync(join(root, 'odd', 'journal.jsonl'), { recursive: true })
  writeFileSync(join(root, 'file'), '')
  const reasons = {
    none: 'no such folder',
    file: 'it is a file',
    empty: 'no "journal.jsonl"',
    odd: 'is not a file',
  }
  for (const [name, reason] of Object.entries(reasons)) {
    expect(() => openRunDirectory(join(root, name))).toThrow(InputError)
    expect(() => openRunDirectory(join(root, name))).toThrow(reason)
  }
})

test('latestRunDirectory() is the run that started last, whatever else lies there', () => {
  expect(latestRunDirectory(join(root, 'none'))).toBeNull()
  expect(latestRunDirectory(root)).toBeNull()
  for (const name of ['2026-11-20-a', '2026-11-21-a', '2026-11-21-a-2', '2026-11-21-a-10']) {
    writeFileSync(createRunDirectory(join(root, name)).journal, '')
  }
  createRunDirectory(join(root, '2026-11-22-without-journal'))
  writeFileSync(join(root, 'zzz.txt'), '')
  expect(latestRunDirectory(root)?.name).toBe('2026-11-21-a-10')
})
