import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildRegion,
  packRecord,
  readRegion,
  recordIndex,
  regionFileName,
  unpackRecord,
} from '../../../../server/saving/region-file.ts'

describe('region files', () => {
  it('give back all records, whatever their number and size', () => {
    const records = fc.uniqueArray(fc.tuple(fc.nat(1023), fc.uint8Array({ minLength: 2, maxLength: 9000 })), {
      selector: ([index]) => index,
      maxLength: 20,
    })
    fc.assert(
      fc.property(records, (entries) => {
        const expected = new Map(entries.map(([index, bytes]) => [index, Buffer.from(bytes)]))
        const file = buildRegion(expected)
        expect(file.length % 4096).toBe(0)
        expect(readRegion(file)).toEqual(new Map([...expected].sort(([a], [b]) => a - b)))
      }),
      { numRuns: 50 },
    )
  })

  it('number columns below zero as vanilla does', () => {
    expect(regionFileName(-1, 32)).toBe('r.-1.1.mca')
    expect(recordIndex(-1, 33)).toBe(31 + 32)
  })

  it('refuse a file that is cut off anywhere', async () => {
    const file = buildRegion(new Map([[5, await packRecord(Buffer.alloc(50_000, 'kithcraft'))]]))
    const used = 8192 + 4 + file.readUInt32BE(8192)
    for (const length of [1, 4096, 8191, 8192, 8195, used - 1]) {
      expect(() => readRegion(file.subarray(0, length)), String(length)).toThrow(
        /too few|outside the file|cut off/,
      )
    }
  })

  it('find a changed byte in a record by its checksum', async () => {
    const record = await packRecord(Buffer.from('what stood here before '.repeat(50)))
    const last = record.length - 1
    record[last] = (record[last] ?? 0) ^ 1
    expect(() => unpackRecord(record)).toThrow()
  })
})
