import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errorMessage, InfrastructureError, InputError } from '../../src/core/errors.ts'
import { decodeTag, decodeTagFile } from './binary.ts'
import { syncFolder, writeDurably } from './durable-files.ts'
import { FolderLock } from './folder-lock.ts'
import {
  buildRegion,
  type RegionRecords,
  readRegion,
  readRegionRecord,
  recordIndex,
  regionFileName,
  unpackRecord,
} from './region-file.ts'
import type { TagReader } from './tag-reader.ts'

/** The two kinds of region files: blocks with what they hold, and entities. */
export const regionKinds = ['region', 'entities'] as const

export type RegionKind = (typeof regionKinds)[number]

/** A column's record, to be put into its region file; null takes it out. */
export interface RecordChange {
  readonly kind: RegionKind
  readonly x: number
  readonly z: number
  readonly record: Buffer | null
}

export interface SaveChanges {
  /** Whole files by their path in the folder. */
  readonly files: ReadonlyMap<string, Buffer>
  readonly records: readonly RecordChange[]
}

/** New files stand here until all of them are complete. */
const ASIDE = '.saving'
const NEW_FILES = join(ASIDE, 'new')
const PLAYERS = 'playerdata'
/** Its presence says that all new files are complete. */
const COMPLETE = join(ASIDE, 'complete')

/**
 * A folder with a saved world. A save takes effect as a whole or not at all: its files are written aside and made durable,
 * a mark says that they are complete, and only then do they take their places. A start after a crash finishes or forgets it.
 */
export class SaveFolder {
  readonly path: string
  readonly #lock: FolderLock

  private constructor(path: string, lock: FolderLock) {
    this.path = path
    this.#lock = lock
  }

  /**
   * Opens the folder, or makes a new one, for this process alone.
   *
   * @throws InputError when another process uses it, or its files are torn
   */
  static async open(path: string): Promise<SaveFolder> {
    await mkdir(path, { recursive: true })
    const folder = new SaveFolder(path, FolderLock.take(path))
    try {
      await folder.#recover()
      await folder.#verifyRegions()
      await folder.#verifyPlayers()
      return folder
    } catch (error) {
      folder.close()
      throw error
    }
  }

  /** Lets other processes use the folder. */
  close(): void {
    this.#lock.release()
  }

  /** Names of what lies in the folder, besides what this class needs for itself. */
  async names(): Promise<readonly string[]> {
    const names = await readdir(this.path)
    return names.filter((name) => name !== ASIDE && !FolderLock.isLock(name))
  }

  /** The bytes of a file; null where there is none. */
  read(name: string): Buffer | null {
    const file = join(this.path, name)
    return existsSync(file) ? readFileSync(file) : null
  }

  /** A file of tags such as `level.dat`; null where there is none. @throws InputError when it is torn */
  readTags<T>(name: string, parse: (tag: TagReader) => T): T | null {
    const bytes = this.read(name)
    if (bytes === null) return null
    try {
      return parse(decodeTagFile(bytes))
    } catch (error) {
      throw tornFile(join(this.path, name), error)
    }
  }

  /** What is saved of a column; null where nothing is. @throws InputError when it is torn */
  readRecord<T>(kind: RegionKind, x: number, z: number, parse: (tag: TagReader) => T): T | null {
    const file = join(this.path, kind, regionFileName(x, z))
    try {
      const record = readRegionRecord(file, recordIndex(x, z))
      return record === null ? null : parse(decodeTag(unpackRecord(record)))
    } catch (error) {
      throw tornFile(file, error, `column ${x}, ${z}: `)
    }
  }

  /** Makes the changes durable, all or none of them. @throws InfrastructureError when the disk refuses */
  async commit(changes: SaveChanges): Promise<void> {
    try {
      await rm(join(this.path, ASIDE), { recursive: true, force: true })
      for (const [name, bytes] of changes.files) await this.#writeAside(name, bytes)
      for (const [name, regionChanges] of byRegion(changes.records)) {
        await this.#writeAside(name, await this.#changedRegion(name, regionChanges))
      }
      await mkdir(join(this.path, NEW_FILES), { recursive: true })
      await writeDurably(join(this.path, COMPLETE), Buffer.alloc(0))
      await this.#recover()
    } catch (error) {
      throw new InfrastructureError(
        `Cannot save into "${this.path}": ${errorMessage(error)} What was saved before is still there.`,
        { cause: error },
      )
    }
  }

  async #changedRegion(name: string, changes: readonly RecordChange[]): Promise<Buffer> {
    const file = join(this.path, name)
    const records: RegionRecords = existsSync(file) ? readRegion(await readFile(file)) : new Map()
    for (const { x, z, record } of changes) {
      if (record === null) records.delete(recordIndex(x, z))
      else records.set(recordIndex(x, z), record)
    }
    return buildRegion(records)
  }

  async #writeAside(name: string, bytes: Buffer): Promise<void> {
    const file = join(this.path, NEW_FILES, name)
    await mkdir(dirname(file), { recursive: true })
    await writeDurably(file, bytes)
  }

  /** Brings complete new files to their places; forgets incomplete ones. */
  async #recover(): Promise<void> {
    const aside = join(this.path, ASIDE)
    if (existsSync(join(this.path, COMPLETE))) await this.#moveNewFiles()
    await rm(aside, { recursive: true, force: true })
  }

  async #moveNewFiles(): Promise<void> {
    const newFiles = join(this.path, NEW_FILES)
    const entries = await readdir(newFiles, { recursive: true, withFileTypes: true })
    const touched = new Set<string>([this.path])
    for (const entry of entries.filter((found) => found.isFile())) {
      const from = join(entry.parentPath, entry.name)
      const to = join(this.path, from.slice(newFiles.length + 1))
      await mkdir(dirname(to), { recursive: true })
      await rename(from, to)
      touched.add(dirname(to))
    }
    for (const folder of touched) await syncFolder(folder)
  }

  /** Reads all region files to their last byte, so that a torn one is found now and not in the middle of a game. */
  async #verifyRegions(): Promise<void> {
    for (const kind of regionKinds) {
      const folder = join(this.path, kind)
      if (!existsSync(folder)) continue
      for (const name of await readdir(folder)) {
        if (name.endsWith('.mca')) await verifyRegion(join(folder, name))
      }
    }
  }

  async #verifyPlayers(): Promise<void> {
    const folder = join(this.path, PLAYERS)
    if (!existsSync(folder)) return
    for (const name of await readdir(folder)) {
      if (name.endsWith('.dat')) this.readTags(join(PLAYERS, name), (tag) => tag.names())
    }
  }
}

/** What to do about a file that cannot be read. */
export function tornFile(file: string, error: unknown, where = ''): InputError {
  return new InputError(
    `Cannot read the save file "${file}": ${where}${errorMessage(error)}. It is damaged or was written by another ` +
      'program: put a copy of the folder from before in its place, or name another folder. Nothing was changed.',
    { cause: error },
  )
}

async function verifyRegion(file: string): Promise<void> {
  try {
    for (const [index, record] of readRegion(await readFile(file))) {
      try {
        unpackRecord(record)
      } catch (error) {
        throw new Error(`column ${index & 31}, ${index >> 5} of the region: ${errorMessage(error)}`)
      }
    }
  } catch (error) {
    throw tornFile(file, error)
  }
}

function byRegion(changes: readonly RecordChange[]): ReadonlyMap<string, readonly RecordChange[]> {
  return Map.groupBy(changes, ({ kind, x, z }) => join(kind, regionFileName(x, z)))
}
