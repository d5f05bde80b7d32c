import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AgentMemory } from '../../../src/core/memory.ts'
import { openMemory } from '../../../src/memory/rebuild.ts'
import { SqliteMemory } from '../../../src/memory/sqlite-memory.ts'
import { VolatileMemory } from '../../../src/memory/volatile-memory.ts'
import { VolatileJournal } from '../../../src/record/volatile-journal.ts'
import { contentsOf, exampleBelief } from '../../support/memory-examples.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kithcraft-rebuild-'))
  path = join(folder, 'Ada.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('openMemory() builds a file that is not there from the commits of its agent alone', () => {
  const { journal, reference } = journalOf(['Ada', 'Ben', 'Ada'])
  const opened = openMemory(path, 'Ada', () => journal.entries())
  expect([opened.replayed, opened.rebuilt]).toEqual([2, false])
  expectSame(opened.memory, reference('Ada'))
})

test('openMemory() applies only the commits that the file lacks', () => {
  const { journal, reference } = journalOf(['Ada', 'Ada', 'Ben', 'Ada'])
  const behind = new SqliteMemory(path)
  const [first] = [...journal.entries()].filter((entry) => entry.agent === 'Ada')
  if (first?.event.type === 'step-committed') behind.apply(first.sequence, first.event.changes)
  behind.close()
  const opened = openMemory(path, 'Ada', () => journal.entries())
  expect([opened.replayed, opened.rebuilt]).toEqual([2, false])
  expectSame(opened.memory, reference('Ada'))
})

test('openMemory() leaves a file alone that has everything', () => {
  const { journal, reference } = journalOf(['Ada', 'Ada'])
  openMemory(path, 'Ada', () => journal.entries()).memory.close()
  const again = openMemory(path, 'Ada', () => journal.entries())
  expect([again.replayed, again.rebuilt]).toEqual([0, false])
  expectSame(again.memory, reference('Ada'))
})

test.each([
  ['is ahead of the journal', 99],
  ['stands at an entry that is no commit', 1],
  ["stands at another agent's commit", 2],
])('openMemory() rebuilds a file that %s', (_what, sequence) => {
  const { journal, reference } = journalOf(['Ada', 'Ben'])
  const stray = new SqliteMemory(path)
  stray.apply(sequence, [{ type: 'belief-set', belief: exampleBelief({ id: 'stray' }) }])
  stray.close()
  const opened = openMemory(path, 'Ada', () => journal.entries())
  expect([opened.replayed, opened.rebuilt]).toEqual([1, true])
  expectSame(opened.memory, reference('Ada'))
})

test('openMemory() keeps a damaged file and says what to do', () => {
  writeFileSync(path, 'This is no database, although it is as long as one might be.')
  expect(() => openMemory(path, 'Ada', () => [])).toThrow('Delete the file')
})

/** A journal with one commit for each name, and for each agent the memory that should come of it. */
function journalOf(agents: readonly string[]) {
  const journal = new VolatileJournal()
  const memories = new Map(agents.map((agent) => [agent, new VolatileMemory()]))
  for (const [index, agent] of agents.entries()) {
    const belief = exampleBelief({ id: `${agent}-${index}`, tick: index })
    const changes = [{ type: 'belief-set' as const, belief }]
    const { sequence } = journal.append({ type: 'step-committed', step: index + 1, changes }, agent, index)
    memories.get(agent)?.apply(sequence, changes)
    journal.append({ type: 'author-blocked', task: 't', reason: 'no way' }, agent, index)
  }
  return { journal, reference: (agent: string) => memories.get(agent) ?? new VolatileMemory() }
}

function expectSame(memory: AgentMemory, reference: AgentMemory): void {
  expect(contentsOf(memory)).toEqual(contentsOf(reference))
  memory.close()
}
