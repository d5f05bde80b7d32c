import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../src/core/random.ts'
import { type Splitter, splitFrames } from '../../../src/core/split-frames.ts'

const require = createRequire(import.meta.url)
const { createSplitter } = require('minecraft-protocol/src/transforms/framing.js') as {
  createSplitter(): Splitter & NodeJS.ReadWriteStream
}

describe('splitFrames()', () => {
  it('cuts the same packets as the library, wherever the chunks end', () => {
    const random = createRandom('frames')
    for (let round = 0; round < 20; round++) {
      const bytes = Buffer.concat(
        Array.from({ length: 30 }, () => framed(random.below(8) === 0 ? 20_000 : random.below(200))),
      )
      const chunks: Buffer[] = []
      for (let start = 0; start < bytes.length; ) {
        const size = 1 + random.below(random.below(2) === 0 ? 3 : 30_000)
        chunks.push(bytes.subarray(start, start + size))
        start += size
      }
      expect(cut(chunks, splitFrames)).toEqual(cut(chunks, () => {}))
    }
  })

  it('keeps what has come of a packet that is not complete', () => {
    const splitter = createSplitter()
    splitFrames(splitter)
    splitter.write(Buffer.from([3, 7, 7]))
    expect(splitter.buffer).toEqual(Buffer.from([3, 7, 7]))
  })

  it('refuses lengths that no packet has', async () => {
    for (const bytes of [
      [0xff, 0xff, 0xff, 0xff, 0x0f],
      [0x80, 0x80, 0x80],
    ]) {
      const splitter = createSplitter()
      splitFrames(splitter)
      const failed = new Promise<Error>((resolve) => splitter.once('error', resolve))
      splitter.write(Buffer.from(bytes))
      expect((await failed).message).toContain('no packet is longer than 2097151 bytes')
    }
  })
})

function cut(chunks: readonly Buffer[], prepare: (splitter: Splitter) => void): readonly string[] {
  const splitter = createSplitter()
  prepare(splitter)
  const packets: string[] = []
  splitter.on('data', (packet: Buffer) => packets.push(packet.toString('hex')))
  for (const chunk of chunks) splitter.write(chunk)
  return packets
}

/** A packet of that many bytes with its length before it. */
function framed(size: number): Buffer {
  const header: number[] = []
  let rest = size
  for (; rest > 127; rest >>>= 7) header.push((rest & 127) | 128)
  return Buffer.concat([Buffer.from([...header, rest]), Buffer.alloc(size, size & 255)])
}
