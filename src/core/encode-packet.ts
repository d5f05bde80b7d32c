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

/** Bytes that hold all but the largest packets. Zero between two packets. */
const scratch = Buffer.alloc(1 << 16)
/** The longest length that a packet has before it. */
const LENGTH_BYTES = 3

/**
 * The packet as it goes over the wire without compression: its length as a variable-length integer, then its bytes. It is
 * written without being measured before, which costs as much again, where it turns out to fit into the scratch bytes. They are
 * zero, since the library skips the byte that says that a sound goes by its name.
 *
 * @throws what the library throws on a packet that does not fit its definition
 */
export function encodePacket(writer: PacketWriter, packet: Packet): Buffer {
  const end = writeToScratch(writer, packet)
  if (end === null) return encodeMeasured(writer, packet)
  const size = end - LENGTH_BYTES
  const start = LENGTH_BYTES - lengthOfLength(size)
  writeLength(scratch, start, size)
  const bytes = Buffer.from(scratch.subarray(start, end))
  scratch.fill(0, start, end)
  return bytes
}

/** Where the packet ends in the scratch bytes; null where it does not fit, or cannot be written. */
function writeToScratch(writer: PacketWriter, packet: Packet): number | null {
  try {
    const end = writer.write(packet, scratch, LENGTH_BYTES, 'packet')
    if (end <= scratch.length) return end
  } catch {
    // Whoever measures it finds the same fault, or none but its size.
  }
  scratch.fill(0)
  return null
}

function encodeMeasured(writer: PacketWriter, packet: Packet): Buffer {
  const size = writer.sizeOf(packet, 'packet')
  const headerSize = lengthOfLength(size)
  const bytes = Buffer.alloc(headerSize + size)
  writeLength(bytes, 0, size)
  writer.write(packet, bytes, headerSize, 'packet')
  return bytes
}

/** Bytes of a number as a variable-length integer. */
function lengthOfLength(size: number): number {
  let length = 1
  for (let rest = size >>> 7; rest > 0; rest >>>= 7) length += 1
  return length
}

function writeLength(bytes: Buffer, offset: number, size: number): void {
  const length = lengthOfLength(size)
  for (let index = 0; index < length; index++) {
    bytes[offset + index] = ((size >>> (7 * index)) & 127) | (index < length - 1 ? 128 : 0)
  }
}
