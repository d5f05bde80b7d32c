import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JournalEntry } from '../../../src/core/journal.ts'
import { firstDifference } from '../../../src/record/journal-diff.ts'
import { VolatileJournal } from '../../../src/record/volatile-journal.ts'

test('firstDifference() finds nothing between equal runs, whatever the wall says', () => {
  expect(firstDifference(journalOf(['a', 'b'], 1), journalOf(['a', 'b'], 2))).toBeNull()
  expect(firstDifference([], [])).toBeNull()
})

test('firstDifference() names the entry and the field where two runs part', () => {
  const [first, second] = [journalOf(['a', 'b', 'c']), journalOf(['a', 'x', 'y'])]
  expect(firstDifference(first, second)).toEqual({
    sequence: 1,
    first: first[1],
    second: second[1],
    path: 'event.reason',
  })
})

test('firstDifference() tells which journal ends first', () => {
  const [short, long] = [journalOf(['a']), journalOf(['a', 'b'])]
  expect(firstDifference(short, long)).toEqual({ sequence: 1, first: null, second: long[1], path: '' })
  expect(firstDifference(long, short)).toEqual({ sequence: 1, first: long[1], second: null, path: '' })
})

test('firstDifference() sees a missing field and ignores the order of fields', () => {
  const [entry] = journalOf(['a'])
  if (entry === undefined) throw new Error('no entry')
  const { tick, ...rest } = entry
  expect(firstDifference([entry], [{ ...rest, tick }])).toBeNull()
  expect(firstDifference([entry], [rest as JournalEntry])?.path).toBe('tick')
})

test('firstDifference() finds the first changed entry of any two journals', () => {
  const texts = fc.array(fc.constantFrom('a', 'b'), { maxLength: 6 })
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const expected =
        a.length === b.length && a.every((text, index) => text === b[index]) ? null : commonStart(a, b)
      expect(firstDifference(journalOf(a), journalOf(b))?.sequence ?? null).toBe(expected)
    }),
  )
})

function commonStart(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((text, position) => text !== b[position])
  return index < 0 ? a.length : index
}

function journalOf(reasons: readonly string[], pid = 0): JournalEntry[] {
  const journal = new VolatileJournal()
  for (const reason of reasons) {
    journal.append({ type: 'agent-finished', reached: false, reason }, 'Ada', 0, { pid })
  }
  return [...journal.entries()]
}
