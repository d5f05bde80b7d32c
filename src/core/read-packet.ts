/** The reading end of a client of the protocol library, behind the splitter that cuts its stream into packets. */
export interface PacketReader<Packet = unknown> {
  readonly state: string
  /** Null while packets come uncompressed. */
  readonly compressor: unknown
  readonly splitter: { readonly readableLength: number; push(bytes: Buffer): unknown }
  readonly deserializer: {
    readonly readableLength: number
    readonly writableLength: number
    parsePacketBuffer(bytes: Buffer): Packet
    emit(event: 'data', packet: Packet): boolean
  }
}

/**
 * Hands the bytes of a packet to the client's listeners as the library does, without the two streams that it sends each
 * packet through: half of what a small packet costs (measured). Where they have something to do, the packet takes them:
 * before the game begins, under compression, behind packets that wait, and when it cannot be read.
 *
 * @param parse reads the packet; the client's own deserializer does unless given
 */
export function readPacket<Packet>(
  client: PacketReader<Packet>,
  bytes: Buffer,
  parse: (bytes: Buffer, client: PacketReader<Packet>) => Packet = parsePacket,
): void {
  const packet = isOpen(client) ? parsed(client, bytes, parse) : null
  if (packet === null) client.splitter.push(bytes)
  else client.deserializer.emit('data', packet)
}

function isOpen<Packet>({ state, compressor, splitter, deserializer }: PacketReader<Packet>): boolean {
  return (
    state === 'play' &&
    compressor === null &&
    splitter.readableLength === 0 &&
    deserializer.writableLength === 0 &&
    deserializer.readableLength === 0
  )
}

function parsePacket<Packet>(bytes: Buffer, { deserializer }: PacketReader<Packet>): Packet {
  return deserializer.parsePacketBuffer(bytes)
}

/** Null for what cannot be read: the library says so in its own way. */
function parsed<Packet>(
  client: PacketReader<Packet>,
  bytes: Buffer,
  parse: (bytes: Buffer, client: PacketReader<Packet>) => Packet,
): Packet | null {
  try {
    return parse(bytes, client)
  } catch {
    return null
  }
}
