import type { PlacedEntity } from './block-entities.ts'
import type { Column } from './column.ts'

/** A column as it was kept. */
export interface StoredColumn {
  readonly blocks: Column
  readonly blockEntities: readonly PlacedEntity[]
}

/** Keeps columns for when they are not in the world. Coordinates are in columns. */
export interface ColumnStore {
  /** The column as it was kept; null for one that never was. */
  load(x: number, z: number): StoredColumn | null
  /** Called before a block in the column changes. */
  beforeChange(x: number, z: number): void
}
