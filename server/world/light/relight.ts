import { MIN_Y } from '../world-bounds.ts'
import { type ColumnLight, FULL_LIGHT, topBelow } from './column-light.ts'
import { type LightLayer, visitNeighbors } from './light-layer.ts'
import { LightQueue } from './light-queue.ts'
import type { LightTables } from './light-tables.ts'
import { fadeLight, spreadLight } from './spread-light.ts'

/** A place whose block has changed. */
export interface LightChange {
  readonly column: ColumnLight
  readonly place: number
}

/** Brings the light up to date with all these changes at once, in every column that is linked. */
export function relight(changes: readonly LightChange[], tables: LightTables): void {
  relightSky(changes, tables)
  relightBlocks(changes, tables)
}

function relightSky(changes: readonly LightChange[], tables: LightTables): void {
  const fading = new LightQueue()
  const opened: LightChange[] = []
  for (const { column, place } of changes) {
    const { sky, tops } = column
    const low = place & 255
    const y = heightOf(place)
    const before = tops[low] ?? MIN_Y - 1
    const top = topBelow(sky.blocks, low, Math.max(before, y), tables.opacity)
    tops[low] = top
    for (let shaded = before + 1; shaded <= top; shaded++) darken(sky, above(low, shaded), fading)
    for (let open = top + 1; open <= before; open++) opened.push({ column, place: above(low, open) })
    if (y <= top) darken(sky, place, fading)
  }
  const bright = fadeLight(fading, null)
  for (const { column, place } of opened) {
    if (heightOf(place) <= (column.tops[place & 255] ?? 0)) continue
    column.sky.set(place, FULL_LIGHT)
    bright.push(column.sky, place, FULL_LIGHT)
  }
  for (const { column, place } of changes) pull(column.sky, place, bright)
  spreadLight(bright, tables)
}

function relightBlocks(changes: readonly LightChange[], tables: LightTables): void {
  const fading = new LightQueue()
  for (const { column, place } of changes) darken(column.block, place, fading)
  const bright = fadeLight(fading, tables.emission)
  for (const { column, place } of changes) {
    const { block } = column
    const emission = tables.emission[block.stateAt(place)] ?? 0
    if (emission > block.at(place)) block.set(place, emission)
    bright.push(block, place, emission)
    pull(block, place, bright)
  }
  spreadLight(bright, tables)
}

function darken(layer: LightLayer, place: number, fading: LightQueue): void {
  const level = layer.at(place)
  if (level === 0) return
  layer.set(place, 0)
  fading.push(layer, place, level)
}

/** Lets the light around a place shine into it. */
function pull(layer: LightLayer, place: number, bright: LightQueue): void {
  visitNeighbors(layer, place, (beside, position) => bright.push(beside, position, 0))
}

function heightOf(place: number): number {
  return MIN_Y + (place >> 8)
}

function above(low: number, y: number): number {
  return ((y - MIN_Y) << 8) | low
}
