import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openFileJournal } from '../../src/record/file-journal.ts'
import { VolatileJournal } from '../../src/record/volatile-journal.ts'
import { describeJournal } from './journal.ts'

const folder = mkdtempSync(join(tmpdir(), 'kithcraft-journal-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
describeJournal('FileJournal', () => openFileJournal(join(folder, `${files++}.jsonl`)))
describeJournal('VolatileJournal', () => new VolatileJournal())
