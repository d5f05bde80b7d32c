const SIZE = 256

/** A few hundred columns that were looked at last, found without a look into a map by numbers that do not fit into 31 bits. */
export class RecentColumns<Column extends { readonly x: number; readonly z: number }> {
  readonly #columns = new Array<Column | null>(SIZE).fill(null)

  /** Null where another column has taken the place of the one that is looked for. Coordinates are in columns. */
  at(x: number, z: number): Column | null {
    const column = this.#columns[slotOf(x, z)] ?? null
    return column !== null && column.x === x && column.z === z ? column : null
  }

  keep(column: Column): void {
    this.#columns[slotOf(column.x, column.z)] = column
  }

  forget(x: number, z: number): void {
    this.#columns[slotOf(x, z)] = null
  }
}

/** Columns within 16 of each other have places of their own. */
function slotOf(x: number, z: number): number {
  return ((x & 15) << 4) | (z & 15)
}
