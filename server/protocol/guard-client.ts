import { isFrameStream } from '../../src/core/frame-stream.ts'
import { quickenPackets } from '../../src/core/quick-packets.ts'
import { readPacket } from '../../src/core/read-packet.ts'
import { FrameCutter } from './frame-cutter.ts'
import type { ProtocolClient, TypeReader } from './minecraft-protocol.ts'

const LEGACY_PING = 0xfe
/** NBT's number for a tag without a value. */
const END_TAG = 0

/**
 * Makes the library's reading of a client's bytes safe: strict lengths, no bombs in NBT.
 *
 * @param isAllowed asked before packets are read: whether the client may send that many more now
 */
export function guardReading(client: ProtocolClient, isAllowed: (packets: number) => boolean): void {
  const { splitter } = client
  const cutter = new FrameCutter()
  const ping = splitter._transform.bind(splitter)
  splitter._transform = (chunk, encoding, done) => {
    // The ping of clients before 1.7 has no length.
    if (splitter.recognizeLegacyPing && chunk[0] === LEGACY_PING) {
      ping(chunk, encoding, done)
      return
    }
    try {
      const packets = cutter.cut(chunk)
      if (!isAllowed(packets.length)) throw new Error('Too many packets in too short a time.')
      for (const packet of packets) readPacket(client, packet)
      done()
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)))
    }
  }
  takeWhole(client, () => cutter.isEmpty)
  prepare(client)
  client.on('state', () => prepare(client))
}

/** Makes the types of the client's present state safe and quick. */
function prepare({ deserializer }: ProtocolClient): void {
  defuseLists(deserializer.proto)
  quickenPackets(deserializer.proto)
}

/** Takes packets that come whole past the streams, as long as these have nothing to do. */
function takeWhole({ socket, splitter }: ProtocolClient, isCutterEmpty: () => boolean): void {
  if (!isFrameStream(socket)) return
  const done = (error?: Error | null) => {
    if (error) splitter.destroy(error)
  }
  socket.takeFrames = (frames) => {
    if (splitter.writableLength > 0 || splitter.destroyed || !isCutterEmpty()) return false
    for (const frame of frames) if (!splitter.destroyed) splitter._transform(frame, 'utf8', done)
    return true
  }
}

/** Readers are shared by all clients; these are safe already. */
const defused = new WeakSet<TypeReader>()

/** A list of tags without values takes six bytes, however many it says to have: a few of them fill all memory. */
function defuseLists(reader: TypeReader): void {
  const { readCtx } = reader
  if (defused.has(reader)) return
  defused.add(reader)
  const readList = readCtx.list
  if (readList === undefined) return
  readCtx.list = (buffer, offset) => {
    const isEmpty = buffer.length < offset + 5 || buffer.readInt32BE(offset + 1) <= 0
    if (buffer[offset] === END_TAG && !isEmpty) throw new Error('A list of nothing is not empty.')
    return readList(buffer, offset)
  }
}
