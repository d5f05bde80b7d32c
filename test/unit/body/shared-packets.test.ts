import { describe, expect, it } from 'vitest'
import { SharedPackets } from '../../../src/body/connection/shared-packets.ts'

const COLUMN = packetBytes(1)
const OTHER = packetBytes(2)

describe('SharedPackets', () => {
  it('reads a column once for two bots, and again when its bytes are others', () => {
    const { packets, readBytes, reads } = setUp('map_chunk')
    packets.join()
    packets.join()
    const first = packets.read(COLUMN, readBytes)
    const second = packets.read(Buffer.from(COLUMN), readBytes)
    expect(second.params).toBe(first.params)
    expect(second).toEqual(first)
    const third = packets.read(OTHER, readBytes)
    expect(third.params).not.toBe(first.params)
    expect(packets.read(OTHER, readBytes).params).toBe(third.params)
    expect(reads()).toBe(2)
  })

  it('keeps nothing for a bot that is alone, or is again', () => {
    const { packets, readBytes, reads } = setUp('map_chunk')
    packets.join()
    const leave = packets.join()
    const first = packets.read(COLUMN, readBytes)
    leave()
    leave()
    expect(packets.read(COLUMN, readBytes).params).not.toBe(first.params)
    packets.join()
    expect(packets.read(COLUMN, readBytes).params).not.toBe(first.params)
    expect(reads()).toBe(3)
  })

  it('reads a small packet that came whole once, as long as its frame is the same', () => {
    const { packets, readBytes, reads } = setUp('animation')
    const frame = Buffer.from([3, 3, 7, 0])
    packets.join()
    packets.readFrame(frame, readBytes)
    packets.join()
    const first = packets.readFrame(frame, readBytes)
    expect(packets.readFrame(frame, readBytes)).toBe(first)
    expect(first.size).toBe(3)
    packets.readFrame(Buffer.from(frame), readBytes)
    expect(reads()).toBe(3)
  })

  it('reads a small packet that its readers may change for each of them', () => {
    const { packets, readBytes } = setUp('entity_metadata')
    const frame = Buffer.from([3, 3, 7, 0])
    packets.join()
    packets.join()
    const first = packets.readFrame(frame, readBytes)
    expect(packets.readFrame(frame, readBytes).params).not.toBe(first.params)
  })

  it('does not share packets that their readers may change', () => {
    const { packets, readBytes } = setUp('window_items')
    packets.join()
    packets.join()
    const first = packets.read(COLUMN, readBytes)
    expect(packets.read(COLUMN, readBytes).params).not.toBe(first.params)
  })

  it('gives light in bytes', () => {
    const { packets, readBytes } = setUp('update_light')
    packets.join()
    packets.join()
    const { params } = packets.read(COLUMN, readBytes)
    expect(params).toEqual({ skyLight: [Buffer.from([1, 2, 255])], blockLight: [] })
  })
})

function setUp(name: string) {
  let reads = 0
  const readBytes = (bytes: Buffer) => {
    reads++
    return { name, params: { skyLight: [[1, 2, 255]], blockLight: [] }, size: bytes.length }
  }
  return { packets: new SharedPackets(), readBytes, reads: () => reads }
}

/** The same place, and then bytes of one kind. */
function packetBytes(value: number): Buffer {
  return Buffer.concat([Buffer.alloc(9, 7), Buffer.alloc(2000, value)])
}
