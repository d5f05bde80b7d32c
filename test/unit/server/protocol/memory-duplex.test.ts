import { describe, expect, it } from 'vitest'
import { createDuplexPair } from '../../../../server/protocol/memory-duplex.ts'
import { writeFrames } from '../../../../src/core/frame-stream.ts'

const frame = (value: number) => Buffer.from([1, value])
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('createDuplexPair()', () => {
  it('hands packets over whole, as the bytes that were written, to who takes them', async () => {
    const [left, right] = createDuplexPair()
    const taken: Buffer[] = []
    right.takeFrames = (frames) => taken.push(...frames) > 0
    right.on('data', () => expect.unreachable())
    await turn()
    const frames = [frame(1), frame(2)]
    writeFrames(left, frames)
    expect(taken).toEqual([])
    await turn()
    expect(taken.map((bytes, index) => bytes === frames[index])).toEqual([true, true])
  })

  it('gives bytes to who does not take packets, or not now, in the order in which all was written', async () => {
    const [left, right] = createDuplexPair()
    const heard: number[] = []
    right.takeFrames = ([first]) => first?.[1] !== 5 && heard.push(...(first ?? [])) > 0
    right.on('data', (bytes: Buffer) => heard.push(...bytes))
    await turn()
    left.write(frame(3))
    writeFrames(left, [frame(4)])
    writeFrames(left, [frame(5), frame(6)])
    left.write(frame(7))
    for (let count = 0; count < 4; count++) await turn()
    expect(heard).toEqual([1, 3, 1, 4, 1, 5, 1, 6, 1, 7])
    right.takeFrames = null
    writeFrames(left, [frame(8)])
    await turn()
    expect(heard.slice(-2)).toEqual([1, 8])
  })

  it('holds packets back from who does not read', async () => {
    const [left, right] = createDuplexPair()
    right.takeFrames = () => true
    for (let count = 0; count < 40; count++) writeFrames(left, [Buffer.alloc(1 << 20)])
    for (let count = 0; count < 40; count++) await turn()
    expect(right.readableLength).toBeLessThanOrEqual(21 << 20)
    expect(left.writableLength).toBeGreaterThan(0)
    let size = 0
    right.takeFrames = null
    right.on('data', (bytes: Buffer) => {
      size += bytes.length
    })
    for (let count = 0; count < 80; count++) await turn()
    expect(size).toBe(40 << 20)
  })

  it('loses what is written to an end that has gone', async () => {
    const [left, right] = createDuplexPair()
    right.takeFrames = () => expect.unreachable()
    right.resume()
    writeFrames(left, [frame(1)])
    right.destroy()
    await turn()
    expect(right.destroyed).toBe(true)
  })
})
