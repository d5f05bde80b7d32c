import { describe, expect, it } from 'vitest'
import { type ParsedPacket, SharedPackets } from '../../../src/body/connection/shared-packets.ts'
import type { PacketReader } from '../../../src/core/read-packet.ts'

const COLUMN = packetBytes(1)
const OTHER = packetBytes(2)

describe('SharedPackets', () => {
  it('reads a column once for two bots, and again when its bytes are others', () => {
    const { packets, client, reads } = setUp('map_chunk')
    packets.join()
    packets.join()
    const first = packets.parse(COLUMN, client)
    const second = packets.parse(Buffer.from(COLUMN), client)
    expect(second.data.params).toBe(first.data.params)
    expect(second).toEqual(first)
    expect(second.data).not.toBe(first.data)
    const third = packets.parse(OTHER, client)
    expect(third.data.params).not.toBe(first.data.params)
    expect(packets.parse(OTHER, client).data.params).toBe(third.data.params)
    expect(reads()).toBe(2)
  })

  it('keeps nothing for a bot that is alone, or is again', () => {
    const { packets, client, reads } = setUp('map_chunk')
    packets.join()
    const leave = packets.join()
    const first = packets.parse(COLUMN, client)
    leave()
    leave()
    expect(packets.parse(COLUMN, client).data.params).not.toBe(first.data.params)
    packets.join()
    expect(packets.parse(COLUMN, client).data.params).not.toBe(first.data.params)
    expect(reads()).toBe(3)
  })

  it('reads a small packet that came whole once, as long as its frame is the same', () => {
    const { packets, client, reads } = setUp('animation')
    const bytes = Buffer.from([3, 7, 0])
    const frame = Buffer.concat([Buffer.from([3]), bytes])
    packets.join()
    packets.parseFrame(frame, bytes, client)
    packets.join()
    const first = packets.parseFrame(frame, bytes, client)
    Object.assign(first.metadata, { name: 'animation' })
    const second = packets.parseFrame(frame, bytes, client)
    expect(second.data.params).toBe(first.data.params)
    expect(second).toEqual({
      data: first.data,
      metadata: { size: 3 },
      buffer: first.buffer,
      fullBuffer: bytes,
    })
    packets.parseFrame(Buffer.from(frame), bytes, client)
    expect(reads()).toBe(3)
  })

  it('reads a small packet that its readers may change for each of them', () => {
    const { packets, client } = setUp('entity_metadata')
    const bytes = Buffer.from([3, 7, 0])
    packets.join()
    packets.join()
    const first = packets.parseFrame(bytes, bytes, client)
    expect(packets.parseFrame(bytes, bytes, client).data.params).not.toBe(first.data.params)
  })

  it('does not share packets that their readers may change', () => {
    const { packets, client } = setUp('window_items')
    packets.join()
    packets.join()
    const first = packets.parse(COLUMN, client)
    expect(packets.parse(COLUMN, client).data.params).not.toBe(first.data.params)
  })

  it('gives light in bytes', () => {
    const { packets, client } = setUp('update_light')
    packets.join()
    packets.join()
    const { params } = packets.parse(COLUMN, client).data
    expect(params).toEqual({ skyLight: [Buffer.from([1, 2, 255])], blockLight: [] })
  })
})

function setUp(name: string) {
  let reads = 0
  const parsePacketBuffer = (bytes: Buffer): ParsedPacket => {
    reads++
    const params = { skyLight: [[1, 2, 255]], blockLight: [] }
    return { data: { name, params }, metadata: { size: bytes.length }, buffer: bytes, fullBuffer: bytes }
  }
  const deserializer = { readableLength: 0, writableLength: 0, parsePacketBuffer, emit: () => true }
  const splitter = { readableLength: 0, push: () => true }
  const client: PacketReader<ParsedPacket> = { state: 'play', compressor: null, splitter, deserializer }
  return { packets: new SharedPackets(), client, reads: () => reads }
}

/** The same place, and then bytes of one kind. */
function packetBytes(value: number): Buffer {
  return Buffer.concat([Buffer.alloc(9, 7), Buffer.alloc(2000, value)])
}
