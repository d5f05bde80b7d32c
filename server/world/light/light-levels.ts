import type { Column } from '../column.ts'
import { BLOCKS_PER_SECTION, MIN_Y, SECTION_COUNT } from '../world-bounds.ts'

/** Light of one kind in one column, 0 to 15. Places are numbered `(y - MIN_Y) << 8 | z << 4 | x`. */
export class LightLevels {
  /** One number where a section is lit evenly. */
  readonly sections: (number | Uint8Array)[] = new Array<number>(SECTION_COUNT).fill(0)

  at(place: number): number {
    const section = this.sections[place >> 12]
    if (section === undefined) return 0
    return typeof section === 'number' ? section : (section[place & 4095] ?? 0)
  }

  set(place: number, level: number): void {
    const index = place >> 12
    const section = this.sections[index]
    if (section === undefined || section === level) return
    if (typeof section !== 'number') {
      section[place & 4095] = level
      return
    }
    const levels = new Uint8Array(BLOCKS_PER_SECTION).fill(section)
    levels[place & 4095] = level
    this.sections[index] = levels
  }

  copy(): LightLevels {
    const copied = new LightLevels()
    for (const [index, section] of this.sections.entries()) {
      copied.sections[index] = typeof section === 'number' ? section : section.slice()
    }
    return copied
  }
}

/** Lets light spread from the places in the queue through the column; it loses one a step, more in water and leaves. */
export function spreadLight(levels: LightLevels, column: Column, opacity: Uint8Array, queue: number[]): void {
  const reach = (place: number, level: number) => {
    const next = level - Math.max(1, opacity[stateAt(column, place)] ?? 15)
    if (next <= levels.at(place)) return
    levels.set(place, next)
    if (next > 1) queue.push(place)
  }
  for (let index = 0; index < queue.length; index++) {
    const place = queue[index] ?? 0
    const level = levels.at(place)
    if ((place & 15) > 0) reach(place - 1, level)
    if ((place & 15) < 15) reach(place + 1, level)
    if ((place & 240) > 0) reach(place - 16, level)
    if ((place & 240) < 240) reach(place + 16, level)
    if (place >= 256) reach(place - 256, level)
    if (place < (SECTION_COUNT << 12) - 256) reach(place + 256, level)
  }
}

function stateAt(column: Column, place: number): number {
  const section = column.sections[place >> 12]
  return typeof section === 'number' ? section : (section?.[place & 4095] ?? 0)
}

/** The number of a place inside a column. */
export function placeOf(x: number, y: number, z: number): number {
  return ((y - MIN_Y) << 8) | (z << 4) | x
}
