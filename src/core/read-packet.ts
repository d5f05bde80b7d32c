/** The reading end of a client of the protocol library, behind the splitter that cuts its stream into packets. */
export interface PacketReader {
  readonly state: string
  /** Null while packets come uncompressed. */
  readonly compressor: unknown
  readonly splitter: { readonly readableLength: number; push(bytes: Buffer): unknown }
  readonly deserializer: {
    readonly readableLength: number
    readonly writableLength: number
    parsePacketBuffer(bytes: Buffer): unknown
    emit(event: 'data', packet: unknown): boolean
  }
}

/**
 * Hands the bytes of a packet to the client's listeners as the library does, without the two streams that it sends each
 * packet through: half of what a small packet costs (measured). Where they have something to do, the packet takes them:
 * before the game begins, under compression, behind packets that wait, and when it cannot be read.
 */
export function readPacket(client: PacketReader, bytes: Buffer): void {
  const packet = isOpen(client) ? parsed(client, bytes) : null
  if (packet === null) client.splitter.push(bytes)
  else client.deserializer.emit('data', packet)
}

function isOpen({ state, compressor, splitter, deserializer }: PacketReader): boolean {
  return (
    state === 'play' &&
    compressor === null &&
    splitter.readableLength === 0 &&
    deserializer.writableLength === 0 &&
    deserializer.readableLength === 0
  )
}

/** Null for what cannot be read: the library says so in its own way. */
function parsed({ deserializer }: PacketReader, bytes: Buffer): unknown {
  try {
    return deserializer.parsePacketBuffer(bytes)
  } catch {
    return null
  }
}
