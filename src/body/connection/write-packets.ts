import type { Duplex } from 'node:stream'
import { encodePacket, type PacketWriter } from '../../core/encode-packet.ts'
import { writeFrames } from '../../core/frame-stream.ts'
import { type CompiledTypes, quickenPackets } from '../../core/quick-packets.ts'

/** The writing end of a client of the protocol library. */
export interface WritingClient {
  readonly state: string
  /** Null while packets go uncompressed, and unencrypted. */
  readonly compressor: unknown
  readonly cipher: unknown
  readonly serializer: PendingStream & { readonly proto: PacketWriter & CompiledTypes }
  readonly framer: PendingStream
  readonly socket: Duplex
  write(name: string, params: unknown): void
  on(event: 'state', listener: () => void): unknown
}

interface PendingStream {
  readonly writable: boolean
  readonly readableLength: number
  readonly writableLength: number
}

/**
 * Has a client write packets of the game straight to its socket, without the two streams that the library sends each packet
 * through. Where they have something to do, the packet takes them: before the game begins, under compression and encryption,
 * behind packets that wait, and when it cannot be written.
 */
export function writeDirectly(client: WritingClient): void {
  const write = client.write.bind(client)
  client.on('state', () => quickenPackets(client.serializer.proto))
  client.write = (name, params) => {
    const bytes = isOpen(client) ? encoded(client, name, params) : null
    if (bytes === null) write(name, params)
    else writeFrames(client.socket, [bytes])
  }
}

function isOpen({ state, compressor, cipher, serializer, framer, socket }: WritingClient): boolean {
  return (
    state === 'play' &&
    compressor === null &&
    cipher === null &&
    isIdle(serializer) &&
    isIdle(framer) &&
    socket.writable
  )
}

function isIdle(stream: PendingStream): boolean {
  return stream.writable && stream.writableLength === 0 && stream.readableLength === 0
}

/** Null for what cannot be written: the library says so in its own way. */
function encoded({ serializer }: WritingClient, name: string, params: unknown): Buffer | null {
  try {
    return encodePacket(serializer.proto, { name, params })
  } catch {
    return null
  }
}
