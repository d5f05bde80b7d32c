import { describe, expect, test } from 'vitest'
import { createGameServer } from '../../../server/game-server.ts'
import type { PlacedChest } from '../../../server/world/block-entity.ts'
import { createWorld } from '../../../server/world/create-world.ts'
import type { World } from '../../../server/world/world.ts'
import { listWorlds, loadWorldDefinition } from '../../../server/world/world-definition.ts'
import type { Position } from '../../../src/core/position.ts'
import { registryOf, VERSIONS } from './registries.ts'

const SEEDS = [1, 7, 2026]
const SIDES = [
  { x: 1, z: 0 },
  { x: -1, z: 0 },
  { x: 0, z: 1 },
  { x: 0, z: -1 },
]

function worldOf(name: string, seed = 1): World {
  return createWorld(loadWorldDefinition(name), registryOf('1.21.4'), seed)
}

test('the worlds that come with Kithcraft', () => {
  const names = [
    'arena',
    'continents',
    'flat',
    'forest',
    'island',
    'kitchen',
    'mine',
    'mountains',
    'outskirts',
    'plains',
    'sampler',
    'storehouse',
    'workshop',
  ]
  expect(listWorlds()).toEqual(names)
})

describe.each(listWorlds())('world %s', (name) => {
  test.each(VERSIONS)('starts on a server of %s with all its mobs', async (version) => {
    const world = loadWorldDefinition(name)
    const server = createGameServer({ version, world, seed: 1, operators: [], maxPlayers: 1 })
    for (let tick = 0; tick < 20; tick++) server.tick()
    await server.close()
  })

  test.each(SEEDS)('with seed %i players appear on firm ground, with room and no lava near by', (seed) => {
    const world = worldOf(name, seed)
    const { x, y, z } = world.spawn
    const feet = world.blockAt({ x, y, z }).kind
    expect(feet.boundingBox, feet.name).toBe('empty')
    expect(feet.name).not.toMatch(/water|lava/)
    expect(nameAt(world, { x, y: y + 1, z })).toBe('air')
    expect(world.blockAt({ x, y: y - 1, z }).kind.boundingBox).toBe('block')
    expect(namesAround(world, { x, y, z }, 4)).not.toContain('lava')
  })

  test('its chests hold what it says', () => {
    const definition = loadWorldDefinition(name)
    const world = worldOf(name)
    for (const { block, position, contents } of definition.blocks) {
      if (contents.length === 0) continue
      expect(nameAt(world, position)).toBe(block)
      const chest = world.blockEntityAt(position) as PlacedChest
      expect(chest.slots.map(({ item, count }) => ({ item, count }))).toEqual(contents)
    }
  })

  test('nothing that was placed later replaces a block of the file by accident', () => {
    const world = worldOf(name)
    for (const { block, position, to } of loadWorldDefinition(name).blocks) {
      if (to === null && !block.endsWith('_fence')) expect(nameAt(world, position)).toBe(block)
    }
  })

  test('its torches hang on walls', () => {
    const world = worldOf(name)
    const facings: Readonly<Record<string, { readonly x: number; readonly z: number }>> = {
      east: { x: -1, z: 0 },
      west: { x: 1, z: 0 },
      south: { x: 0, z: -1 },
      north: { x: 0, z: 1 },
    }
    for (const { block, position, properties } of loadWorldDefinition(name).blocks) {
      if (block !== 'wall_torch') continue
      const side = facings[properties.facing ?? ''] ?? { x: 0, z: 0 }
      const wall = world.blockAt({ x: position.x + side.x, y: position.y, z: position.z + side.z })
      expect(wall.kind.boundingBox, `${position.x} ${position.y} ${position.z}`).toBe('block')
    }
  })
})

describe('mountains', () => {
  test.each(SEEDS)('with seed %i rise high in sight of the spawn', (seed) => {
    const world = worldOf('mountains', seed)
    const heights = ring(world.spawn, 160).map(({ x, z }) => world.groundY(x, z))
    expect(heights.reduce((highest, height) => Math.max(highest, height))).toBeGreaterThan(100)
  })
})

describe('island', () => {
  test.each(SEEDS)('with seed %i has trees and water all around', (seed) => {
    const world = worldOf('island', seed)
    const names = namesAround(world, world.spawn, 16)
    expect(names.filter((name) => name.endsWith('_log')).length).toBeGreaterThan(12)
    const shore = ring({ x: 0, y: 0, z: 0 }, 110).map(({ x, z }) => nameAt(world, { x, y: 62, z }))
    expect(shore.filter((name) => name === 'water').length).toBeGreaterThan(shore.length * 0.95)
  })
})

describe('kitchen', () => {
  const world = worldOf('kitchen')

  test('has ripe crops on farmland with water within four blocks', () => {
    const counts = new Map<string, number>()
    for (const position of box({ x: -14, y: -60, z: 4 }, { x: 14, y: -60, z: 12 })) {
      const { name, properties } = world.blockAt(position)
      if (!/^(wheat|carrots|potatoes|beetroots)$/.test(name)) continue
      counts.set(name, (counts.get(name) ?? 0) + 1)
      expect(properties.age).toBe(name === 'beetroots' ? '3' : '7')
      const soil = { ...position, y: -61 }
      expect(nameAt(world, soil)).toBe('farmland')
      const reach = box({ ...soil, x: soil.x - 4, z: soil.z - 4 }, { ...soil, x: soil.x + 4, z: soil.z + 4 })
      expect(reach.map((place) => nameAt(world, place))).toContain('water')
    }
    expect(Object.fromEntries(counts)).toEqual({ wheat: 28, carrots: 28, potatoes: 28, beetroots: 28 })
  })

  test('has furnaces, a smoker and a crafting table near the spawn', () => {
    const names = namesAround(world, world.spawn, 8)
    for (const name of ['furnace', 'smoker', 'crafting_table', 'chest']) expect(names).toContain(name)
  })

  test('keeps its animals in closed pens with a gate', () => {
    for (const middle of [-17, 17]) {
      const fence = box({ x: middle - 5, y: -60, z: -5 }, { x: middle + 5, y: -60, z: 5 }).filter(
        ({ x, z }) => Math.abs(x - middle) === 5 || Math.abs(z) === 5,
      )
      const names = fence.map((position) => nameAt(world, position))
      expect(names.filter((name) => name === 'oak_fence_gate')).toHaveLength(1)
      expect(names.filter((name) => name === 'oak_fence')).toHaveLength(fence.length - 1)
    }
  })
})

test('the ring of the arena is closed by a wall that nobody jumps over', () => {
  const world = worldOf('arena')
  const wall = box({ x: -17, y: -60, z: -17 }, { x: 17, y: -57, z: 17 }).filter(
    ({ x, z }) => Math.abs(x) === 17 || Math.abs(z) === 17,
  )
  expect(new Set(wall.map((position) => nameAt(world, position)))).toEqual(new Set(['stone_bricks']))
})

describe('mine', () => {
  const world = worldOf('mine')
  const reached = walk(world)

  test('shows every ore to who walks its galleries', () => {
    const seen = new Set<string>()
    for (const { x, y, z } of reached) {
      for (const rise of [0, 1]) {
        for (const side of SIDES) seen.add(nameAt(world, { x: x + side.x, y: y + rise, z: z + side.z }))
      }
    }
    for (const ore of ['coal', 'iron', 'copper', 'gold', 'lapis', 'redstone', 'emerald', 'diamond']) {
      expect(seen).toContain(`${ore}_ore`)
      expect(seen).toContain(`deepslate_${ore}_ore`)
    }
  })

  test('has a torch within nine blocks of every place', () => {
    const torches = loadWorldDefinition('mine').blocks.filter(({ block }) => block === 'wall_torch')
    const dark = reached.filter((place) =>
      torches.every(({ position }) => {
        const [dx, dy, dz] = [position.x - place.x, position.y - place.y, position.z - place.z]
        return Math.abs(dx) + Math.abs(dy) + Math.abs(dz) > 9
      }),
    )
    expect(dark).toEqual([])
  })

  test('has a ladder to the meadow', () => {
    for (let y = -40; y <= -15; y++) {
      expect(nameAt(world, { x: 3, y, z: 3 })).toBe('ladder')
      expect(world.blockAt({ x: 4, y, z: 3 }).kind.boundingBox).toBe('block')
    }
  })
})

test('a box that is too large is refused', () => {
  const definition = loadWorldDefinition('flat')
  const [x, y, z] = [0, 0, 0]
  const block = { block: 'stone', position: { x, y, z }, to: { x: 99, y: 99, z: 99 } }
  const blocks = [{ ...block, relativeTo: 'world' as const, properties: {}, contents: [] }]
  expect(() => createWorld({ ...definition, blocks }, registryOf('1.21.4'), 1)).toThrow(
    'World "flat", blocks.0: a box of 1000000 blocks is too large',
  )
})

/** All places that one reaches from the spawn on foot, stepping up or down one block. */
function walk(world: World): readonly Position[] {
  const open = (position: Position) =>
    [0, 1].every((rise) => {
      const { kind } = world.blockAt({ ...position, y: position.y + rise })
      return kind.boundingBox === 'empty'
    })
  const stands = (position: Position) =>
    open(position) && world.blockAt({ ...position, y: position.y - 1 }).kind.boundingBox === 'block'
  const found = [world.spawn]
  const known = new Set([JSON.stringify(world.spawn)])
  for (const { x, y, z } of found) {
    for (const side of SIDES) {
      for (const rise of [-1, 0, 1]) {
        const next = { x: x + side.x, y: y + rise, z: z + side.z }
        if (known.has(JSON.stringify(next)) || !stands(next)) continue
        known.add(JSON.stringify(next))
        found.push(next)
      }
    }
  }
  return found
}

function ring(center: Position, radius: number): readonly Position[] {
  return Array.from({ length: 48 }, (_, step) => ({
    x: Math.round(center.x + radius * Math.cos((step * Math.PI) / 24)),
    y: center.y,
    z: Math.round(center.z + radius * Math.sin((step * Math.PI) / 24)),
  }))
}

function namesAround(world: World, { x, y, z }: Position, radius: number): readonly string[] {
  const places = box(
    { x: x - radius, y: y - radius, z: z - radius },
    { x: x + radius, y: y + radius, z: z + radius },
  )
  return places.map((position) => nameAt(world, position))
}

function nameAt(world: World, position: Position): string {
  return world.registry.blockOfState(world.blockStateAt(position)).name
}

/** All places between two corners, both included. */
function box(from: Position, to: Position): readonly Position[] {
  const places: Position[] = []
  for (let y = from.y; y <= to.y; y++) {
    for (let z = from.z; z <= to.z; z++) for (let x = from.x; x <= to.x; x++) places.push({ x, y, z })
  }
  return places
}
