/** Where a column is, in columns. */
export interface ColumnPlace {
  readonly x: number
  readonly z: number
}

/** Names a column by its coordinates, which count columns. */
export function columnKey(columnX: number, columnZ: number): string {
  return `${columnX},${columnZ}`
}
