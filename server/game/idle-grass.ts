import type { Position } from '../../src/core/position.ts'
import { RecentColumns } from '../world/recent-columns.ts'

interface IdleColumn {
  readonly x: number
  readonly z: number
  /** Height of a block of grass that is idle at each of 16×16 places, x fastest. */
  readonly heights: Int16Array
}

const NONE = -32_768

/**
 * Grass that lives and has nothing around it to spread to, as was found out once: most of a meadow. Forgotten where a block
 * nearby changes. Of columns far apart only those that were looked at last are kept.
 */
export class IdleGrass {
  readonly #columns = new RecentColumns<IdleColumn>()

  has(x: number, y: number, z: number): boolean {
    return this.#columns.at(x >> 4, z >> 4)?.heights[((z & 15) << 4) | (x & 15)] === y
  }

  add({ x, y, z }: Position): void {
    let column = this.#columns.at(x >> 4, z >> 4)
    if (column === null) {
      column = { x: x >> 4, z: z >> 4, heights: new Int16Array(256).fill(NONE) }
      this.#columns.keep(column)
    }
    column.heights[((z & 15) << 4) | (x & 15)] = y
  }

  /** A block has changed: the grass up to one block to the sides may have something to do. */
  forgetAround({ x, z }: Position): void {
    for (let besideX = x - 1; besideX <= x + 1; besideX++) {
      for (let besideZ = z - 1; besideZ <= z + 1; besideZ++) {
        const column = this.#columns.at(besideX >> 4, besideZ >> 4)
        if (column !== null) column.heights[((besideZ & 15) << 4) | (besideX & 15)] = NONE
      }
    }
  }

  /** A column leaves the world, or comes back to it. */
  forgetColumn(columnX: number, columnZ: number): void {
    this.#columns.forget(columnX, columnZ)
  }
}
