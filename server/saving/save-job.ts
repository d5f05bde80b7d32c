import type { PackedBytes } from './packed-bytes.ts'
import type { RecordChange, RegionKind, SaveChanges } from './save-folder.ts'

interface PendingRecord {
  readonly kind: RegionKind
  readonly x: number
  readonly z: number
  /** Null takes the record out. */
  readonly bytes: PackedBytes | null
}

/**
 * One save on its way: the state of one tick, put down bit by bit in later ones. Parts that are about to change are put down
 * before they do.
 */
export class SaveJob {
  readonly files = new Map<string, Buffer>()
  readonly #waiting = new Map<string, () => void>()
  readonly #records: PendingRecord[] = []

  /** Remembers a part that is put down later, or when its name is called. */
  add(name: string, putDown: () => void): void {
    this.#waiting.set(name, putDown)
  }

  get isPutDown(): boolean {
    return this.#waiting.size === 0
  }

  /** Puts that part down now, if it still waits. */
  putDown(name: string): void {
    const part = this.#waiting.get(name)
    this.#waiting.delete(name)
    part?.()
  }

  /** Puts down as many parts as that. */
  proceed(count: number): void {
    for (const name of this.#waiting.keys().take(count).toArray()) this.putDown(name)
  }

  record(kind: RegionKind, x: number, z: number, bytes: PackedBytes | null): void {
    this.#records.push({ kind, x, z, bytes })
  }

  /** All that is to be written, when everything has been put down and compressed. */
  async changes(): Promise<SaveChanges> {
    const records = await Promise.all(
      this.#records.map(async ({ bytes, ...place }): Promise<RecordChange> => {
        return { ...place, record: bytes === null ? null : await bytes.packed() }
      }),
    )
    return { files: this.files, records }
  }
}
