import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FrameCutter } from '../../../../server/protocol/frame-cutter.ts'

function framed(packet: Uint8Array): Buffer {
  const { length } = packet
  const header = length < 128 ? [length] : [(length & 127) | 128, length >> 7]
  return Buffer.concat([Buffer.from(header), packet])
}

test('cut() gives the packets back, however the stream is torn', () => {
  const packets = fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { maxLength: 8 })
  fc.assert(
    fc.property(packets, fc.integer({ min: 1, max: 40 }), (sent, pieceSize) => {
      const stream = Buffer.concat(sent.map(framed))
      const cutter = new FrameCutter()
      const received: Buffer[] = []
      for (let at = 0; at < stream.length; at += pieceSize) {
        received.push(...cutter.cut(stream.subarray(at, at + pieceSize)))
      }
      expect(received.map((packet) => [...packet])).toEqual(sent.map((packet) => [...packet]))
    }),
  )
})

test.each([
  ['zero', [0]],
  ['of four bytes', [0xff, 0xff, 0xff, 0x01]],
  ['below zero', [0xfb, 0xff, 0xff, 0xff, 0x0f]],
  ['of zero after a packet', [1, 5, 0]],
])('cut() takes no length %s', (_what, bytes) => {
  expect(() => new FrameCutter().cut(Buffer.from(bytes))).toThrow('Cannot read a packet')
})

test('cut() puts a large packet together that drips in byte by byte', () => {
  const cutter = new FrameCutter()
  const length = 1 << 20
  cutter.cut(Buffer.from([(length & 127) | 128, ((length >> 7) & 127) | 128, length >> 14]))
  const drop = Buffer.from([7])
  for (let index = 1; index < length; index++) cutter.cut(drop)
  expect(cutter.cut(drop).map((packet) => packet.length)).toEqual([length])
})
