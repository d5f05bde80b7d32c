import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type JournalEntry, journalEntrySchema } from '../../../src/core/journal.ts'
import { packageRoot } from '../../../src/core/package-root.ts'
import { firstDifference } from '../../../src/record/journal-diff.ts'
import { runProcess } from '../../support/run-process.ts'

const PRINTER = fileURLToPath(new URL('../../support/print-journal.ts', import.meta.url))

test('a seed determines the journal: fresh processes write the same one, another seed another one', {
  timeout: 180_000,
}, async () => {
  const [first, again, other] = await Promise.all([journalOf(3), journalOf(3), journalOf(4)])
  expect(first.length).toBeGreaterThan(50)
  expect(firstDifference(first, again)).toBeNull()
  expect(firstDifference(first, other)).not.toBeNull()
})

/** The journal of a two-agent team in a process of its own. */
async function journalOf(seed: number): Promise<readonly JournalEntry[]> {
  const agents = [
    { name: 'Ada', knowledge: 'expert' },
    { name: 'Ben', knowledge: 'novice' },
  ]
  const team = JSON.stringify({ world: 'plains', seed, goal: 'have 1 stone_pickaxe', agents })
  const { stdout, stderr } = await runProcess(process.execPath, [PRINTER, team], packageRoot())
  const lines = stdout.split('\n').filter((line) => line !== '')
  if (lines.length === 0) throw new Error(`The run printed nothing: ${stderr}`)
  return lines.map((line) => journalEntrySchema.parse(JSON.parse(line)))
}
