import type { Column } from '../column.ts'
import { SECTION_COUNT } from '../world-bounds.ts'
import type { ColumnLight } from './column-light.ts'
import { type LightLevels, spreadLight } from './light-levels.ts'
import type { LightTables } from './light-tables.ts'

/** Light of the columns beside one; null for those that were never made. */
export interface LightAround {
  readonly west: ColumnLight | null
  readonly east: ColumnLight | null
  readonly north: ColumnLight | null
  readonly south: ColumnLight | null
}

/** For each side: the first place of the border here and there, and the step along it. */
const BORDERS = {
  west: { here: 0, there: 15, step: 16 },
  east: { here: 15, there: 0, step: 16 },
  north: { here: 0, there: 240, step: 1 },
  south: { here: 240, there: 0, step: 1 },
} as const

/**
 * The light of a column with what shines in from the four columns beside it. Light that would come around a corner
 * through two of them is left out.
 */
export function withLightAround(
  own: ColumnLight,
  around: LightAround,
  column: Column,
  tables: LightTables,
): ColumnLight {
  const lit = (kind: 'sky' | 'block') => {
    const levels = own[kind].copy()
    const queue: number[] = []
    for (const side of ['west', 'east', 'north', 'south'] as const) {
      const neighbour = around[side]
      if (neighbour !== null) letIn({ levels, from: neighbour[kind], column, tables, queue }, BORDERS[side])
    }
    spreadLight(levels, column, tables.opacity, queue)
    return levels
  }
  return { sky: lit('sky'), block: lit('block') }
}

interface Border {
  readonly levels: LightLevels
  readonly from: LightLevels
  readonly column: Column
  readonly tables: LightTables
  readonly queue: number[]
}

function letIn(border: Border, place: (typeof BORDERS)[keyof typeof BORDERS]): void {
  const { levels, from, column, tables, queue } = border
  for (let index = 0; index < SECTION_COUNT; index++) {
    const [ours, theirs] = [levels.sections[index] ?? 0, from.sections[index] ?? 0]
    if (theirs === 0 || ours === 15) continue
    const blocks = column.sections[index] ?? 0
    for (let row = 0; row < 256; row++) {
      const offset = ((row >> 4) << 8) + (row & 15) * place.step
      const light = typeof theirs === 'number' ? theirs : (theirs[offset + place.there] ?? 0)
      if (light < 2) continue
      const here = offset + place.here
      const state = typeof blocks === 'number' ? blocks : (blocks[here] ?? 0)
      const level = light - Math.max(1, tables.opacity[state] ?? 15)
      const target = (index << 12) | here
      if (level <= levels.at(target)) continue
      levels.set(target, level)
      queue.push(target)
    }
  }
}
