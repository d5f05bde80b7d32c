import type { LightLayer } from './light-layer.ts'

/** Places whose light is to go on from there, with a level each. */
export class LightQueue {
  readonly layers: LightLayer[] = []
  readonly places: number[] = []
  readonly levels: number[] = []

  push(layer: LightLayer, place: number, level: number): void {
    this.layers.push(layer)
    this.places.push(place)
    this.levels.push(level)
  }
}
