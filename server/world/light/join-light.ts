import { SECTION_COUNT } from '../world-bounds.ts'
import type { LightLayer } from './light-layer.ts'
import { LightQueue } from './light-queue.ts'
import type { LightTables } from './light-tables.ts'
import { spreadLight } from './spread-light.ts'

/** For each side: the first place of the border here and there, and the step along it. */
const BORDERS = {
  east: { here: 15, there: 0, step: 16 },
  south: { here: 240, there: 0, step: 1 },
} as const

/** Lets light cross the border between a layer and the one on its east or south side, both ways. */
export function joinLight(
  layer: LightLayer,
  other: LightLayer,
  side: keyof typeof BORDERS,
  tables: LightTables,
): void {
  const queue = new LightQueue()
  const { here, there, step } = BORDERS[side]
  for (let index = 0; index < SECTION_COUNT; index++) {
    const [ours, theirs] = [layer.sections[index] ?? 0, other.sections[index] ?? 0]
    if (typeof ours === 'number' && ours === theirs) continue
    for (let row = 0; row < 256; row++) {
      const place = (index << 12) | ((row >> 4) << 8) | ((row & 15) * step)
      const difference = layer.at(place + here) - other.at(place + there)
      if (difference > 1) queue.push(layer, place + here, 0)
      if (difference < -1) queue.push(other, place + there, 0)
    }
  }
  spreadLight(queue, tables)
}
