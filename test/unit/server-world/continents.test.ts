import { describe, expect, test } from 'vitest'
import { BIOME_NAMES, type BiomeName } from '../../../server/world/continents/biomes.ts'
import { createLandField } from '../../../server/world/continents/land-field.ts'
import { LAVA_TOP } from '../../../server/world/continents/liquids.ts'
import { createWorld } from '../../../server/world/create-world.ts'
import type { World } from '../../../server/world/world.ts'
import { MIN_Y } from '../../../server/world/world-bounds.ts'
import { continentsGeneratorSchema, loadWorldDefinition } from '../../../server/world/world-definition.ts'
import { createRandom } from '../../../src/core/random.ts'
import { decodeColumn } from './decoded-column.ts'
import { registryOf, VERSIONS } from './registries.ts'

const SEEDS = Array.from({ length: 50 }, (_, index) => index * 7919 - 3)
const newest = registryOf('1.21.4')
const continents = loadWorldDefinition('continents')

function worldOf(seed: number, registry = newest): World {
  return createWorld(continents, registry, seed)
}

type Place = readonly [columnX: number, columnZ: number]

/** Makes square rings of columns around a place by reading a block of each. */
function generate(
  world: World,
  order: 'rows' | 'backwards',
  size: number,
  [atX, atZ]: Place = [0, 0],
): World {
  const places: Place[] = []
  for (let x = -size; x < size; x++) for (let z = -size; z < size; z++) places.push([atX + x, atZ + z])
  if (order === 'backwards') places.reverse()
  for (const [x, z] of places) world.blockStateAt({ x: x * 16, y: 0, z: z * 16 })
  return world
}

describe('terrain of continents', () => {
  test('is the same for the same seed, whatever the order in which columns are made', () => {
    for (const place of [
      [0, 0],
      [70, -40],
    ] as const) {
      const hash = generate(worldOf(42), 'rows', 3, place).hash()
      expect(generate(worldOf(42), 'backwards', 3, place).hash()).toBe(hash)
    }
  })

  test('differs from seed to seed', () => {
    const seeds = SEEDS.slice(0, 12)
    expect(new Set(seeds.map((seed) => generate(worldOf(seed), 'rows', 1).hash())).size).toBe(seeds.length)
  })

  test('has the same blocks in both versions', () => {
    const [newer, older] = VERSIONS.map((version) => worldOf(3, registryOf(version)))
    if (newer === undefined || older === undefined) throw new Error('Two versions are supported.')
    expect(newer.spawn).toEqual(older.spawn)
    const namesOf = (world: World) =>
      namesInBox(world, [160, MIN_Y, 64], [176, 130, 80]).map((name) =>
        name === 'short_grass' ? 'grass' : name,
      )
    expect(namesOf(newer)).toEqual(namesOf(older))
  })

  test.each(SEEDS)(
    'with seed %i a player spawns on dry, even grass with trees and no hole near by',
    (seed) => {
      const world = worldOf(seed)
      const { x, y, z } = world.spawn
      expect(y).toBeGreaterThan(63)
      for (let dx = -2; dx <= 2; dx++) {
        for (let dz = -2; dz <= 2; dz++) {
          const ground = world.groundY(x + dx, z + dz)
          const top = nameAt(world, x + dx, ground, z + dz)
          expect(top).toMatch(/^(grass_block|pumpkin)$/)
          expect(Math.abs(ground + (top === 'pumpkin' ? 0 : 1) - y)).toBeLessThanOrEqual(1)
        }
      }
      const below = [1, 2, 3, 4, 5, 6].map((depth) => nameAt(world, x, y - depth, z))
      expect(below).not.toContain('air')
      const around = countNames(namesInBox(world, [x - 20, y - 8, z - 20], [x + 21, y + 20, z + 21]))
      expect(
        [...around].reduce((sum, [name, count]) => sum + (name.endsWith('_log') ? count : 0), 0),
      ).toBeGreaterThan(15)
      expect(around.get('lava') ?? 0).toBe(0)
    },
  )
})

describe('biomes of the continents', () => {
  const seed = 1
  const world = worldOf(seed)
  const places = findBiomes(seed)
  const expected: Readonly<Record<BiomeName, readonly string[]>> = {
    ocean: ['water', 'gravel', 'seagrass', 'kelp'],
    deep_ocean: ['water', 'gravel', 'seagrass', 'kelp'],
    river: ['water'],
    beach: ['sand'],
    plains: ['grass_block', 'short_grass', 'dandelion', 'poppy'],
    forest: ['oak_log', 'oak_leaves', 'birch_log'],
    birch_forest: ['birch_log', 'birch_leaves'],
    taiga: ['spruce_log', 'spruce_leaves', 'fern'],
    snowy_taiga: ['spruce_log', 'snow'],
    snowy_plains: ['grass_block', 'snow'],
    savanna: ['acacia_log', 'acacia_leaves', 'short_grass'],
    jungle: ['jungle_log', 'jungle_leaves'],
    desert: ['sand', 'sandstone', 'cactus', 'dead_bush'],
    windswept_hills: ['stone', 'grass_block'],
    snowy_slopes: ['snow_block'],
  }

  test.each(BIOME_NAMES)('%s lies within a walk of the origin and grows what belongs there', (biome) => {
    const place = places.get(biome)
    if (place === undefined) throw new Error(`There is no ${biome}.`)
    const names = surroundings(world, place)
    for (const name of expected[biome]) expect(names).toContain(name)
  })

  test.each(VERSIONS)('clients of %s are told the biome of each place', (version) => {
    const registry = registryOf(version)
    const other = worldOf(seed, registry)
    for (const [biome, [x, z]] of places) {
      const column = decodeColumn(version, other.columnPayload(x >> 4, z >> 4))
      for (const y of [MIN_Y, 10, 200])
        expect(column.getBiome({ x: x & 15, y, z: z & 15 }), biome).toBe(registry.biome(biome))
    }
  })

  test('crops, canes, mushrooms and cave mouths are found here and there', () => {
    const names = new Set<string>()
    for (const place of places.values()) for (const name of surroundings(world, place, 48)) names.add(name)
    for (const name of [
      'pumpkin',
      'melon',
      'sweet_berry_bush',
      'brown_mushroom',
      'red_mushroom',
      'sugar_cane',
      'clay',
    ])
      expect(names).toContain(name)
  })
})

describe('the depths of the continents', () => {
  const world = generate(worldOf(11), 'rows', 5)
  const names = (from: number, to: number) => new Set(namesInBox(world, [-80, from, -80], [80, to, 80]))

  test('hold each ore at its depth, with its deepslate form below 0', () => {
    const deep = names(-60, -10)
    for (const ore of ['gold', 'redstone', 'lapis', 'diamond', 'iron', 'copper'])
      expect(deep).toContain(`deepslate_${ore}_ore`)
    const shallow = names(40, 60)
    for (const ore of ['coal', 'iron', 'copper', 'lapis']) expect(shallow).toContain(`${ore}_ore`)
    for (const ore of ['diamond', 'redstone', 'emerald']) expect(shallow).not.toContain(`${ore}_ore`)
    for (const rock of ['granite', 'diorite', 'andesite', 'gravel', 'dirt']) expect(shallow).toContain(rock)
    expect(names(MIN_Y, MIN_Y + 1)).toEqual(new Set(['bedrock']))
  })

  test('have lava in the deepest caves and no air there', () => {
    const deepest = names(MIN_Y, LAVA_TOP + 1)
    expect(deepest).toContain('lava')
    expect(deepest).not.toContain('air')
  })

  test('have pools of lava in chambers above the lava of the deepest caves', () => {
    const chambers = countNames(namesInBox(world, [-80, LAVA_TOP + 5, -80], [80, 44, 80]))
    expect(chambers.get('lava') ?? 0).toBeGreaterThan(100)
  })

  test('have springs in the walls of caves', () => {
    expect(countNames(namesInBox(world, [-80, -40, -80], [80, 30, 80])).get('water') ?? 0).toBeGreaterThan(5)
  })

  test('hold emeralds below mountains', () => {
    const [x, z] = findBiomes(1).get('snowy_slopes') ?? [0, 0]
    expect(namesInBox(worldOf(1), [x - 24, 0, z - 24], [x + 24, 130, z + 24])).toContain('emerald_ore')
  })

  test('are open to the surface in some places', () => {
    let open = 0
    for (let x = -160; x < 160; x += 2) {
      for (let z = -160; z < 160; z += 2) {
        const surface = world.surfaceY(x, z)
        if (/^(stone|deepslate|granite|diorite|andesite)$/.test(nameAt(world, x, surface, z))) open++
      }
    }
    expect(open).toBeGreaterThan(20)
  })
})

test('trees of the continents keep their leaves: each is as far from a log as it says', () => {
  const [x, z] = findBiomes(1).get('jungle') ?? [0, 0]
  const world = worldOf(1)
  const alone: string[] = []
  for (let y = 60; y < 100; y++) {
    for (let dz = 0; dz < 32; dz++) {
      for (let dx = 0; dx < 32; dx++) {
        const block = world.blockAt({ x: x + dx, y, z: z + dz })
        if (!block.name.endsWith('_leaves')) continue
        const distance = Number(block.properties.distance)
        if (!hasLogWithin(world, [x + dx, y, z + dz], distance)) alone.push(`${x + dx} ${y} ${z + dz}`)
      }
    }
  }
  expect(alone).toEqual([])
})

describe('golden hashes: a change here means that the continents of old seeds have changed', () => {
  test.each([
    ['1.21.4', 'ac73ffa2cad37d77'],
    ['1.20.1', '8da0a3940d002860'],
  ] as const)('%s', (version, hash) => {
    const world = generate(worldOf(1, registryOf(version)), 'rows', 2)
    expect(generate(world, 'rows', 2, [90, -60]).hash().slice(0, 16)).toBe(hash)
  })
})

/** For each biome a place in the middle of a patch of it, in blocks. */
function findBiomes(seed: number): ReadonlyMap<BiomeName, Place> {
  const settings = continentsGeneratorSchema.parse(continents.generator)
  const field = createLandField(settings, createRandom(seed).fork('land'))
  const found = new Map<BiomeName, Place>()
  for (let x = -1498; x < 1500; x += 20) {
    for (let z = -1498; z < 1500; z += 20) {
      const { biome } = field.landAt(x, z)
      if (found.has(biome)) continue
      const margin = biome === 'river' || biome === 'beach' ? 3 : 14
      const around = [-margin, margin].flatMap((dx) =>
        [-margin, margin].map((dz) => field.landAt(x + dx, z + dz)),
      )
      if (around.every((land) => land.biome === biome)) found.set(biome, [x, z])
    }
  }
  return found
}

function surroundings(world: World, [x, z]: Place, radius = 20): ReadonlySet<string> {
  return new Set(namesInBox(world, [x - radius, 40, z - radius], [x + radius, 172, z + radius]))
}

function hasLogWithin(world: World, [x, y, z]: readonly [number, number, number], distance: number): boolean {
  for (let dy = -distance; dy <= 0; dy++) {
    for (let dz = -distance; dz <= distance; dz++) {
      const rest = distance - Math.abs(dy) - Math.abs(dz)
      for (let dx = -rest; dx <= rest; dx++)
        if (nameAt(world, x + dx, y + dy, z + dz).endsWith('_log')) return true
    }
  }
  return false
}

function nameAt(world: World, x: number, y: number, z: number): string {
  return world.registry.blockOfState(world.blockStateAt({ x, y, z })).name
}

function countNames(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

type Corner = readonly [x: number, y: number, z: number]

/** Names of the blocks from the first corner up to, but not including, the second. */
function namesInBox(world: World, from: Corner, to: Corner): string[] {
  const names: string[] = []
  for (let y = from[1]; y < to[1]; y++) {
    for (let z = from[2]; z < to[2]; z++) {
      for (let x = from[0]; x < to[0]; x++) names.push(nameAt(world, x, y, z))
    }
  }
  return names
}
