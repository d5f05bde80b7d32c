import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Column } from '../../../server/world/column.ts'
import { createWorld } from '../../../server/world/create-world.ts'
import { lightColumn } from '../../../server/world/light/column-light.ts'
import { type LightLayer, placeOf } from '../../../server/world/light/light-layer.ts'
import { createLightTables } from '../../../server/world/light/light-tables.ts'
import type { World } from '../../../server/world/world.ts'
import { MAX_Y, MIN_Y } from '../../../server/world/world-bounds.ts'
import { loadWorldDefinition } from '../../../server/world/world-definition.ts'
import type { Position } from '../../../src/core/position.ts'
import { type DecodedColumn, decodeColumn } from './decoded-column.ts'
import { registryOf, VERSIONS } from './registries.ts'

const registry = registryOf('1.21.4')
const tables = createLightTables(registry)
const flatWorld = (): World => createWorld(loadWorldDefinition('flat'), registry, 1)

/** What a client sees of the light at a place in the world. */
function lightAt(world: World, { x, y, z }: Position): { readonly sky: number; readonly block: number } {
  const column: DecodedColumn = decodeColumn(world.registry.version, world.columnPayload(x >> 4, z >> 4))
  const place = { x: x & 15, y, z: z & 15 }
  return { sky: column.getSkyLight(place), block: column.getBlockLight(place) }
}

describe('lightColumn()', () => {
  test('gives every place the brightest light that reaches it, as a slow reference does', () => {
    const kind = fc.constantFrom('stone', 'oak_leaves', 'water', 'torch', 'glowstone', 'air', 'lava')
    const coordinate = fc.integer({ min: 0, max: 15 })
    const block = fc.record({ x: coordinate, z: coordinate, y: fc.integer({ min: 0, max: 12 }), kind })
    const roof = fc.record({ y: fc.integer({ min: 5, max: 18 }), size: coordinate })
    fc.assert(
      fc.property(fc.array(block, { maxLength: 120 }), roof, (blocks, { y, size }) => {
        const column = new Column()
        for (let index = 0; index < 256; index++) {
          column.setState(index & 15, -1, index >> 4, registry.state('stone'))
          if ((index & 15) < size) column.setState(index & 15, y, index >> 4, registry.state('stone'))
        }
        for (const place of blocks) column.setState(place.x, place.y, place.z, registry.state(place.kind))
        const light = lightColumn(column, tables)
        expect(valuesOf(light.sky)).toEqual(reference(column, 'sky'))
        expect(valuesOf(light.block)).toEqual(reference(column, 'block'))
      }),
      { numRuns: 25 },
    )
  })
})

describe.each(VERSIONS)('light that clients of %s see', (version) => {
  test('of a torch loses one a step, also into the next column', () => {
    const world = createWorld(loadWorldDefinition('flat'), registryOf(version), 1)
    world.columnPayload(1, 0)
    world.setBlock({ x: 15, y: -60, z: 8 }, 'torch')
    const levels = [15, 14, 12, 16, 20].map((x) => lightAt(world, { x, y: -60, z: 8 }).block)
    expect(levels).toEqual([14, 13, 11, 13, 9])
    world.setBlock({ x: 15, y: -60, z: 8 }, 'air')
    expect([15, 16].map((x) => lightAt(world, { x, y: -60, z: 8 }).block)).toEqual([0, 0])
  })

  test('is dim under a roof, dark in a closed room, and 15 in the open', () => {
    const world = createWorld(loadWorldDefinition('flat'), registryOf(version), 1)
    for (let x = 3; x <= 11; x++) {
      for (let z = 3; z <= 11; z++) {
        world.setBlock({ x, y: -57, z }, 'stone')
        if (x === 7 && z === 7) continue
        if (Math.abs(x - 7) <= 1 && Math.abs(z - 7) <= 1) {
          for (let y = -60; y < -57; y++) world.setBlock({ x, y, z }, 'stone')
        }
      }
    }
    const sky = (x: number, z: number) => lightAt(world, { x, y: -60, z }).sky
    expect([sky(1, 7), sky(2, 7), sky(3, 7), sky(5, 7), sky(7, 7)]).toEqual([15, 15, 14, 12, 0])
    expect(lightAt(world, { x: 7, y: -56, z: 7 }).sky).toBe(15)
  })

  test('fades under water and under leaves', () => {
    const world = createWorld(loadWorldDefinition('flat'), registryOf(version), 1)
    for (let index = 0; index < 256; index++) {
      for (let y = -60; y < -55; y++) world.setBlock({ x: index & 15, y, z: index >> 4 }, 'water')
      world.setBlock({ x: 16 + (index & 15), y: -58, z: index >> 4 }, 'oak_leaves')
    }
    const levels = [-55, -56, -58, -60].map((y) => lightAt(world, { x: 8, y, z: 8 }).sky)
    expect(levels).toEqual([15, 14, 12, 10])
    expect(lightAt(world, { x: 24, y: -59, z: 8 }).sky).toBe(13)
  })

  test('fills the galleries of the mine by its torches, and no sky does', () => {
    const world = createWorld(loadWorldDefinition('mine'), registryOf(version), 1)
    for (const [x, y, z] of [
      [0, -40, -12],
      [20, -40, 0],
      [-20, -40, 0],
      [0, -56, 30],
    ] as const) {
      expect(lightAt(world, { x, y, z }).sky).toBe(0)
      expect(lightAt(world, { x, y, z }).block).toBeGreaterThanOrEqual(6)
    }
  })
})

test('a furnace shines while it is lit', () => {
  const world = flatWorld()
  world.setBlock({ x: 8, y: -60, z: 8 }, 'furnace')
  expect(lightAt(world, { x: 9, y: -60, z: 8 }).block).toBe(0)
  world.setBlock({ x: 8, y: -60, z: 8 }, 'furnace', { lit: 'true' })
  expect(lightAt(world, { x: 9, y: -60, z: 8 }).block).toBe(12)
})

const LOW = -4
const HIGH = 24

function valuesOf(levels: LightLayer): readonly number[] {
  const values: number[] = []
  for (let place = placeOf(0, LOW, 0); place < placeOf(0, HIGH, 0); place++) values.push(levels.at(place))
  return values
}

/** Raises each level to what its neighbours give until nothing changes. */
function reference(column: Column, kind: 'sky' | 'block'): readonly number[] {
  const levels = new Map<number, number>()
  const cells: Position[] = []
  for (let y = LOW; y < HIGH; y++) {
    for (let z = 0; z < 16; z++) for (let x = 0; x < 16; x++) cells.push({ x, y, z })
  }
  const stateAt = ({ x, y, z }: Position) => column.stateAt(x, y, z)
  for (const cell of cells) levels.set(placeOf(cell.x, cell.y, cell.z), sourceAt(column, cell, kind))
  for (let changed = true; changed; ) {
    changed = false
    for (const cell of cells) {
      const place = placeOf(cell.x, cell.y, cell.z)
      const loss = Math.max(1, tables.opacity[stateAt(cell)] ?? 15)
      const beside = [
        cell.x > 0 ? place - 1 : -1,
        cell.x < 15 ? place + 1 : -1,
        cell.z > 0 ? place - 16 : -1,
        cell.z < 15 ? place + 16 : -1,
        place - 256,
        place + 256,
      ]
      const above = cell.y === HIGH - 1 && kind === 'sky' ? 15 : 0
      const best = beside.reduce((most, other) => Math.max(most, levels.get(other) ?? 0), above) - loss
      if (best <= (levels.get(place) ?? 0)) continue
      levels.set(place, best)
      changed = true
    }
  }
  return cells.map(({ x, y, z }) => levels.get(placeOf(x, y, z)) ?? 0)
}

function sourceAt(column: Column, { x, y, z }: Position, kind: 'sky' | 'block'): number {
  if (kind === 'block') return tables.emission[column.stateAt(x, y, z)] ?? 0
  for (let above = y; above < HIGH; above++) {
    if ((tables.opacity[column.stateAt(x, above, z)] ?? 0) > 0) return 0
  }
  return 15
}

test('the whole height of the world can be lit', () => {
  const world = flatWorld()
  world.setBlock({ x: 0, y: MAX_Y, z: 0 }, 'glowstone')
  world.setBlock({ x: 0, y: MIN_Y, z: 0 }, 'glowstone')
  expect(lightAt(world, { x: 1, y: MAX_Y, z: 0 }).block).toBe(14)
  expect(lightAt(world, { x: 0, y: MIN_Y, z: 0 }).block).toBe(15)
})
