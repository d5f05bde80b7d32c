import type { Position } from '../../src/core/position.ts'
import type { ItemEntity } from './entity.ts'

/** Edge of the squares of the map by which items are found, in blocks; how many lie along each axis before they count as the same. */
const SQUARE = 8
const SQUARES = 16

/**
 * Items that lie still: most of all bodies in a game. They are found by where they lie, so that nobody has to look at all of them
 * in each tick.
 */
export class StillItems {
  readonly #squares = Array.from({ length: SQUARES ** 2 }, () => new Set<ItemEntity>())
  /** None of them appeared before this item tick. */
  #earliest = Number.POSITIVE_INFINITY

  add(item: ItemEntity): void {
    this.#squareAt(item.position).add(item)
    this.#earliest = Math.min(this.#earliest, item.appeared)
  }

  /** Says whether it was among them. It must lie where it lay when it was added. */
  delete(item: ItemEntity): boolean {
    return this.#squareAt(item.position).delete(item)
  }

  clear(): void {
    for (const square of this.#squares) square.clear()
  }

  /** All that lie within so many blocks, a hundred at most, along x and z, and some that do not. */
  around({ x, z }: Position, reach: number): readonly ItemEntity[] {
    const found: ItemEntity[] = []
    const [lastEast, lastSouth] = [squareOf(x + reach), squareOf(z + reach)]
    for (let east = squareOf(x - reach); east <= lastEast; east++) {
      for (let south = squareOf(z - reach); south <= lastSouth; south++) {
        for (const item of this.#square(east, south)) found.push(item)
      }
    }
    return found
  }

  /** Those that appeared in an item tick or before. */
  appearedUntil(tick: number): readonly ItemEntity[] {
    if (tick < this.#earliest) return []
    const items = this.#squares.flatMap((square) => [...square])
    this.#earliest = items.reduce(
      (earliest, { appeared }) => Math.min(earliest, appeared),
      Number.POSITIVE_INFINITY,
    )
    return items.filter(({ appeared }) => appeared <= tick)
  }

  #squareAt({ x, z }: Position): Set<ItemEntity> {
    return this.#square(squareOf(x), squareOf(z))
  }

  #square(east: number, south: number): Set<ItemEntity> {
    const number = (east & (SQUARES - 1)) * SQUARES + (south & (SQUARES - 1))
    return this.#squares[number] as Set<ItemEntity>
  }
}

function squareOf(blocks: number): number {
  return Math.floor(blocks / SQUARE)
}
