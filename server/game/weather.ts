import type { Random } from '../../src/core/random.ts'

/** The weather of the world. Levels say how far the sky has gone over to it, 0 to 1. */
export class Weather {
  raining = false
  thundering = false
  rainLevel = 0
  thunderLevel = 0
  /** Ticks until rain begins or ends. */
  rainTime: number
  /** Ticks until thunder begins or ends. */
  thunderTime: number
  /** Draws how long the weather lasts, apart from the game's other chances. */
  readonly random: Random

  constructor(random: Random) {
    this.random = random
    this.rainTime = this.draw(delays.clear)
    this.thunderTime = this.draw(delays.clear)
  }

  draw([least, most]: Span): number {
    return least + this.random.below(most - least + 1)
  }
}

type Span = readonly [least: number, most: number]

/** How long a kind of weather lasts, in ticks. Source: Minecraft Wiki, "Weather". */
export const delays = {
  clear: [12_000, 180_000],
  rain: [12_000, 24_000],
  thunder: [3600, 15_600],
} as const satisfies Readonly<Record<string, Span>>
