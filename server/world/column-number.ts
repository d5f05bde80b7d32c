const COLUMN_OFFSET = 2 ** 22

/** One number for the place of a column, whose coordinates count columns. */
export function columnNumber(x: number, z: number): number {
  return (x + COLUMN_OFFSET) * 2 * COLUMN_OFFSET + z + COLUMN_OFFSET
}
