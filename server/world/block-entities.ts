import type { Position } from '../../src/core/position.ts'
import type { BlockEntity } from './block-entity.ts'
import { columnNumber } from './column-number.ts'

/** What a block holds, and where it stands. */
export interface PlacedEntity {
  readonly position: Position
  readonly entity: BlockEntity
}

/** What all blocks of a world hold, by place and by column. */
export class BlockEntities {
  readonly #all = new Map<string, PlacedEntity>()
  readonly #byColumn = new Map<number, Map<string, PlacedEntity>>()

  at(position: Position): BlockEntity | null {
    return this.#all.get(positionKey(position))?.entity ?? null
  }

  set(position: Position, entity: BlockEntity): void {
    const key = positionKey(position)
    const placed: PlacedEntity = { position, entity }
    this.#all.set(key, placed)
    const number = columnOf(position)
    const column = this.#byColumn.get(number)
    if (column === undefined) this.#byColumn.set(number, new Map([[key, placed]]))
    else column.set(key, placed)
  }

  remove(position: Position): BlockEntity | null {
    const key = positionKey(position)
    const entity = this.at(position)
    if (entity === null) return null
    this.#all.delete(key)
    const column = this.#byColumn.get(columnOf(position))
    column?.delete(key)
    if (column?.size === 0) this.#byColumn.delete(columnOf(position))
    return entity
  }

  /** In the order in which they were put there. */
  all(): Iterable<PlacedEntity> {
    return this.#all.values()
  }

  /** Those of a column, in the order in which they were put there. Coordinates are in columns. */
  inColumn(x: number, z: number): readonly PlacedEntity[] {
    return [...(this.#byColumn.get(columnNumber(x, z))?.values() ?? [])]
  }
}

function columnOf({ x, z }: Position): number {
  return columnNumber(x >> 4, z >> 4)
}

function positionKey({ x, y, z }: Position): string {
  return `${x},${y},${z}`
}
