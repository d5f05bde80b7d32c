import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { JournalEntry } from '../../../src/core/journal.ts'
import { createRandom } from '../../../src/core/random.ts'
import { openMemory, replayCommits } from '../../../src/memory/rebuild.ts'
import { SqliteMemory } from '../../../src/memory/sqlite-memory.ts'
import { VolatileMemory } from '../../../src/memory/volatile-memory.ts'
import { openFileJournal } from '../../../src/record/file-journal.ts'
import { createRunDirectory, type RunDirectory } from '../../../src/record/run-directory.ts'
import { contentsOf } from '../../support/memory-examples.ts'

const KILLS = 15
const COMMIT_LOOP = fileURLToPath(new URL('../../support/commit-loop.ts', import.meta.url))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kithcraft-kill-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('journal and memory open after a kill at any moment, and agree up to the last committed step', {
  timeout: 240_000,
}, async () => {
  const directory = createRunDirectory(join(folder, 'run'))
  const random = createRandom('kills')
  for (let kill = 0; kill < KILLS; kill++) {
    const committed = await killAfter(1 + random.below(40), directory)
    const entries = readBack(directory)
    expect(entries.length).toBeGreaterThanOrEqual(committed)
    expect(entries.map(({ event }) => event.type === 'step-committed' && event.step)).toEqual(
      entries.map((_, index) => index + 1),
    )
    expectFileAsItWasCommitted(directory, entries, committed)
    const { memory, rebuilt } = openMemory(directory.memory('Ada'), 'Ada', () => entries)
    expect(rebuilt).toBe(false)
    expect(contentsOf(memory)).toEqual(contentsOf(memoryOf(entries)))
    memory.close()
  }
})

/** Runs the commit loop until it has said `count` times that a step is committed, and returns the last such step. */
async function killAfter(count: number, directory: RunDirectory): Promise<number> {
  const loop = spawn(process.execPath, [COMMIT_LOOP, directory.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(loop, 'exit')
  let seen = 0
  let last = 0
  for await (const line of createInterface({ input: loop.stdout })) {
    last = Number(line)
    seen++
    if (seen === count) loop.kill('SIGKILL')
  }
  expect((await exited)[1]).toBe('SIGKILL')
  expect(seen).toBeGreaterThanOrEqual(count)
  return last
}

/** The file by itself: all that was said to be committed, nothing that the journal does not know, and no half step. */
function expectFileAsItWasCommitted(
  directory: RunDirectory,
  entries: readonly JournalEntry[],
  committed: number,
): void {
  const memory = new SqliteMemory(directory.memory('Ada'))
  const applied = entries.filter(({ sequence }) => sequence <= memory.sequence())
  expect(applied.length).toBeGreaterThanOrEqual(committed)
  expect(memory.sequence()).toBeLessThan(entries.length)
  expect(contentsOf(memory)).toEqual(contentsOf(memoryOf(applied)))
  memory.close()
}

function readBack(directory: RunDirectory): readonly JournalEntry[] {
  const journal = openFileJournal(directory.journal)
  const entries = [...journal.entries()]
  journal.close()
  return entries
}

function memoryOf(entries: readonly JournalEntry[]): VolatileMemory {
  const memory = new VolatileMemory()
  replayCommits(memory, 'Ada', entries)
  return memory
}
