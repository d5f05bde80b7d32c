import { type LightLayer, visitNeighbors } from './light-layer.ts'
import { LightQueue } from './light-queue.ts'
import type { LightTables } from './light-tables.ts'

/**
 * Lets the light that is at the places in the queue spread, through columns that are linked; it loses one a step, more
 * in water and leaves (https://minecraft.wiki/w/Light). The levels in the queue count for nothing: those of the layers do.
 */
export function spreadLight(queue: LightQueue, { opacity }: LightTables): void {
  const { layers, places } = queue
  let level = 0
  const reach = (layer: LightLayer, place: number) => {
    const next = level - (opacity[layer.stateAt(place)] || 1)
    if (next <= layer.at(place)) return
    layer.set(place, next)
    if (next > 1) queue.push(layer, place, next)
  }
  for (let index = 0; index < places.length; index++) {
    const layer = layers[index]
    const place = places[index]
    if (layer === undefined || place === undefined) return
    level = layer.at(place)
    if (level > 1) visitNeighbors(layer, place, reach)
  }
}

/**
 * Takes away the light that came from the places in the queue at the levels in the queue. What shines by itself keeps its
 * own light.
 *
 * @param emission light that block states give; null for the light of the sky
 * @returns places from which light spreads again into what has become too dark
 */
export function fadeLight(queue: LightQueue, emission: Uint8Array | null): LightQueue {
  const { layers, places, levels } = queue
  const bright = new LightQueue()
  let level = 0
  const take = (layer: LightLayer, place: number) => {
    const own = layer.at(place)
    if (own === 0) return
    if (own >= level) {
      bright.push(layer, place, own)
      return
    }
    const source = emission === null ? 0 : (emission[layer.stateAt(place)] ?? 0)
    layer.set(place, source)
    if (source > 0) bright.push(layer, place, source)
    queue.push(layer, place, own)
  }
  for (let index = 0; index < places.length; index++) {
    const layer = layers[index]
    const place = places[index]
    if (layer === undefined || place === undefined) break
    level = levels[index] ?? 0
    visitNeighbors(layer, place, take)
  }
  return bright
}
