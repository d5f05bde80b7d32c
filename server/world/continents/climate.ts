import { createNoise2D, type NoiseFunction2D } from 'simplex-noise'
import type { Random } from '../../../src/core/random.ts'
import type { ContinentsSettings } from '../world-definition.ts'

/** What decides the land and life of a place. All values lie between -1 and 1, unless said otherwise. */
export interface Climate {
  /** Far out at sea to far inland; the coast is near 0. */
  readonly continent: number
  /** How mountainous, 0 to 1. */
  readonly mountain: number
  readonly temperature: number
  readonly humidity: number
  /** Distance from the middle of a river bed: 0 in it, 1 far away. */
  readonly river: number
  /** Small hills and hollows. */
  readonly hills: number
  /** Ridges on mountains, 0 to 1. */
  readonly ridge: number
}

/** The climate as a function of the place. */
export type ClimateAt = (x: number, z: number) => Climate

/** What the climate tends to near the origin: mild grassland and forest, a little above the sea. */
const HOME = { continent: 0.14, temperature: 0.05, humidity: 0.1 }

export function createClimate(settings: ContinentsSettings, random: Random): ClimateAt {
  const noise = (label: string): NoiseFunction2D => createNoise2D(random.fork(label).float)
  const [continent, mountain, river] = [noise('continent'), noise('mountain'), noise('river')]
  const [temperature, humidity, hills] = [noise('temperature'), noise('humidity'), noise('hills')]
  return (x, z) => {
    const home = homeWeight(x, z, settings.home)
    const rough = 0.14 * hills(x / 60 + 500, z / 60)
    const coast = 0.66 * continent(x / 700, z / 700) + 0.26 * continent(x / 240 + 99, z / 240) + 0.6 * rough
    const height = mountain(x / 380, z / 380) + settings.mountains + rough
    const inland = smooth((coast + settings.land) / 0.3)
    return {
      continent: blend(clamp(coast + settings.land), HOME.continent + rough, home),
      mountain: smooth((height - 0.25) / 0.4) * inland * (1 - home),
      temperature: blend(temperature(x / 520, z / 520) + rough, HOME.temperature + rough, home),
      humidity: blend(humidity(x / 410, z / 410) + rough, HOME.humidity + 3 * rough, home),
      river: Math.min(1, Math.abs(river(x / 400, z / 400) + 0.2 * rough)),
      hills: 0.75 * hills(x / 80, z / 80) + 0.25 * hills(x / 26, z / 26 + 300),
      ridge: 1 - Math.abs(mountain(x / 95 + 700, z / 95)),
    }
  }
}

/** Rises from 0 at 0 to 1 at 1 without an edge. */
export function smooth(value: number): number {
  const share = Math.min(1, Math.max(0, value))
  return share * share * (3 - 2 * share)
}

/** From the first value at share 0 to the second at share 1. */
export function blend(from: number, to: number, share: number): number {
  return from + (to - from) * share
}

/** 1 within half the radius around the origin, 0 beyond it. */
function homeWeight(x: number, z: number, radius: number): number {
  return smooth(2 - (2 * Math.sqrt(x * x + z * z)) / radius)
}

function clamp(value: number): number {
  return Math.min(1, Math.max(-1, value))
}
