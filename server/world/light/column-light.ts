import type { Column } from '../column.ts'
import { BLOCKS_PER_SECTION, MAX_Y, MIN_Y, SECTION_COUNT, SECTION_SIZE } from '../world-bounds.ts'
import { LightLayer, placeOf } from './light-layer.ts'
import { LightQueue } from './light-queue.ts'
import type { LightTables } from './light-tables.ts'
import { spreadLight } from './spread-light.ts'

/** The light in one column. */
export interface ColumnLight {
  readonly sky: LightLayer
  readonly block: LightLayer
  /** Height of the highest block at each place that takes something from the light, x fastest. */
  readonly tops: Int16Array
}

export const FULL_LIGHT = 15

/**
 * The light that the column would have if it stood alone (https://minecraft.wiki/w/Light).
 *
 * @param onChange called when the light changes after `changed` of its layer was cleared
 */
export function lightColumn(
  column: Column,
  tables: LightTables,
  onChange: () => void = () => {},
): ColumnLight {
  const tops = topsOf(column, tables.opacity)
  const sky = new LightLayer(column, onChange)
  const block = new LightLayer(column, onChange)
  lightSky(sky, tops, tables)
  lightBlocks(block, tables)
  return { sky, block, tops }
}

/** Height of the highest block at each place whose state counts for more than zero, x fastest; one below the world without any. */
export function topsOf(column: Column, counts: Uint8Array): Int16Array {
  const tops = new Int16Array(256)
  for (let place = 0; place < 256; place++) tops[place] = topBelow(column, place, MAX_Y, counts)
  return tops
}

/** Height of the highest block at or below `from` whose state counts for more than zero; one below the world without any. */
export function topBelow(column: Column, place: number, from: number, counts: Uint8Array): number {
  const low = place & 255
  for (let y = Math.min(from, MAX_Y); y >= MIN_Y; ) {
    const index = (y - MIN_Y) >> 4
    const section = column.sections[index] ?? 0
    if (typeof section === 'number') {
      if ((counts[section] ?? 0) > 0) return y
      y = MIN_Y + index * SECTION_SIZE - 1
      continue
    }
    const state = section[(((y - MIN_Y) & 15) << 8) | low] ?? 0
    if ((counts[state] ?? 0) > 0) return y
    y -= 1
  }
  return MIN_Y - 1
}

function lightSky(sky: LightLayer, tops: Int16Array, tables: LightTables): void {
  const highest = tops.reduce((most, top) => Math.max(most, top), MIN_Y - 1)
  const openFrom = Math.floor((highest - MIN_Y) / SECTION_SIZE) + 1
  sky.sections.fill(FULL_LIGHT, openFrom)
  const queue = new LightQueue()
  for (const [index, top] of tops.entries()) {
    const [x, z] = [index & 15, index >> 4]
    for (let y = top + 1; y < MIN_Y + openFrom * SECTION_SIZE; y++) sky.set(placeOf(x, y, z), FULL_LIGHT)
    const shadedUpTo = Math.max(top + 1, highestAround(tops, x, z))
    for (let y = top + 1; y <= Math.min(MAX_Y, shadedUpTo); y++) queue.push(sky, placeOf(x, y, z), FULL_LIGHT)
  }
  spreadLight(queue, tables)
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

function lightBlocks(block: LightLayer, { emission, opacity }: LightTables): void {
  const queue = new LightQueue()
  const shine = (place: number, light: number) => {
    block.set(place, light)
    queue.push(block, place, light)
  }
  for (let index = 0; index < SECTION_COUNT; index++) {
    if (!block.blocks.statesIn(index).some((state) => (emission[state] ?? 0) > 0)) continue
    const section = block.blocks.sections[index] ?? 0
    if (typeof section === 'number') {
      const light = emission[section] ?? 0
      for (let offset = 0; light > 0 && offset < BLOCKS_PER_SECTION; offset++)
        shine((index << 12) | offset, light)
      continue
    }
    for (let offset = 0; offset < BLOCKS_PER_SECTION; offset++) {
      const light = emission[section[offset] ?? 0]
      if (light !== undefined && light > 0) shine((index << 12) | offset, light)
    }
  }
  spreadLight(queue, { emission, opacity })
}
