import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type JournalEntry, journalEntrySchema } from '../../../src/core/journal.ts'
import { packageRoot } from '../../../src/core/package-root.ts'
import { firstDifference } from '../../../src/record/journal-diff.ts'
import { runProcess } from '../../support/run-process.ts'

const PRINTER = fileURLToPath(new URL('../../support/print-journal.ts', import.meta.url))

test('a seed determines what a team of three that is free to choose tells for 20 minutes of game time', {
  timeout: 600_000,
}, async () => {
  const team = {
    seed: 4,
    limits: { minutes: 20 },
    thinking: { ticks: 300 },
    agents: [expert, novice('Ben'), novice('Cid')],
  }
  const [first, again] = await Promise.all([journalOf(team), journalOf(team)])
  expect(first.at(-1)?.tick).toBeGreaterThanOrEqual(20 * 60 * 20)
  expect(new Set(first.map((entry) => entry.agent)).size).toBeGreaterThanOrEqual(3)
  expect(first.filter(({ event }) => event.type === 'attempt-ended').length).toBeGreaterThan(15)
  expect(first.filter(({ event }) => event.type === 'message-sent').length).toBeGreaterThan(15)
  expect(firstDifference(first, again)).toBeNull()
})

const expert = { name: 'Ada', knowledge: 'expert' }

function novice(name: string) {
  return { name, knowledge: 'novice' }
}

/** The journal of a team in a process of its own. */
async function journalOf(team: object): Promise<readonly JournalEntry[]> {
  const text = JSON.stringify({ world: 'plains', ...team })
  const { stdout, stderr } = await runProcess(process.execPath, [PRINTER, text], packageRoot())
  const lines = stdout.split('\n').filter((line) => line !== '')
  if (lines.length === 0) throw new Error(`The run printed nothing: ${stderr}`)
  return lines.map((line) => journalEntrySchema.parse(JSON.parse(line)))
}
