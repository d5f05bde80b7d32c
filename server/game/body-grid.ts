import type { Position } from '../../src/core/position.ts'
import { columnNumber } from '../world/column-number.ts'
import type { Entity } from './entity.ts'
import type { Player } from './player.ts'

/** Bodies by squares of the map, so that who looks for those near a place need not look at all. */
export class BodyGrid {
  readonly #size: number
  readonly #cells = new Map<number, (Player | Entity)[]>()

  /** @param size of the squares, in blocks: what is farther away than that is not found */
  constructor(size: number) {
    this.#size = size
  }

  add(body: Player | Entity): void {
    const key = columnNumber(this.#cellOf(body.position.x), this.#cellOf(body.position.z))
    const cell = this.#cells.get(key)
    if (cell === undefined) this.#cells.set(key, [body])
    else cell.push(body)
  }

  /** All bodies within the size of a square of the place, and some that are a little farther away, in groups. */
  around({ x, z }: Position): readonly (readonly (Player | Entity)[])[] {
    const [centerX, centerZ] = [this.#cellOf(x), this.#cellOf(z)]
    const groups: (readonly (Player | Entity)[])[] = []
    for (let cellX = centerX - 1; cellX <= centerX + 1; cellX++) {
      for (let cellZ = centerZ - 1; cellZ <= centerZ + 1; cellZ++) {
        const cell = this.#cells.get(columnNumber(cellX, cellZ))
        if (cell !== undefined) groups.push(cell)
      }
    }
    return groups
  }

  #cellOf(coordinate: number): number {
    return Math.floor(coordinate / this.#size)
  }
}
