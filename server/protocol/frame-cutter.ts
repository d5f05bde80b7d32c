/** Most bytes of one packet, as in vanilla (Minecraft Wiki: Java Edition protocol, packet format). */
const LARGEST_PACKET = (1 << 21) - 1
/** Bytes that the length of a packet takes at most. */
const LONGEST_HEADER = 3

/** Pieces that are kept as they came: a small one takes much more memory than its bytes. */
const MOST_PARTS = 1024

interface Header {
  readonly size: number
  /** Bytes of the packet behind the header. */
  readonly length: number
}

/**
 * Cuts the stream of one client into packets. It copies no byte often, however small the pieces are in which they come, and
 * takes no lengths that vanilla would not: negative ones let minecraft-protocol's own cutter run in circles for ever.
 */
export class FrameCutter {
  #parts: Buffer[] = []
  #size = 0
  /** Bytes without which there is nothing to cut. */
  #wanted = 1

  /** Whether no packet has come in part. */
  get isEmpty(): boolean {
    return this.#size === 0
  }

  /**
   * The packets that are complete with this piece, without their lengths.
   *
   * @throws Error when a length is not one
   */
  cut(piece: Buffer): readonly Buffer[] {
    this.#parts.push(piece)
    this.#size += piece.length
    if (this.#size < this.#wanted) {
      if (this.#parts.length >= MOST_PARTS) this.#parts = [Buffer.concat(this.#parts)]
      return []
    }
    let rest = this.#parts.length === 1 ? piece : Buffer.concat(this.#parts)
    const packets: Buffer[] = []
    let header = readHeader(rest)
    while (header !== null && rest.length >= header.size + header.length) {
      packets.push(rest.subarray(header.size, header.size + header.length))
      rest = rest.subarray(header.size + header.length)
      header = readHeader(rest)
    }
    this.#parts = rest.length === 0 ? [] : [rest]
    this.#size = rest.length
    this.#wanted = header === null ? rest.length + 1 : header.size + header.length
    return packets
  }
}

/** Null while the length is not complete. */
function readHeader(bytes: Buffer): Header | null {
  let length = 0
  for (let index = 0; index < LONGEST_HEADER; index++) {
    const byte = bytes[index]
    if (byte === undefined) return null
    length |= (byte & 127) << (7 * index)
    if (byte < 128) return checked({ size: index + 1, length })
  }
  throw new Error(`Cannot read a packet: its length is more than ${LARGEST_PACKET} bytes.`)
}

function checked(header: Header): Header {
  if (header.length === 0) throw new Error('Cannot read a packet: its length is zero.')
  return header
}
