import type { PacketReader } from '../../core/read-packet.ts'

/** A packet as the protocol library parses it. */
export interface ParsedPacket {
  readonly data: { readonly name: string; readonly params: unknown }
  readonly metadata: object
  readonly buffer: Buffer
  readonly fullBuffer: Buffer
}

/** Packets that several bots get in the same form, and nobody changes once they are read. */
const SHARED = new Set(['map_chunk', 'update_light'])
/** Small packets of which Mineflayer's listeners take numbers and texts alone. */
const SHARED_FRAMES = new Set([
  'sync_entity_position',
  'entity_teleport',
  'entity_head_rotation',
  'entity_velocity',
  'entity_status',
  'entity_destroy',
  'spawn_entity',
  'animation',
  'damage_event',
  'hurt_animation',
  'collect',
  'block_break_animation',
  'world_event',
  'update_time',
])
/** Packets that came whole and are kept until as many others have come. */
const MOST_FRAMES = 256
/** Shorter packets are not worth a search. In bytes. */
const LEAST_BYTES = 512
/** Bytes of packets that are kept: the columns around a dozen bots. */
const MOST_BYTES = 1 << 25
/** Number of the packet, and the place of its column. */
const KEY_BYTES = 9

interface KnownPacket {
  readonly bytes: Buffer
  readonly data: ParsedPacket['data']
}

/**
 * Reads the columns that the bots of one process are sent once for all of them, as long as there is more than one: the same
 * bytes give the same object, which nobody may change.
 */
export class SharedPackets {
  readonly #known = new Map<string, KnownPacket>()
  /** Small packets by the bytes that they came in: those that go to several bots come as the same. */
  readonly #frames = new Map<Buffer, ParsedPacket>()
  #size = 0
  #readers = 0

  /** One more bot reads packets, until the returned function is called. */
  join(): () => void {
    this.#readers++
    let isIn = true
    return () => {
      if (isIn) this.#readers--
      isIn = false
      if (this.#readers <= 1) this.#forgetAll()
    }
  }

  parse(bytes: Buffer, client: PacketReader<ParsedPacket>): ParsedPacket {
    if (bytes.length < LEAST_BYTES || this.#readers < 2) return client.deserializer.parsePacketBuffer(bytes)
    const key = bytes.toString('latin1', 0, KEY_BYTES)
    const known = this.#known.get(key)
    if (known === undefined || !known.bytes.equals(bytes)) return this.#learn(key, bytes, client)
    return copyOf({ data: known.data, metadata: {}, buffer: bytes, fullBuffer: bytes })
  }

  /**
   * Reads a packet that came whole, or finds it among those that other bots have just got.
   *
   * @param frame the piece in which it came, which nobody changes
   * @param bytes the packet in it
   */
  parseFrame(frame: Buffer, bytes: Buffer, client: PacketReader<ParsedPacket>): ParsedPacket {
    if (bytes.length >= LEAST_BYTES || this.#readers < 2) return this.parse(bytes, client)
    const known = this.#frames.get(frame)
    if (known !== undefined) return copyOf(known)
    const packet = client.deserializer.parsePacketBuffer(bytes)
    if (!SHARED_FRAMES.has(packet.data.name)) return packet
    if (this.#frames.size >= MOST_FRAMES) this.#frames.clear()
    this.#frames.set(frame, packet)
    return copyOf(packet)
  }

  #learn(key: string, bytes: Buffer, client: PacketReader<ParsedPacket>): ParsedPacket {
    // What comes in together shares its memory, and would be kept as a whole.
    const copy = Buffer.from(bytes)
    const packet = client.deserializer.parsePacketBuffer(copy)
    if (!SHARED.has(packet.data.name)) return packet
    packLight(packet.data.params)
    this.#forget(key)
    this.#known.set(key, { bytes: copy, data: { ...packet.data } })
    this.#size += copy.length
    for (const oldest of this.#known.keys()) {
      if (this.#size <= MOST_BYTES) break
      this.#forget(oldest)
    }
    return packet
  }

  #forget(key: string): void {
    this.#size -= this.#known.get(key)?.bytes.length ?? 0
    this.#known.delete(key)
  }

  #forgetAll(): void {
    this.#known.clear()
    this.#frames.clear()
    this.#size = 0
  }
}

/** The same packet for one more reader: the library notes things in what is not shared here. */
function copyOf({ data, buffer, fullBuffer }: ParsedPacket): ParsedPacket {
  const { name, params } = data
  return { data: { name, params }, metadata: { size: buffer.length }, buffer, fullBuffer }
}

/** Keeps light in bytes, where the library keeps it in arrays of numbers of eight times the size. */
function packLight(params: unknown): void {
  for (const light of ['skyLight', 'blockLight']) {
    const sections: unknown = Reflect.get(Object(params), light)
    if (Array.isArray(sections))
      Reflect.set(
        Object(params),
        light,
        sections.map((section) => Buffer.from(section)),
      )
  }
}
