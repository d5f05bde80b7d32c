/** A packet as the protocol library takes it. */
interface Packet {
  readonly name: string
  readonly params: unknown
}

/** The part of protodef that writes packets by their definitions. */
export interface PacketWriter {
  sizeOf(packet: Packet, type: 'packet'): number
  write(packet: Packet, buffer: Buffer, offset: number, type: 'packet'): number
}

/**
 * The packet as it goes over the wire without compression: its length as a variable-length integer, then its bytes. The
 * buffer is zeroed first: the library skips the byte that says that a sound goes by its name.
 */
export function encodePacket(writer: PacketWriter, packet: Packet): Buffer {
  const size = writer.sizeOf(packet, 'packet')
  let headerSize = 1
  for (let rest = size >>> 7; rest > 0; rest >>>= 7) headerSize += 1
  const bytes = Buffer.alloc(headerSize + size)
  for (let index = 0; index < headerSize; index++) {
    bytes[index] = ((size >>> (7 * index)) & 127) | (index < headerSize - 1 ? 128 : 0)
  }
  writer.write(packet, bytes, headerSize, 'packet')
  return bytes
}
