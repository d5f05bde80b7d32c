import { packRecord, unpackRecord } from './region-file.ts'

/** Bytes that are being compressed on another thread, and can be read all the while. */
export class PackedBytes {
  readonly #packing: Promise<Buffer>
  #raw: Buffer | null
  #packed: Buffer = Buffer.alloc(0)

  constructor(raw: Buffer) {
    this.#raw = raw
    this.#packing = packRecord(raw).then((packed) => {
      this.#packed = packed
      this.#raw = null
      return packed
    })
  }

  read(): Buffer {
    return this.#raw ?? unpackRecord(this.#packed)
  }

  /** The bytes in the form of region files, once they are compressed. */
  packed(): Promise<Buffer> {
    return this.#packing
  }
}
