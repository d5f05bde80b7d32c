import type { Column } from '../column.ts'
import { MAX_Y, MIN_Y, SECTION_COUNT, SECTION_SIZE } from '../world-bounds.ts'
import { LightLevels, placeOf, spreadLight } from './light-levels.ts'
import type { LightTables } from './light-tables.ts'

/** The light in one column. */
export interface ColumnLight {
  readonly sky: LightLevels
  readonly block: LightLevels
}

const FULL = 15

/** The light that the column would have if it stood alone (https://minecraft.wiki/w/Light). */
export function lightColumn(column: Column, tables: LightTables): ColumnLight {
  return { sky: skyLight(column, tables), block: blockLight(column, tables) }
}

function skyLight(column: Column, { opacity }: LightTables): LightLevels {
  const levels = new LightLevels()
  const tops = topsOf(column, opacity)
  const highest = tops.reduce((most, top) => Math.max(most, top), MIN_Y - 1)
  const openFrom = Math.floor((highest - MIN_Y) / SECTION_SIZE) + 1
  levels.sections.fill(FULL, openFrom)
  const queue: number[] = []
  for (const [index, top] of tops.entries()) {
    const [x, z] = [index & 15, index >> 4]
    for (let y = top + 1; y < MIN_Y + openFrom * SECTION_SIZE; y++) levels.set(placeOf(x, y, z), FULL)
    const shadedUpTo = Math.max(top + 1, highestAround(tops, x, z))
    for (let y = top + 1; y <= Math.min(MAX_Y, shadedUpTo); y++) queue.push(placeOf(x, y, z))
  }
  spreadLight(levels, column, opacity, queue)
  return levels
}

/** Height of the highest block at each place that takes something from the light. */
function topsOf(column: Column, opacity: Uint8Array): Int16Array {
  const shades = (state: number) => (opacity[state] ?? 0) > 0
  return Int16Array.from({ length: 256 }, (_, index) => column.highest(index & 15, index >> 4, shades))
}

function highestAround(tops: Int16Array, x: number, z: number): number {
  const none = MIN_Y - 1
  const at = (otherX: number, otherZ: number) => tops[(otherZ << 4) | otherX] ?? none
  return Math.max(
    x > 0 ? at(x - 1, z) : none,
    x < 15 ? at(x + 1, z) : none,
    z > 0 ? at(x, z - 1) : none,
    z < 15 ? at(x, z + 1) : none,
  )
}

function blockLight(column: Column, { opacity, emission }: LightTables): LightLevels {
  const levels = new LightLevels()
  const queue: number[] = []
  for (let index = 0; index < SECTION_COUNT; index++) {
    const section = column.sections[index] ?? 0
    if (typeof section === 'number' && (emission[section] ?? 0) === 0) continue
    for (let offset = 0; offset < SECTION_SIZE ** 3; offset++) {
      const light = emission[typeof section === 'number' ? section : (section[offset] ?? 0)] ?? 0
      if (light === 0) continue
      levels.set((index << 12) | offset, light)
      queue.push((index << 12) | offset)
    }
  }
  spreadLight(levels, column, opacity, queue)
  return levels
}
