import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { InfrastructureError, InputError } from '../../../src/core/errors.ts'
import { MemoryDatabase } from '../../../src/memory/memory-database.ts'
import { encodeVector } from '../../../src/memory/recall/vector-codes.ts'
import { SqliteMemory } from '../../../src/memory/sqlite-memory.ts'
import { SqliteVectors } from '../../../src/memory/vector-cache.ts'
import { exampleSkill } from '../../support/examples.ts'
import { contentsOf, exampleBelief, exampleEpisode } from '../../support/memory-examples.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kithcraft-sqlite-'))
  path = join(folder, 'Ada.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('SqliteMemory keeps everything when it is closed and opened again', () => {
  const before = filled()
  const contents = contentsOf(before)
  before.close()
  const after = new SqliteMemory(path)
  expect(contentsOf(after)).toEqual(contents)
  expect(after.facts.search('stone', 5)).toHaveLength(1)
  after.close()
})

test('SqliteMemory uses write-ahead mode, so that readers do not stop the agent', () => {
  const memory = filled()
  const reader = new DatabaseSync(path, { readOnly: true })
  expect(reader.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
  reader.exec('BEGIN; SELECT * FROM beliefs')
  memory.apply(8, [{ type: 'belief-set', belief: exampleBelief({ sentence: 'new' }) }])
  expect(memory.sequence()).toBe(8)
  reader.close()
  memory.close()
})

test('SqliteMemory takes over a file of the first format, and counts the beliefs that it has issued', () => {
  filled().close()
  const old = new DatabaseSync(path)
  old.exec(
    'ALTER TABLE memory_state DROP COLUMN issued; DROP TABLE vectors; UPDATE memory_state SET schema_version = 1',
  )
  old.close()
  const memory = new SqliteMemory(path)
  expect([memory.facts.issued(), memory.sequence(), memory.skills.all().length]).toEqual([1, 7, 1])
  memory.close()
})

test('SqliteVectors gives the vectors of one model and not those of another, for few texts and for many', () => {
  const database = new MemoryDatabase(path)
  const vectors = new SqliteVectors(database)
  const [one, other] = [Float32Array.of(1, 0), Float32Array.of(0, 1)].map(encodeVector)
  if (one !== undefined) vectors.keep('one', new Map([['text', one]]))
  if (other !== undefined) vectors.keep('other', new Map([['another', other]]))
  const many = Array.from({ length: 1001 }, (_, number) => `text ${number}`)
  for (const texts of [
    ['text', 'another'],
    ['text', 'another', ...many],
  ]) {
    expect([...vectors.find('one', texts)].map(([text, { bytes }]) => [text, [...bytes]])).toEqual([
      ['text', [127, 0]],
    ])
  }
  database.close()
})

test('SqliteMemory creates the folder that its file lies in', () => {
  new SqliteMemory(join(folder, 'deep', 'down', 'Ada.db')).close()
})

test.each([
  [
    'a file that is no database',
    () => writeFileSync(path, 'not a database at all, but long enough to be read'),
  ],
  ['a file with damaged pages', () => damagePages()],
  ['a record that is not JSON', () => change("UPDATE beliefs SET record = '{'")],
  ['a record of the wrong shape', () => change("UPDATE beliefs SET record = '{}'")],
  ['a database of another program', () => new DatabaseSync(path).exec('CREATE TABLE bookmarks (url TEXT)')],
  ['a memory of a later format', () => change('UPDATE memory_state SET schema_version = 99')],
])('SqliteMemory names file and fix for %s', (_what, damage) => {
  damage()
  const use = () => {
    const memory = new SqliteMemory(path)
    try {
      memory.facts.all()
    } finally {
      memory.close()
    }
  }
  expect(use).toThrow(InputError)
  expect(use).toThrow(`"${path}"`)
  expect(use).toThrow("rebuilt from the run's journal")
})

test('SqliteMemory says so when another process holds its file', () => {
  filled().close()
  const other = new DatabaseSync(path)
  other.exec('BEGIN EXCLUSIVE')
  const memory = new SqliteMemory(path)
  const apply = () => memory.apply(9, [{ type: 'belief-set', belief: exampleBelief() }])
  expect(apply).toThrow(InfrastructureError)
  expect(apply).toThrow(/"[^"]*Ada.db": database is locked/)
  other.close()
  apply()
  expect(memory.sequence()).toBe(9)
  memory.close()
})

function filled(): SqliteMemory {
  const memory = new SqliteMemory(path)
  memory.apply(7, [
    { type: 'belief-set', belief: exampleBelief() },
    { type: 'episode-added', episode: exampleEpisode() },
    { type: 'skill-set', skill: exampleSkill() },
  ])
  return memory
}

function change(sql: string): void {
  filled().close()
  const database = new DatabaseSync(path)
  database.exec(sql)
  database.close()
}

/** Overwrites all but the first page, which tells what kind of file it is. */
function damagePages(): void {
  filled().close()
  const bytes = readFileSync(path)
  bytes.fill(0xa5, 4096)
  writeFileSync(path, bytes)
}
