import { expect, test } from 'vitest'
import { encodePacket, type PacketWriter } from '../../../src/core/encode-packet.ts'

/** Writes a byte for each letter of the name, and leaves as many alone as the params say, as the library does at places. */
const writer: PacketWriter = {
  sizeOf: ({ name, params }) => {
    if (name === 'bad') throw new Error('"bad" is not a packet.')
    return name.length + Number(params)
  },
  write: ({ name, params }, buffer, offset) => {
    if (name === 'bad') {
      buffer[offset] = 255
      throw new Error('"bad" cannot be written.')
    }
    // Past the end of the buffer this writes nothing and says nothing.
    buffer.write(name, offset, 'latin1')
    return offset + name.length + Number(params)
  },
}

const encode = (name: string, skipped = 0) => encodePacket(writer, { name, params: skipped })

test('a packet goes after its length, whatever its size', () => {
  expect([...encode('ab')]).toEqual([2, 97, 98])
  for (const [size, header] of [
    [127, [127]],
    [128, [128, 1]],
    [16_383, [255, 127]],
    [16_384, [128, 128, 1]],
    [65_533, [253, 255, 3]],
    [65_534, [254, 255, 3]],
    [1_000_000, [192, 132, 61]],
  ] as const) {
    const bytes = encode('x'.repeat(size))
    expect([...bytes.subarray(0, header.length)]).toEqual(header)
    expect(bytes.subarray(header.length).toString('latin1')).toBe('x'.repeat(size))
  }
})

test('bytes that the library skips are zero, whatever was written before', () => {
  encode('z'.repeat(60_000))
  expect(() => encode('bad')).toThrow('"bad" is not a packet.')
  encode('z'.repeat(70_000))
  expect([...encode('ab', 3)]).toEqual([5, 97, 98, 0, 0, 0])
  expect([...encode('', 2)]).toEqual([2, 0, 0])
})

test('packets keep their bytes when others are made', () => {
  const first = encode('first')
  encode('other')
  expect(first.toString('latin1')).toBe('\u0005first')
})
