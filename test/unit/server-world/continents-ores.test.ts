import { describe, expect, test } from 'vitest'
import { createWorld } from '../../../server/world/create-world.ts'
import { MIN_Y, SECTION_SIZE } from '../../../server/world/world-bounds.ts'
import { loadWorldDefinition } from '../../../server/world/world-definition.ts'
import { registryOf } from './registries.ts'

/** Where an ore lies in vanilla, in heights, and how much of it in a column of 16×16 blocks (Minecraft Wiki: Ore). */
interface Distribution {
  readonly ore: string
  /** No ore lies outside. */
  readonly lowest: number
  readonly highest: number
  /** The 32 blocks of height in which most of it lies, by their middle. */
  readonly densest: readonly [from: number, to: number]
  /** Blocks per column, everywhere on average. */
  readonly least: number
  readonly most: number
}

const DISTRIBUTIONS: readonly Distribution[] = [
  { ore: 'coal', lowest: -4, highest: 200, densest: [24, 72], least: 40, most: 160 },
  { ore: 'iron', lowest: -63, highest: 200, densest: [0, 32], least: 60, most: 140 },
  { ore: 'copper', lowest: -18, highest: 114, densest: [32, 64], least: 50, most: 140 },
  { ore: 'gold', lowest: -63, highest: 36, densest: [-40, 0], least: 12, most: 40 },
  { ore: 'redstone', lowest: -63, highest: 18, densest: [-63, -40], least: 20, most: 60 },
  { ore: 'lapis', lowest: -63, highest: 68, densest: [-24, 24], least: 10, most: 45 },
  { ore: 'diamond', lowest: -63, highest: 18, densest: [-63, -40], least: 5, most: 30 },
]
/** Columns of some seeds and places; veins of mountains and plains alike. */
const PLACES = [
  { seed: 21, columnX: 0, columnZ: 0 },
  { seed: 22, columnX: 35, columnZ: -20 },
  { seed: 23, columnX: -60, columnZ: 44 },
] as const
const RADIUS = 5
const BAND = 32

describe('ores of the continents lie as in vanilla', () => {
  const registry = registryOf('1.21.4')
  const definition = loadWorldDefinition('continents')
  /** Heights of all blocks by the name of their ore. */
  const heights = new Map<string, number[]>()
  let columns = 0
  for (const { seed, columnX, columnZ } of PLACES) {
    const world = createWorld(definition, registry, seed)
    for (let x = columnX - RADIUS; x < columnX + RADIUS; x++) {
      for (let z = columnZ - RADIUS; z < columnZ + RADIUS; z++) {
        columns += 1
        countSections(world.blocksOf(x, z).sections)
      }
    }
  }

  function countSections(sections: readonly (number | Uint16Array)[]): void {
    for (const [index, section] of sections.entries()) {
      if (typeof section === 'number') continue
      for (const [place, state] of section.entries()) {
        const { name } = registry.blockOfState(state)
        if (!name.endsWith('_ore')) continue
        const ore = name.replace('deepslate_', '').replace('_ore', '')
        const list = heights.get(ore) ?? []
        list.push(MIN_Y + index * SECTION_SIZE + (place >> 8))
        heights.set(ore, list)
      }
    }
  }

  test.each(DISTRIBUTIONS)('$ore between $lowest and $highest, most in $densest', (expected) => {
    const found = heights.get(expected.ore) ?? []
    expect(found.length / columns).toBeGreaterThan(expected.least)
    expect(found.length / columns).toBeLessThan(expected.most)
    expect(found.reduce((least, y) => Math.min(least, y), 400)).toBeGreaterThanOrEqual(expected.lowest)
    expect(found.reduce((most, y) => Math.max(most, y), -64)).toBeLessThanOrEqual(expected.highest)
    const middle = densestBand(found) + BAND / 2
    expect(middle).toBeGreaterThanOrEqual(expected.densest[0])
    expect(middle).toBeLessThanOrEqual(expected.densest[1])
  })
})

/** The lowest height of the band that holds most of them. */
function densestBand(heights: readonly number[]): number {
  let best = MIN_Y
  let most = 0
  for (let bottom = MIN_Y; bottom < 200; bottom += 4) {
    const count = heights.filter((y) => y >= bottom && y < bottom + BAND).length
    if (count > most) [best, most] = [bottom, count]
  }
  return best
}
