import type { Position } from '../../../src/core/position.ts'
import type { Column } from '../column.ts'
import { columnNumber } from '../column-number.ts'
import { RecentColumns } from '../recent-columns.ts'
import { type ColumnLight, lightColumn } from './column-light.ts'
import { joinLight } from './join-light.ts'
import { type LightLayer, placeOf } from './light-layer.ts'
import type { LightTables } from './light-tables.ts'
import { type LightChange, relight } from './relight.ts'

/** A column whose light has been computed. */
export interface LitColumn extends ColumnLight {
  readonly x: number
  readonly z: number
  joinedEast: boolean
  joinedSouth: boolean
  /** Whether nothing from beside it can shine in any more that has not done so. */
  complete: boolean
}

/**
 * The light of a world. A column gets light when it is first asked for, from its own blocks and those of the eight columns
 * around it, which is as far as light goes. Changes of blocks wait until light is asked for or taken, and are then worked
 * in together, across columns.
 */
export class WorldLight {
  readonly #tables: LightTables
  readonly #blocksOf: (x: number, z: number) => Column
  readonly #columns = new Map<number, LitColumn>()
  readonly #recent = new RecentColumns<LitColumn>()
  readonly #changed = new Set<LitColumn>()
  #waiting: LightChange[] = []

  /** @param blocksOf gives the blocks of any column, live; coordinates are in columns */
  constructor(tables: LightTables, blocksOf: (x: number, z: number) => Column) {
    this.#tables = tables
    this.#blocksOf = blocksOf
  }

  /** The light of a column, live. Coordinates are in columns. */
  columnAt(x: number, z: number): LitColumn {
    this.#settle()
    const column = this.#lit(x, z)
    if (!column.complete) this.#complete(column)
    return column
  }

  /** A block has changed from one state to another. */
  note({ x, y, z }: Position, before: number, after: number): void {
    const { opacity, emission } = this.#tables
    if (opacity[before] === opacity[after] && emission[before] === emission[after]) return
    const column = this.#columns.get(columnNumber(x >> 4, z >> 4))
    if (column !== undefined) this.#waiting.push({ column, place: placeOf(x & 15, y, z & 15) })
  }

  /** The columns with sections whose light has changed since the last call; who takes them clears `changed`. */
  takeChanges(): readonly LitColumn[] {
    this.#settle()
    const changed = [...this.#changed].filter(({ sky, block }) => sky.changed !== 0 || block.changed !== 0)
    this.#changed.clear()
    return changed
  }

  /** Drops the light of a column that leaves the world; those around it will ask for it again. */
  forget(x: number, z: number): void {
    this.#settle()
    const column = this.#columns.get(columnNumber(x, z))
    if (column === undefined) return
    this.#columns.delete(columnNumber(x, z))
    this.#recent.forget(x, z)
    this.#changed.delete(column)
    for (const kind of ['sky', 'block'] as const) unlink(column[kind])
    for (let aroundX = x - 1; aroundX <= x + 1; aroundX++) {
      for (let aroundZ = z - 1; aroundZ <= z + 1; aroundZ++) {
        const around = this.#columns.get(columnNumber(aroundX, aroundZ))
        if (around === undefined) continue
        around.complete = false
        if (aroundX === x - 1 && aroundZ === z) around.joinedEast = false
        if (aroundX === x && aroundZ === z - 1) around.joinedSouth = false
      }
    }
  }

  #settle(): void {
    if (this.#waiting.length === 0) return
    const changes = this.#waiting
    this.#waiting = []
    relight(changes, this.#tables)
  }

  #complete(column: LitColumn): void {
    for (let x = column.x - 1; x <= column.x + 1; x++) {
      for (let z = column.z - 1; z <= column.z + 1; z++) {
        const one = this.#lit(x, z)
        if (x <= column.x) this.#joinEast(one)
        if (z <= column.z) this.#joinSouth(one)
      }
    }
    column.complete = true
    // Nobody has been told of this column yet, so nothing of it has changed.
    column.sky.changed = 0
    column.block.changed = 0
  }

  #joinEast(column: LitColumn): void {
    if (column.joinedEast) return
    column.joinedEast = true
    const east = this.#lit(column.x + 1, column.z)
    joinLight(column.sky, east.sky, 'east', this.#tables)
    joinLight(column.block, east.block, 'east', this.#tables)
  }

  #joinSouth(column: LitColumn): void {
    if (column.joinedSouth) return
    column.joinedSouth = true
    const south = this.#lit(column.x, column.z + 1)
    joinLight(column.sky, south.sky, 'south', this.#tables)
    joinLight(column.block, south.block, 'south', this.#tables)
  }

  #lit(x: number, z: number): LitColumn {
    const recent = this.#recent.at(x, z)
    if (recent !== null) return recent
    const column = this.#columns.get(columnNumber(x, z)) ?? this.#make(x, z)
    this.#recent.keep(column)
    return column
  }

  #make(x: number, z: number): LitColumn {
    let column: LitColumn | null = null
    const light = lightColumn(this.#blocksOf(x, z), this.#tables, () => {
      if (column !== null) this.#changed.add(column)
    })
    column = { ...light, x, z, joinedEast: false, joinedSouth: false, complete: false }
    this.#columns.set(columnNumber(x, z), column)
    this.#link(column)
    return column
  }

  #link(column: LitColumn): void {
    const { x, z } = column
    const beside = (dx: number, dz: number) => this.#columns.get(columnNumber(x + dx, z + dz))
    for (const kind of ['sky', 'block'] as const) {
      const layer = column[kind]
      layer.changed = 0
      layer.west = beside(-1, 0)?.[kind] ?? null
      layer.east = beside(1, 0)?.[kind] ?? null
      layer.north = beside(0, -1)?.[kind] ?? null
      layer.south = beside(0, 1)?.[kind] ?? null
      if (layer.west !== null) layer.west.east = layer
      if (layer.east !== null) layer.east.west = layer
      if (layer.north !== null) layer.north.south = layer
      if (layer.south !== null) layer.south.north = layer
    }
  }
}

function unlink(layer: LightLayer): void {
  if (layer.west !== null) layer.west.east = null
  if (layer.east !== null) layer.east.west = null
  if (layer.north !== null) layer.north.south = null
  if (layer.south !== null) layer.south.north = null
}
