import type { FrameTaker } from '../../core/frame-stream.ts'
import { type CompiledTypes, quickenPackets } from '../../core/quick-packets.ts'
import type { PacketReader } from '../../core/read-packet.ts'
import { type Splitter, splitFrames } from '../../core/split-frames.ts'
import { type ListenedClient, PacketListeners } from './packet-listeners.ts'
import { contentOf, type ReadBytes, type SharedPackets } from './shared-packets.ts'

/** The reading end of a client of the protocol library. */
export interface ReadingClient extends Omit<PacketReader, 'deserializer'>, ListenedClient {
  readonly splitter: Splitter & PacketReader['splitter'] & { readonly writableLength: number }
  /** Null while bytes come unencrypted. */
  readonly cipher: unknown
  /** Packets that wait for the rest of their bundle. */
  readonly _mcBundle: readonly unknown[]
  readonly deserializer: {
    readonly readableLength: number
    readonly writableLength: number
    readonly proto: PacketTypes
  }
  on(event: 'newListener' | 'removeListener' | 'state', listener: (event: string | symbol) => void): unknown
}

interface PacketTypes extends CompiledTypes {
  read(
    bytes: Buffer,
    offset: number,
    type: 'packet',
  ): { readonly value: { readonly name: string; readonly params: unknown }; readonly size: number }
}

/**
 * Has a client of the protocol library hand packets of the game to those who listen for them by name, without the streams
 * and the four events that the library sends each packet through: most of what a small packet costs (measured). Where these
 * have something to do, the packet takes them: before the game begins, under compression, behind packets that wait, in
 * bundles, when somebody listens to all packets, and when it cannot be read.
 *
 * @returns takes packets that come whole, for connections that can hand them over
 */
export function readDirectly(client: ReadingClient, packets: SharedPackets): FrameTaker {
  const listeners = new PacketListeners(client)
  quickenPackets(client.deserializer.proto)
  client.on('state', () => quickenPackets(client.deserializer.proto))
  const read = orNull((bytes: Buffer) => packets.read(bytes, readBytes))
  const readFrame = orNull((frame: Buffer) => packets.readFrame(frame, readBytes))
  const readBytes: ReadBytes = (bytes) => {
    const { value, size } = client.deserializer.proto.read(bytes, 0, 'packet')
    return { name: value.name, params: value.params, size }
  }
  /** Whether something may be in the streams. */
  let isFilled = true
  const take = (piece: Buffer, isFrame: boolean) => {
    isFilled &&= !isIdle(client)
    const isOpen = !isFilled && !listeners.areForAll && isReady(client)
    const packet = isOpen ? (isFrame ? readFrame : read)(piece) : null
    if (packet === null || packet.name === 'bundle_delimiter') {
      isFilled = true
      client.splitter.push(isFrame ? contentOf(piece) : piece)
    } else listeners.tell(packet)
  }
  splitFrames(client.splitter, (bytes) => take(bytes, false))
  return (frames) => {
    if (client.state !== 'play' || client.cipher !== null || !isEmpty(client.splitter)) return false
    for (const frame of frames) take(frame, true)
    return true
  }
}

/** Whether nothing is under way in it. */
function isEmpty({ buffer, writableLength, recognizeLegacyPing }: ReadingClient['splitter']): boolean {
  return buffer.length === 0 && writableLength === 0 && !recognizeLegacyPing
}

function isIdle({ splitter, deserializer }: ReadingClient): boolean {
  return (
    splitter.readableLength === 0 && deserializer.writableLength === 0 && deserializer.readableLength === 0
  )
}

function isReady({ state, compressor, _mcBundle }: ReadingClient): boolean {
  return state === 'play' && compressor === null && _mcBundle.length === 0
}

/** Has a reader give null for what cannot be read: the library says so in its own way. */
function orNull<Packet>(read: (bytes: Buffer) => Packet): (bytes: Buffer) => Packet | null {
  return (bytes) => {
    try {
      return read(bytes)
    } catch {
      return null
    }
  }
}
