import type { Column } from './column.ts'

/**
 * Makes the columns of a world. A column depends on nothing but the generator's own settings, its seed and the column's
 * place, so columns can be made in any order.
 */
export interface ColumnGenerator {
  /** Makes a new column. Its place is given in columns: blocks divided by 16, rounded down. */
  column(columnX: number, columnZ: number): Column
  /** A dry, safe place where players appear: the block that holds their feet. */
  spawn(): { readonly x: number; readonly y: number; readonly z: number }
  /** Name of the biome at a place, without making the column; left out where all the world is one biome. */
  biomeAt?(x: number, z: number): string
  /** Name of the biome of columns that name none themselves. */
  readonly biome: string
}
