import { describe, expect, test } from 'vitest'
import type { Journal, JournalEntry } from '../../src/core/journal.ts'
import type { RunEvent } from '../../src/core/run-event.ts'
import { exampleBelief } from '../support/memory-examples.ts'

const STARTED: RunEvent = { type: 'run-started', run: 'run-1', team: { agents: ['Ada'] }, goal: null }
const ENDED: RunEvent = { type: 'run-ended', reached: true, reason: 'Done.' }
const COMMITTED: RunEvent = {
  type: 'step-committed',
  step: 1,
  changes: [{ type: 'belief-set', belief: exampleBelief() }],
}

/** What every Journal does. `create` gives a new, empty one. */
export function describeJournal(name: string, create: () => Journal): void {
  describe(`${name} as Journal`, () => {
    describeAppending(create)
    describeListeners(create)
  })
}

function describeAppending(create: () => Journal): void {
  test('append() returns the entry, numbered from 0, and entries() gives all of them', () => {
    const journal = create()
    const first = journal.append(STARTED, null, 0, { pid: 17 })
    const second = journal.append(COMMITTED, 'Ada', 5)
    expect(first).toEqual({
      version: 1,
      sequence: 0,
      tick: 0,
      agent: null,
      event: STARTED,
      wall: { pid: 17 },
    })
    expect(second).toEqual({ version: 1, sequence: 1, tick: 5, agent: 'Ada', event: COMMITTED, wall: {} })
    expect([...journal.entries()]).toEqual([first, second])
    expect([...journal.entries()]).toHaveLength(2)
    journal.close()
  })

  test('append() refuses an event that could not be read back, and stays usable', () => {
    const journal = create()
    const broken = { ...ENDED, reached: 'yes' } as unknown as RunEvent
    expect(() => journal.append(broken, null, 0)).toThrow(/reached/)
    expect(() => journal.append(ENDED, null, Number.NaN)).toThrow(/tick/)
    expect(journal.append(ENDED, null, 1).sequence).toBe(0)
    expect([...journal.entries()]).toHaveLength(1)
    journal.close()
  })

  test('entries() gives what was there when it was called, whatever is appended meanwhile', () => {
    const journal = create()
    for (let tick = 0; tick < 3; tick++) journal.append(STARTED, null, tick)
    let count = 0
    for (const { tick } of journal.entries()) {
      journal.append(ENDED, null, tick)
      count++
    }
    expect(count).toBe(3)
    expect([...journal.entries()]).toHaveLength(6)
    journal.close()
  })

  test('append() throws once the journal is closed; closing twice does nothing', () => {
    const journal = create()
    journal.close()
    journal.close()
    expect(() => journal.append(STARTED, null, 0)).toThrow(/closed/)
  })
}

function describeListeners(create: () => Journal): void {
  test('onEntry() hears of an entry that can be read already, until it is told to stop', () => {
    const journal = create()
    const heard: [JournalEntry, number][] = []
    const stop = journal.onEntry((entry) => heard.push([entry, [...journal.entries()].length]))
    const entry = journal.append(STARTED, null, 0)
    stop()
    journal.append(ENDED, null, 1)
    expect(heard).toEqual([[entry, 1]])
    journal.close()
  })

  test('listeners that append are heard in order by everyone', () => {
    const journal = create()
    const heard: number[] = []
    journal.onEntry(({ event }) => {
      if (event.type === 'run-started') journal.append(ENDED, null, 1)
    })
    journal.onEntry(({ sequence }) => heard.push(sequence))
    journal.append(STARTED, null, 0)
    expect(heard).toEqual([0, 1])
    journal.close()
  })
}
