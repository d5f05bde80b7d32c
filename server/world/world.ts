import { createHash } from 'node:crypto'
import type { Position } from '../../src/core/position.ts'
import type { BlockKind, BlockProperties } from '../data/block-kind.ts'
import type { GameRegistry } from '../data/game-registry.ts'
import { BlockEntities, type PlacedEntity } from './block-entities.ts'
import type { BlockEntity } from './block-entity.ts'
import type { Column } from './column.ts'
import { type ColumnPayload, createColumnEncoder, type EncodeColumn } from './column-encoder.ts'
import type { ColumnGenerator } from './column-generator.ts'
import { columnNumber } from './column-number.ts'
import type { ColumnStore } from './column-store.ts'
import { placeOf } from './light/light-layer.ts'
import { createLightTables } from './light/light-tables.ts'
import { type LitColumn, WorldLight } from './light/world-light.ts'
import { RecentColumns } from './recent-columns.ts'
import { isInsideHeight, MAX_Y } from './world-bounds.ts'

/** A block that was read from the world: a snapshot. */
export interface WorldBlock {
  readonly position: Position
  readonly state: number
  readonly kind: BlockKind
  readonly name: string
  readonly properties: BlockProperties
}

/** A block that has just changed. */
export interface BlockChange {
  readonly position: Position
  readonly before: number
  readonly after: number
  /** What the block held, when a block of another kind took its place. */
  readonly removedEntity: BlockEntity | null
}

interface LoadedColumn {
  readonly x: number
  readonly z: number
  readonly blocks: Column
  payload: ColumnPayload | null
  /** Revision of the light in the payload. */
  lightRevision: number
}

/** How bright a place is, 0 to 15, by the sky at noon and by lamps. */
export interface Brightness {
  readonly sky: number
  readonly block: number
}

/**
 * All blocks of one world. Columns are generated when they are first looked at. Positions are whole numbers: the lower
 * north-west corner of a block.
 */
export class World {
  readonly registry: GameRegistry
  /** Where players appear: the block that holds their feet. */
  spawn: Position
  /** Where columns come from that were here before, and where they go; null where all stay in the world. */
  store: ColumnStore | null = null
  readonly #generator: ColumnGenerator
  readonly #encode: EncodeColumn
  readonly #light: WorldLight
  readonly #columns = new Map<number, LoadedColumn>()
  readonly #recent = new RecentColumns<LoadedColumn>()
  readonly #entities = new BlockEntities()
  readonly #listeners = new Set<(change: BlockChange) => void>()

  constructor(registry: GameRegistry, generator: ColumnGenerator, spawn: Position | null = null) {
    this.registry = registry
    this.#generator = generator
    this.#encode = createColumnEncoder(registry, generator.biome)
    this.#light = new WorldLight(createLightTables(registry), (x, z) => this.#column(x, z).blocks)
    this.spawn = spawn ?? generator.spawn()
  }

  /** Name of the biome of columns that name none themselves. */
  get biome(): string {
    return this.#generator.biome
  }

  /** State of the block; air above and below the world. */
  blockStateAt(position: Position): number {
    const column = this.#column(position.x >> 4, position.z >> 4)
    return column.blocks.stateAt(position.x & 15, position.y, position.z & 15)
  }

  blockAt(position: Position): WorldBlock {
    const state = this.blockStateAt(position)
    const kind = this.registry.blockOfState(state)
    return { position, state, kind, name: kind.name, properties: this.registry.propertiesOfState(state) }
  }

  /**
   * Puts a state into the world and tells all listeners. What the block held is dropped from the world when a block of
   * another kind takes its place; the change carries it.
   *
   * @returns false when nothing changed: the state was there already, or the place is outside the world's height
   */
  setBlockState(position: Position, state: number): boolean {
    const before = this.blockStateAt(position)
    if (before === state || !isInsideHeight(position.y)) return false
    const column = this.#column(position.x >> 4, position.z >> 4)
    this.store?.beforeChange(column.x, column.z)
    column.blocks.setState(position.x & 15, position.y, position.z & 15, state)
    column.payload = null
    this.#light.note(position, before, state)
    const sameKind = this.registry.blockOfState(before) === this.registry.blockOfState(state)
    const removedEntity = sameKind ? null : this.removeBlockEntity(position)
    for (const listener of this.#listeners) listener({ position, before, after: state, removedEntity })
    return true
  }

  /** `setBlockState` by name; properties that are not given are those of the default state. Throws on unknown names. */
  setBlock(position: Position, name: string, properties: BlockProperties = {}): boolean {
    return this.setBlockState(position, this.registry.state(name, properties))
  }

  /** Calls the listener after each change; the returned function ends that. */
  onChange(listener: (change: BlockChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Height of the highest block that is not air, one below the world where there is none. */
  surfaceY(x: number, z: number): number {
    return this.#column(x >> 4, z >> 4).blocks.highest(x & 15, z & 15, (state) => state !== 0)
  }

  /** Height of the highest block that one can stand on, trees aside; one below the world where there is none. */
  groundY(x: number, z: number): number {
    const carries = (state: number) => {
      const { name, boundingBox } = this.registry.blockOfState(state)
      return boundingBox === 'block' && !/_(leaves|log)$/.test(name)
    }
    return this.#column(x >> 4, z >> 4).blocks.highest(x & 15, z & 15, carries)
  }

  /** Name of the biome that the generator has in mind for a place, without making the column. */
  plannedBiomeAt(x: number, z: number): string {
    return this.#generator.biomeAt?.(x, z) ?? this.#generator.biome
  }

  /** Name of the biome at a place; at all heights the same. */
  biomeAt(x: number, z: number): string {
    const { biomes } = this.#column(x >> 4, z >> 4).blocks
    const id = biomes?.[(((z & 15) >> 2) << 2) | ((x & 15) >> 2)]
    return id === undefined ? this.#generator.biome : this.registry.biomeName(id)
  }

  blockEntityAt(position: Position): BlockEntity | null {
    return this.#entities.at(position)
  }

  setBlockEntity(position: Position, entity: BlockEntity): void {
    this.#entities.set(position, entity)
    const column = this.#columns.get(columnNumber(position.x >> 4, position.z >> 4))
    if (column !== undefined) column.payload = null
  }

  removeBlockEntity(position: Position): BlockEntity | null {
    return this.#entities.remove(position)
  }

  /** Everything that blocks hold, in the order in which it was put there. */
  blockEntities(): Iterable<PlacedEntity> {
    return this.#entities.all()
  }

  /** What the blocks of a column hold. Coordinates are in columns. */
  blockEntitiesIn(columnX: number, columnZ: number): readonly PlacedEntity[] {
    return this.#entities.inColumn(columnX, columnZ)
  }

  /** The blocks of a column, live. Coordinates are in columns. Do not write to them. */
  blocksOf(columnX: number, columnZ: number): Column {
    return this.#column(columnX, columnZ).blocks
  }

  /** The places of all columns that are in the world, in the order in which they came. */
  loadedColumns(): readonly { readonly x: number; readonly z: number }[] {
    return [...this.#columns.values()]
  }

  isLoaded(columnX: number, columnZ: number): boolean {
    return this.#columns.has(columnNumber(columnX, columnZ))
  }

  /** Takes a column with all that its blocks hold out of the world; it comes back when it is next looked at. */
  unload(columnX: number, columnZ: number): void {
    for (const { position } of this.blockEntitiesIn(columnX, columnZ)) this.#entities.remove(position)
    this.#light.forget(columnX, columnZ)
    this.#columns.delete(columnNumber(columnX, columnZ))
    this.#recent.forget(columnX, columnZ)
  }

  /**
   * The fields of the `map_chunk` packet for the column, made once and kept until a block in it, or what one
   * holds, changes. Coordinates
   * are in columns. Do not write to it.
   */
  columnPayload(columnX: number, columnZ: number): ColumnPayload {
    const column = this.#column(columnX, columnZ)
    const light = this.#light.columnAt(columnX, columnZ)
    const revision = light.sky.revision + light.block.revision
    if (column.payload !== null && column.lightRevision === revision) return column.payload
    column.payload = this.#encode(columnX, columnZ, column.blocks, light)
    column.lightRevision = revision
    return column.payload
  }

  /** Whether the column has been made and nothing in it changed since its payload was. Coordinates are in columns. */
  hasPayload(columnX: number, columnZ: number): boolean {
    return this.#columns.get(columnNumber(columnX, columnZ))?.payload != null
  }

  /** How bright the place is, taking all changes of blocks so far into account. */
  lightAt({ x, y, z }: Position): Brightness {
    if (!isInsideHeight(y)) return { sky: y > MAX_Y ? 15 : 0, block: 0 }
    const { sky, block } = this.#light.columnAt(x >> 4, z >> 4)
    const place = placeOf(x & 15, y, z & 15)
    return { sky: sky.at(place), block: block.at(place) }
  }

  /** The columns with sections whose light has changed since the last call; who takes them clears `changed`. */
  takeLightChanges(): readonly LitColumn[] {
    return this.#light.takeChanges()
  }

  /** SHA-256 over all columns made so far and their blocks, whatever the order in which they were made. */
  hash(): string {
    const hash = createHash('sha256')
    const columns = [...this.#columns.values()].sort((a, b) => a.x - b.x || a.z - b.z)
    for (const column of columns) {
      hash.update(`column ${column.x} ${column.z};`)
      column.blocks.compact()
      for (const section of column.blocks.sections) {
        if (typeof section === 'number') hash.update(`${section};`)
        else hash.update(section)
      }
    }
    return hash.digest('hex')
  }

  #column(x: number, z: number): LoadedColumn {
    const recent = this.#recent.at(x, z)
    if (recent !== null) return recent
    const loaded = this.#columns.get(columnNumber(x, z)) ?? this.#make(x, z)
    this.#recent.keep(loaded)
    return loaded
  }

  #make(x: number, z: number): LoadedColumn {
    const stored = this.store?.load(x, z) ?? null
    const blocks = stored?.blocks ?? this.#generator.column(x, z)
    const column: LoadedColumn = { x, z, blocks, payload: null, lightRevision: -1 }
    this.#columns.set(columnNumber(x, z), column)
    for (const { position, entity } of stored?.blockEntities ?? []) this.#entities.set(position, entity)
    return column
  }
}
