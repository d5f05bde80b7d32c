import { join } from 'node:path'
import { blockEntityTag, readBlockEntity } from '../game/block-entity-tags.ts'
import { columnKey, type Game } from '../game/game.ts'
import { forget } from '../game/tracking.ts'
import { intArrayTag, intTag, listTag, rootTag, type Tag } from '../protocol/tags.ts'
import { dropGrowth } from '../rules/growing-area.ts'
import type { PlacedEntity } from '../world/block-entities.ts'
import type { ColumnStore, StoredColumn } from '../world/column-store.ts'
import { decodeTag, encodeTag } from './binary.ts'
import { blockTickTags, restoreBlockTicks } from './block-tick-tags.ts'
import { ColumnContents, type Contents } from './column-contents.ts'
import type { ColumnExtras, ColumnTags } from './column-tags.ts'
import { restoreEntity, type Saved } from './entity-tags.ts'
import { forgetRest, restoreRest, withRest } from './hopper-tags.ts'
import { PackedBytes } from './packed-bytes.ts'
import { regionFileName } from './region-file.ts'
import { type RegionKind, type SaveFolder, tornFile } from './save-folder.ts'
import type { SaveJob } from './save-job.ts'
import type { TagReader } from './tag-reader.ts'

/** A column that has left the world and is not yet on the disk. */
interface ShelvedColumn {
  readonly x: number
  readonly z: number
  readonly region: PackedBytes
  /** Null for a column without entities. */
  readonly entities: PackedBytes | null
}

/** A column that has come into the world and whose entities and waiting blocks have not. */
interface Arrival {
  readonly x: number
  readonly z: number
  readonly tag: TagReader
}

/**
 * Brings columns with all that is in them from the save folder into the world and back. What leaves the world waits on the
 * shelf for the next save.
 */
export class ColumnShelf implements ColumnStore {
  readonly #game: Game
  readonly #folder: SaveFolder
  readonly #tags: ColumnTags
  #shelf = new Map<string, ShelvedColumn>()
  /** Columns of the shelf that a save is writing. */
  #leaving: ReadonlyMap<string, ShelvedColumn> = new Map()
  /** Columns in the world whose blocks are not on the disk as they are. */
  readonly #unsaved = new Set<string>()
  /** Columns in the world for which the disk or the shelf has entities. */
  readonly #withEntities = new Set<string>()
  #arrivals: Arrival[] = []
  #job: SaveJob | null = null
  /** What that save has put down of columns. */
  readonly #putDown = new Map<string, PackedBytes>()

  constructor(game: Game, folder: SaveFolder, tags: ColumnTags) {
    this.#game = game
    this.#folder = folder
    this.#tags = tags
    for (const { x, z } of game.world.loadedColumns()) this.#unsaved.add(columnKey(x, z))
  }

  /** Columns that wait for the next save outside the world. */
  get waiting(): number {
    return this.#shelf.size
  }

  load(x: number, z: number): StoredColumn | null {
    const key = columnKey(x, z)
    const tag = this.#read('region', x, z, (read) => read)
    if (tag === null || this.#shelf.has(key)) this.#unsaved.add(key)
    if (tag === null) return null
    this.#arrivals.push({ x, z, tag })
    return this.#reading('region', x, z, () => ({
      blocks: this.#tags.read(tag),
      blockEntities: tag.plainList('block_entities').flatMap((saved) => this.#placedEntity(saved)),
    }))
  }

  beforeChange(x: number, z: number): void {
    const key = columnKey(x, z)
    this.#unsaved.add(key)
    this.#job?.putDown(key)
  }

  /** Lets the entities and waiting blocks of columns that came into the world come too. */
  settle(): void {
    const arrivals = this.#arrivals
    this.#arrivals = []
    for (const { x, z, tag } of arrivals) {
      const key = columnKey(x, z)
      const entities = this.#read('entities', x, z, (read) => read.plainList('Entities')) ?? []
      this.#shelf.delete(key)
      if (entities.length > 0) this.#withEntities.add(key)
      this.#reading('entities', x, z, () => {
        for (const saved of entities) restoreEntity(this.#game, saved)
      })
      for (const saved of tag.plainList('block_entities')) restoreRest(this.#game, saved)
      restoreBlockTicks(this.#game, tag.plainList('fluid_ticks'), tag.plainList('block_ticks'))
    }
  }

  /** Takes columns out of the world, with all that is in them. */
  unload(columns: readonly { readonly x: number; readonly z: number }[]): void {
    this.settle()
    const contents = new ColumnContents(this.#game)
    for (const { x, z } of columns) this.#unloadOne(x, z, contents.of(x, z))
  }

  /** Adds to a save all that has changed, in the world and on the shelf. */
  startSave(job: SaveJob): void {
    this.settle()
    const contents = new ColumnContents(this.#game)
    for (const { x, z } of this.#game.world.loadedColumns()) this.#addColumn(job, x, z, contents.of(x, z))
    this.#leaving = this.#shelf
    this.#shelf = new Map()
    for (const { x, z, region, entities } of this.#leaving.values()) {
      job.record('region', x, z, region)
      job.record('entities', x, z, entities)
    }
    this.#job = job
  }

  /** The save has been written. */
  endSave(): void {
    this.#leaving = new Map()
    this.#putDown.clear()
    this.#job = null
  }

  /** The save could not be written: everything waits for the next one. */
  failSave(): void {
    for (const { x, z } of this.#game.world.loadedColumns()) this.#unsaved.add(columnKey(x, z))
    for (const [key, column] of this.#leaving) {
      if (!this.#shelf.has(key) && !this.#game.world.isLoaded(column.x, column.z))
        this.#shelf.set(key, column)
    }
    this.endSave()
  }

  #addColumn(job: SaveJob, x: number, z: number, contents: Contents): void {
    const key = columnKey(x, z)
    if (this.#unsaved.has(key) || !contents.isBare) {
      const extras = this.#extras(contents)
      job.add(key, () => {
        const region = this.#packColumn(x, z, extras)
        this.#putDown.set(key, region)
        job.record('region', x, z, region)
      })
      this.#unsaved.delete(key)
    }
    const { entities } = contents
    if (entities.length === 0 && !this.#withEntities.has(key)) return
    job.add(`entities ${key}`, () => job.record('entities', x, z, this.#packEntities(x, z, entities)))
    if (entities.length === 0) this.#withEntities.delete(key)
    else this.#withEntities.add(key)
  }

  #unloadOne(x: number, z: number, contents: Contents): void {
    const { world, fluidTicks, buttonTicks, fireTicks, redstone } = this.#game
    const key = columnKey(x, z)
    // A save that is on its way may fail: then the column must not be lost.
    const isOnDisk = this.#job === null && !this.#unsaved.has(key) && contents.isBare
    if (!isOnDisk || contents.entities.length > 0 || this.#withEntities.has(key)) {
      this.#job?.putDown(key)
      const isSame = contents.isBare && !this.#unsaved.has(key)
      const known = isSame ? this.#putDown.get(key) : undefined
      const region = known ?? this.#packColumn(x, z, this.#extras(contents))
      this.#shelf.set(key, { x, z, region, entities: this.#packEntities(x, z, contents.entities) })
    }
    for (const id of contents.entityIds) {
      this.#game.tags.delete(this.#game.entities.get(id)?.uuid ?? '')
      this.#game.entities.delete(id)
      forget(this.#game, id)
    }
    for (const ticks of [fluidTicks, buttonTicks, fireTicks, redstone.ticks]) {
      ticks.takeWhere((position) => position.x >> 4 === x && position.z >> 4 === z)
    }
    dropGrowth(this.#game, x, z)
    for (const { position } of contents.blockEntities) forgetRest(this.#game, position)
    this.#unsaved.delete(key)
    this.#withEntities.delete(key)
    world.unload(x, z)
  }

  #packColumn(x: number, z: number, extras: ColumnExtras): PackedBytes {
    return new PackedBytes(encodeTag(this.#tags.write(x, z, this.#game.world.blocksOf(x, z), extras)))
  }

  #packEntities(x: number, z: number, entities: readonly Tag[]): PackedBytes | null {
    if (entities.length === 0) return null
    const tag = rootTag({
      DataVersion: intTag(this.#game.protocol.saved.dataVersion),
      Position: intArrayTag([x, z]),
      Entities: listTag('compound', entities),
    })
    return new PackedBytes(encodeTag(tag))
  }

  #extras({ blockEntities, fluidTicks, blockTicks }: Contents): ColumnExtras {
    const { world, protocol, tick } = this.#game
    const tags = blockEntities.map(({ position, entity }) =>
      withRest(
        this.#game,
        position,
        blockEntityTag(protocol.saved, world.blockAt(position).name, position, entity),
      ),
    )
    return {
      blockEntities: tags.filter((tag) => tag !== null),
      fluidTicks: blockTickTags(this.#game, fluidTicks),
      blockTicks: blockTickTags(this.#game, blockTicks),
      tick,
    }
  }

  #placedEntity(saved: Saved): readonly PlacedEntity[] {
    const entity = readBlockEntity(this.#game.protocol.saved, saved)
    const position = { x: Number(saved.x), y: Number(saved.y), z: Number(saved.z) }
    return entity === null ? [] : [{ position, entity }]
  }

  /** From the shelf, or else from the disk. */
  #read<T>(kind: RegionKind, x: number, z: number, parse: (tag: TagReader) => T): T | null {
    const key = columnKey(x, z)
    const shelved = this.#shelf.get(key) ?? this.#leaving.get(key)
    if (shelved === undefined) return this.#folder.readRecord(kind, x, z, parse)
    const bytes = shelved[kind]
    return bytes === null ? null : parse(decodeTag(bytes.read()))
  }

  #reading<T>(kind: RegionKind, x: number, z: number, read: () => T): T {
    try {
      return read()
    } catch (error) {
      throw tornFile(join(this.#folder.path, kind, regionFileName(x, z)), error, `column ${x}, ${z}: `)
    }
  }
}
