import { describe, expect, test } from 'vitest'
import type { GameRegistry } from '../../../server/data/game-registry.ts'
import { createWorld } from '../../../server/world/create-world.ts'
import type { World } from '../../../server/world/world.ts'
import { MIN_Y } from '../../../server/world/world-bounds.ts'
import { loadWorldDefinition } from '../../../server/world/world-definition.ts'
import type { Position } from '../../../src/core/position.ts'
import { registryOf, VERSIONS } from './registries.ts'

const SEEDS = Array.from({ length: 20 }, (_, index) => index * 7919 - 3)
const WORLDS = ['plains', 'forest']
const newest = registryOf('1.21.4')

function worldOf(name: string, seed: number, registry: GameRegistry = newest): World {
  return createWorld(loadWorldDefinition(name), registry, seed)
}

/** Makes the columns from -size to size - 1 by reading a block of each, in the order given. */
function generate(world: World, order: 'rows' | 'backwards' | 'spiral', size = 3): World {
  const places: [x: number, z: number][] = []
  for (let x = -size; x < size; x++) for (let z = -size; z < size; z++) places.push([x, z])
  if (order === 'backwards') places.reverse()
  if (order === 'spiral') places.sort(([ax, az], [bx, bz]) => Math.hypot(ax, az) - Math.hypot(bx, bz))
  for (const [x, z] of places) world.blockStateAt({ x: x * 16, y: 0, z: z * 16 })
  return world
}

describe.each(WORLDS)('terrain of the world %s', (name) => {
  test('is the same for the same seed, whatever the order in which columns are made', () => {
    const hash = generate(worldOf(name, 42), 'rows').hash()
    expect(generate(worldOf(name, 42), 'backwards').hash()).toBe(hash)
    expect(generate(worldOf(name, 42), 'spiral').hash()).toBe(hash)
  })

  test('differs from seed to seed', () => {
    const hashes = SEEDS.map((seed) => generate(worldOf(name, seed), 'rows', 1).hash())
    expect(new Set(hashes).size).toBe(SEEDS.length)
  })

  test('has the same blocks in both versions', () => {
    const [newer, older] = VERSIONS.map((version) => worldOf(name, 3, registryOf(version)))
    if (newer === undefined || older === undefined) throw new Error('Two versions are supported.')
    expect(newer.spawn).toEqual(older.spawn)
    const namesOf = (world: World) =>
      namesInBox(world, { x: 0, y: MIN_Y, z: 0 }, { x: 16, y: 110, z: 16 }).map((name) =>
        name === 'short_grass' ? 'grass' : name,
      )
    expect(namesOf(newer)).toEqual(namesOf(older))
  })

  test.each(SEEDS)('with seed %i a player spawns on open, dry grass and can dig down to stone', (seed) => {
    const world = worldOf(name, seed)
    const { spawn } = world
    for (let x = spawn.x - 2; x <= spawn.x + 2; x++) {
      for (let z = spawn.z - 2; z <= spawn.z + 2; z++) {
        const ground = world.groundY(x, z)
        expect(Math.abs(ground + 1 - spawn.y), 'even ground').toBeLessThanOrEqual(1)
        const above = namesInBox(world, { x, y: ground + 1, z }, { x: x + 1, y: ground + 8, z: z + 1 })
        expect(above.filter((name) => !/^(air|short_grass|poppy|dandelion)$/.test(name))).toEqual([])
      }
    }
    const below = [1, 2, 3, 4, 5].map((depth) => nameAt(world, { ...spawn, y: spawn.y - depth }))
    expect(below.slice(0, 4)).toEqual(['grass_block', 'dirt', 'dirt', 'dirt'])
    expect(below[4]).toMatch(/^stone$|_ore$|^dirt$|^gravel$/)
  })

  test.each(SEEDS)('with seed %i what a beginner needs lies around the spawn', (seed) => {
    const world = worldOf(name, seed)
    const found = countAround(world, 20)
    expect(found('oak_log') + found('birch_log'), 'logs').toBeGreaterThanOrEqual(16)
    expect(found('stone'), 'stone').toBeGreaterThan(1000)
    expect(found('coal_ore'), 'coal').toBeGreaterThan(20)
    expect(found('iron_ore'), 'iron').toBeGreaterThan(10)
  })
})

test('most plains have water and rock in sight of the spawn', () => {
  const distances = SEEDS.map((seed) => {
    const world = worldOf('plains', seed)
    return { water: distanceTo(world, 'water'), stone: distanceTo(world, 'stone') }
  })
  expect(distances.filter(({ water }) => water <= 60).length).toBeGreaterThanOrEqual(18)
  expect(distances.filter(({ stone }) => stone <= 40).length).toBeGreaterThanOrEqual(18)
})

describe('terrain at depth', () => {
  const world = generate(worldOf('plains', 11), 'rows', 4)
  const layer = (y: number) => namesOfLayer(world, y, 64)

  test('ends in unbroken bedrock', () => {
    expect(layer(MIN_Y)).toEqual(new Set(['bedrock']))
  })

  test('is deepslate below 0 and stone above', () => {
    expect(layer(-20)).toContain('deepslate')
    expect(layer(-20)).not.toContain('stone')
    expect(layer(20)).toContain('stone')
    expect(layer(20)).not.toContain('deepslate')
  })

  test('holds each ore at its depth, and diamonds deep down only', () => {
    const names = (from: number, to: number) => {
      const all = new Set<string>()
      for (let y = from; y < to; y++) for (const name of layer(y)) all.add(name)
      return all
    }
    for (const ore of ['gold', 'redstone', 'lapis', 'diamond', 'iron']) {
      expect(names(-60, -10)).toContain(`deepslate_${ore}_ore`)
    }
    const shallow = names(40, 60)
    for (const ore of ['coal', 'iron', 'copper']) expect(shallow).toContain(`${ore}_ore`)
    for (const ore of ['diamond', 'redstone']) expect(shallow).not.toContain(`${ore}_ore`)
  })

  test('has tunnels, and none of them opens to the sky or holds lava', () => {
    const [depths, lava]: [number[], Position[]] = [[], []]
    for (let x = -64; x < 64; x++) {
      for (let z = -64; z < 64; z++) {
        const ground = world.groundY(x, z)
        for (let y = MIN_Y; y <= ground; y++) {
          const name = nameAt(world, { x, y, z })
          if (name === 'air') depths.push(ground - y)
          if (name === 'lava') lava.push({ x, y, z })
        }
      }
    }
    expect(depths.length).toBeGreaterThan(1000)
    expect(depths.reduce((least, depth) => Math.min(least, depth))).toBeGreaterThanOrEqual(7)
    expect(lava).toEqual([])
  })
})

test('trees are whole where they cross the borders of columns', () => {
  const world = generate(worldOf('forest', 5), 'rows', 4)
  const torn: Position[] = []
  let trees = 0
  for (let x = -56; x < 56; x++) {
    for (let z = -56; z < 56; z++) {
      const top = topLog(world, x, z)
      if (top === null) continue
      trees++
      const crown = namesInBox(world, { x: x - 1, y: top + 1, z }, { x: x + 2, y: top + 2, z: z + 1 })
      if (!crown.every((name) => /_(leaves|log)$/.test(name))) torn.push({ x, y: top, z })
    }
  }
  expect(trees).toBeGreaterThan(100)
  expect(torn).toEqual([])
})

describe('golden hashes: a change here means that the worlds of old seeds have changed', () => {
  test.each([
    ['1.21.4', 'flat', '87d483cd0c7fb878'],
    ['1.21.4', 'plains', '405f6251f8b01686'],
    ['1.21.4', 'forest', '4020a25a8d7232aa'],
    ['1.20.1', 'flat', '31113fef2c93cf19'],
    ['1.20.1', 'plains', 'f3bd4b3e4d99ce64'],
    ['1.20.1', 'forest', 'cd4354622b082f68'],
  ] as const)('%s %s', (version, name, hash) => {
    expect(
      generate(worldOf(name, 1, registryOf(version)), 'rows', 2)
        .hash()
        .slice(0, 16),
    ).toBe(hash)
  })
})

function nameAt(world: World, position: Position): string {
  return world.registry.blockOfState(world.blockStateAt(position)).name
}

function topLog(world: World, x: number, z: number): number | null {
  for (let y = world.surfaceY(x, z); y > 50; y--) if (nameAt(world, { x, y, z }).endsWith('_log')) return y
  return null
}

/** Counts blocks in a box around the spawn, from 20 below to 12 above. */
function countAround(world: World, radius: number): (name: string) => number {
  const counts = new Map<string, number>()
  const { x, y, z } = world.spawn
  const corners = [
    { x: x - radius, y: y - 20, z: z - radius },
    { x: x + radius + 1, y: y + 13, z: z + radius + 1 },
  ] as const
  for (const name of namesInBox(world, ...corners)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return (name) => counts.get(name) ?? 0
}

/** Distance from the spawn to the nearest place whose surface is made of the block, up to 64. */
function distanceTo(world: World, name: string): number {
  let nearest = Number.POSITIVE_INFINITY
  const { x, z } = world.spawn
  for (let dx = -64; dx <= 64; dx++) {
    for (let dz = -64; dz <= 64; dz++) {
      const surface = nameAt(world, { x: x + dx, y: world.surfaceY(x + dx, z + dz), z: z + dz })
      if (surface === name) nearest = Math.min(nearest, Math.hypot(dx, dz))
    }
  }
  return nearest
}

function namesOfLayer(world: World, y: number, radius: number): ReadonlySet<string> {
  return new Set(namesInBox(world, { x: -radius, y, z: -radius }, { x: radius, y: y + 1, z: radius }))
}

/** Names of the blocks from the first corner up to, but not including, the second. */
function namesInBox(world: World, from: Position, to: Position): string[] {
  const names: string[] = []
  for (let y = from.y; y < to.y; y++) {
    for (let z = from.z; z < to.z; z++) {
      for (let x = from.x; x < to.x; x++) names.push(nameAt(world, { x, y, z }))
    }
  }
  return names
}
