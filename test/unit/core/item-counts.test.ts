import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countOf, itemCountsSchema, itemDifference } from '../../../src/core/item-counts.ts'

const counts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'constructor'), fc.integer({ min: 1, max: 64 }))

test('countOf() is 0 for what is not there, also for names that every object knows', () => {
  expect(countOf({ stick: 3 }, 'stick')).toBe(3)
  expect([countOf({}, 'stick'), countOf({}, 'constructor'), countOf({}, '__proto__')]).toEqual([0, 0, 0])
})

test('itemDifference() names what was gained and lost, sorted, and nothing else', () => {
  const difference = itemDifference({ stone: 2, dirt: 1, coal: 4 }, { dirt: 1, stone: 5, apple: 1 })
  expect(Object.entries(difference)).toEqual([
    ['apple', 1],
    ['coal', -4],
    ['stone', 3],
  ])
})

test('itemDifference() added to what was before gives what is after', () => {
  fc.assert(
    fc.property(counts, counts, (before, after) => {
      const difference = itemDifference(before, after)
      for (const name of ['a', 'b', 'c', 'constructor']) {
        expect(countOf(before, name) + countOf(difference, name)).toBe(countOf(after, name))
      }
      expect(itemDifference(after, after)).toEqual({})
    }),
  )
})

test('itemCountsSchema refuses counts of zero, fractions and negative ones', () => {
  expect(itemCountsSchema.safeParse({ stick: 1 }).success).toBe(true)
  for (const count of [0, -1, 0.5, '1'])
    expect(itemCountsSchema.safeParse({ stick: count }).success).toBe(false)
})
