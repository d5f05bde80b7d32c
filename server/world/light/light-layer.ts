import type { Column } from '../column.ts'
import { BLOCKS_PER_SECTION, MIN_Y, SECTION_COUNT } from '../world-bounds.ts'

/**
 * Light of one kind in one column, 0 to 15, linked to the layers of the columns beside it. Places are numbered
 * `(y - MIN_Y) << 8 | z << 4 | x`.
 */
export class LightLayer {
  readonly blocks: Column
  /** One number where a section is lit evenly. */
  readonly sections: (number | Uint8Array)[] = new Array<number>(SECTION_COUNT).fill(0)
  west: LightLayer | null = null
  east: LightLayer | null = null
  north: LightLayer | null = null
  south: LightLayer | null = null
  /** Grows with every change. */
  revision = 0
  /** Bits of the sections that have changed since somebody cleared this. */
  changed = 0
  readonly #onChange: () => void

  /** @param onChange called with the first change after `changed` was cleared */
  constructor(blocks: Column, onChange: () => void) {
    this.blocks = blocks
    this.#onChange = onChange
  }

  at(place: number): number {
    const section = this.sections[place >> 12]
    if (section === undefined) return 0
    return typeof section === 'number' ? section : (section[place & 4095] ?? 0)
  }

  set(place: number, level: number): void {
    const index = place >> 12
    const section = this.sections[index]
    if (section === undefined || section === level) return
    if (this.changed === 0) this.#onChange()
    this.changed |= 1 << index
    this.revision += 1
    if (typeof section === 'number') this.sections[index] = filled(section, place & 4095, level)
    else section[place & 4095] = level
  }

  stateAt(place: number): number {
    const section = this.blocks.sections[place >> 12]
    return typeof section === 'number' ? section : (section?.[place & 4095] ?? 0)
  }
}

/** Calls the visitor with the places around one that are inside the world and have light computed. */
export function visitNeighbors(
  layer: LightLayer,
  place: number,
  visit: (layer: LightLayer, place: number) => void,
): void {
  if ((place & 15) > 0) visit(layer, place - 1)
  else if (layer.west !== null) visit(layer.west, place + 15)
  if ((place & 15) < 15) visit(layer, place + 1)
  else if (layer.east !== null) visit(layer.east, place - 15)
  if ((place & 240) > 0) visit(layer, place - 16)
  else if (layer.north !== null) visit(layer.north, place + 240)
  if ((place & 240) < 240) visit(layer, place + 16)
  else if (layer.south !== null) visit(layer.south, place - 240)
  if (place >= 256) visit(layer, place - 256)
  if (place < (SECTION_COUNT << 12) - 256) visit(layer, place + 256)
}

/** The number of a place inside a column. */
export function placeOf(x: number, y: number, z: number): number {
  return ((y - MIN_Y) << 8) | (z << 4) | x
}

function filled(level: number, offset: number, other: number): Uint8Array {
  const levels = new Uint8Array(BLOCKS_PER_SECTION)
  if (level !== 0) levels.fill(level)
  levels[offset] = other
  return levels
}
