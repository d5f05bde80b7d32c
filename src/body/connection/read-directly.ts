import { type FrameTaker, lengthBytes } from '../../core/frame-stream.ts'
import { type CompiledTypes, quickenPackets } from '../../core/quick-packets.ts'
import type { PacketReader } from '../../core/read-packet.ts'
import { type Splitter, splitFrames } from '../../core/split-frames.ts'
import type { ParsedPacket, SharedPackets } from './shared-packets.ts'

/** The reading end of a client of the protocol library. */
export interface ReadingClient extends PacketReader<ParsedPacket> {
  readonly splitter: Splitter & PacketReader['splitter'] & { readonly writableLength: number }
  /** Null while bytes come unencrypted. */
  readonly cipher: unknown
  /** Packets that wait for the rest of their bundle. */
  readonly _mcBundle: readonly unknown[]
  readonly deserializer: PacketReader<ParsedPacket>['deserializer'] & { readonly proto: CompiledTypes }
  on(event: 'newListener', listener: (event: string | symbol) => void): unknown
  on(event: 'state', listener: () => void): unknown
  emit(event: string, params: unknown, metadata: object): boolean
  eventNames(): readonly (string | symbol)[]
}

/**
 * Has a client of the protocol library hand packets of the game to those who listen for them by name, without the streams
 * and the three further events that the library sends each packet through: half of what a small packet costs (measured).
 * Where these have something to do, the packet takes them: before the game begins, under compression, behind packets that
 * wait, in bundles, when somebody listens to all packets, and when it cannot be read.
 *
 * @returns takes packets that come whole, for connections that can hand them over
 */
export function readDirectly(client: ReadingClient, packets: SharedPackets): FrameTaker {
  let isWatched = client.eventNames().some(isForAll)
  client.on('newListener', (event) => {
    isWatched ||= isForAll(event)
  })
  quickenPackets(client.deserializer.proto)
  client.on('state', () => quickenPackets(client.deserializer.proto))
  /** Whether something may be in the streams. */
  let isFilled = true
  const take = (bytes: Buffer, frame: Buffer | null) => {
    isFilled &&= !isIdle(client)
    const packet =
      client.state === 'play' && client.compressor === null && !isFilled
        ? parsed(client, packets, bytes, frame)
        : null
    if (packet === null) {
      isFilled = true
      client.splitter.push(bytes)
    } else if (isWatched || client._mcBundle.length > 0 || packet.data.name === 'bundle_delimiter') {
      client.deserializer.emit('data', packet)
    } else {
      const { name, params } = packet.data
      const metadata = packet.metadata as { name?: string; state?: string }
      metadata.name = name
      metadata.state = 'play'
      client.emit(name, params, metadata)
    }
  }
  splitFrames(client.splitter, (bytes) => take(bytes, null))
  return (frames) => {
    if (client.state !== 'play' || client.cipher !== null || !isEmpty(client.splitter)) return false
    for (const frame of frames) take(frame.subarray(lengthBytes(frame)), frame)
    return true
  }
}

/** Whether nothing is under way in it. */
function isEmpty({ buffer, writableLength, recognizeLegacyPing }: ReadingClient['splitter']): boolean {
  return buffer.length === 0 && writableLength === 0 && !recognizeLegacyPing
}

/** Events that the library emits for every packet, whatever its name. */
function isForAll(event: string | symbol): boolean {
  return event === 'packet' || (typeof event === 'string' && /^raw(\.|$)/.test(event))
}

function isIdle({ splitter, deserializer }: ReadingClient): boolean {
  return (
    splitter.readableLength === 0 && deserializer.writableLength === 0 && deserializer.readableLength === 0
  )
}

/** Null for what cannot be read: the library says so in its own way. */
function parsed(
  client: ReadingClient,
  packets: SharedPackets,
  bytes: Buffer,
  frame: Buffer | null,
): ParsedPacket | null {
  try {
    return frame === null ? packets.parse(bytes, client) : packets.parseFrame(frame, bytes, client)
  } catch {
    return null
  }
}
