import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { SqliteMemory } from '../../src/memory/sqlite-memory.ts'
import { VolatileMemory } from '../../src/memory/volatile-memory.ts'
import { describeMemory } from './memory.ts'

const folder = mkdtempSync(join(tmpdir(), 'kithcraft-memory-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
describeMemory('SqliteMemory', (meaning) => new SqliteMemory(join(folder, `${files++}.db`), meaning))
describeMemory('VolatileMemory', (meaning) => new VolatileMemory(meaning))
