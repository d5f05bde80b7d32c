import { lengthBytes } from '../../core/frame-stream.ts'

/** A packet that has been read. Other bots may have the same: nobody changes what is in it. */
export interface ReadPacket {
  readonly name: string
  readonly params: unknown
  /** In bytes. */
  readonly size: number
}

/** Reads a packet in the way of the protocol library. @throws what the library throws when it cannot */
export type ReadBytes = (bytes: Buffer) => ReadPacket

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
  'block_change',
  'sound_effect',
  'spawn_entity_experience_orb',
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
  readonly packet: ReadPacket
}

/**
 * Reads the columns that the bots of one process are sent once for all of them, as long as there is more than one: the same
 * bytes give the same object, which nobody may change.
 */
export class SharedPackets {
  readonly #known = new Map<string, KnownPacket>()
  /** Small packets by the bytes that they came in: those that go to several bots come as the same. */
  readonly #frames = new Map<Buffer, ReadPacket>()
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

  read(bytes: Buffer, readBytes: ReadBytes): ReadPacket {
    if (bytes.length < LEAST_BYTES || this.#readers < 2) return readBytes(bytes)
    const key = bytes.toString('latin1', 0, KEY_BYTES)
    const known = this.#known.get(key)
    return known?.bytes.equals(bytes) ? known.packet : this.#learn(key, bytes, readBytes)
  }

  /**
   * Reads a packet that came whole, or finds it among those that other bots have just got.
   *
   * @param frame the packet with its length before it, in a piece that nobody changes
   */
  readFrame(frame: Buffer, readBytes: ReadBytes): ReadPacket {
    if (frame.length >= LEAST_BYTES || this.#readers < 2) return this.read(contentOf(frame), readBytes)
    const known = this.#frames.get(frame)
    if (known !== undefined) return known
    const packet = readBytes(contentOf(frame))
    if (!SHARED_FRAMES.has(packet.name)) return packet
    if (this.#frames.size >= MOST_FRAMES) this.#frames.clear()
    this.#frames.set(frame, packet)
    return packet
  }

  #learn(key: string, bytes: Buffer, readBytes: ReadBytes): ReadPacket {
    // What comes in together shares its memory, and would be kept as a whole.
    const copy = Buffer.from(bytes)
    const packet = readBytes(copy)
    if (!SHARED.has(packet.name)) return packet
    packLight(packet.params)
    this.#forget(key)
    this.#known.set(key, { bytes: copy, packet })
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

/** The packet without its length. */
export function contentOf(frame: Buffer): Buffer {
  return frame.subarray(lengthBytes(frame))
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
