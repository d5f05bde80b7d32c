import fc from 'fast-check'
import { expect, test } from 'vitest'
import { VectorRows } from '../../../../src/memory/recall/vector-rows.ts'

const rowsOf = fc
  .integer({ min: 1, max: 70 })
  .chain((width) =>
    fc.tuple(
      fc.int8Array({ minLength: width, maxLength: width }),
      fc.array(fc.int8Array({ minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
    ),
  )

test('VectorRows compute what plain loops compute, whatever the width', () => {
  fc.assert(
    fc.property(rowsOf, ([query, rows]) => {
      const kept = filled(query, rows)
      for (const [slot, row] of rows.entries()) {
        expect(kept.innerProduct(slot)).toBe(product(query, row))
        expect([...kept.row(slot)].slice(0, row.length)).toEqual([...row])
      }
      const distances = new Uint16Array(rows.length)
      kept.measure(distances)
      expect([...distances]).toEqual(rows.map((row) => bitsApart(query, row)))
    }),
    { seed: 1 },
  )
})

test('VectorRows hold more rows than are measured at once, and their largest numbers', () => {
  const width = 1024
  const least = new Int8Array(width).fill(-128)
  const rows = Array.from({ length: 2500 }, (_, number) => (number % 2 === 0 ? least : new Int8Array(width)))
  const kept = filled(least, rows)
  expect([kept.innerProduct(0), kept.innerProduct(1), kept.innerProduct(2498)]).toEqual([
    128 * 128 * width,
    0,
    128 * 128 * width,
  ])
  const distances = new Uint16Array(rows.length)
  kept.measure(distances)
  expect(new Set(distances.filter((_, slot) => slot % 2 === 0))).toEqual(new Set([0]))
  expect(new Set(distances.filter((_, slot) => slot % 2 === 1))).toEqual(new Set([width]))
})

function filled(query: Int8Array, rows: readonly Int8Array[]): VectorRows {
  const kept = new VectorRows(query.length)
  for (const [slot, row] of rows.entries()) kept.set(slot, row)
  kept.ask(query)
  return kept
}

function product(one: Int8Array, other: Int8Array): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0)
}

function bitsApart(one: Int8Array, other: Int8Array): number {
  return one.reduce((sum, value, index) => {
    const bits = ((value ^ (other[index] ?? 0)) & 0xff).toString(2)
    return sum + [...bits].filter((bit) => bit === '1').length
  }, 0)
}
