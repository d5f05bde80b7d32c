import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWorld } from '../../../server/world/create-world.ts'
import { createLightTables } from '../../../server/world/light/light-tables.ts'
import type { World } from '../../../server/world/world.ts'
import { loadWorldDefinition } from '../../../server/world/world-definition.ts'
import type { Position } from '../../../src/core/position.ts'
import { registryOf } from './registries.ts'

const registry = registryOf('1.21.4')
const tables = createLightTables(registry)
const flatWorld = (): World => createWorld(loadWorldDefinition('flat'), registry, 1)

/** The first free layer of the flat world, and the part of it that the tests look at. */
const GROUND = -60
const HEIGHT = 24
const RADIUS = 17
/** Light from farther away does not matter. */
const MARGIN = 15

interface Edit extends Position {
  readonly kind: string
}

describe('light after changes of blocks', () => {
  const kind = fc.constantFrom('stone', 'stone', 'air', 'air', 'oak_leaves', 'water', 'torch', 'glowstone')
  const side = fc.integer({ min: -RADIUS, max: RADIUS })
  const height = fc.integer({ min: GROUND - 1, max: GROUND + 12 })
  const edit = fc.record({ x: side, y: height, z: side, kind })
  const roof = fc.record({ x: side, y: height, z: side, size: fc.integer({ min: 2, max: 12 }) })
  const steps = fc.array(
    fc.record({ edits: fc.array(edit, { maxLength: 12 }), roofs: fc.array(roof, { maxLength: 2 }) }),
    { minLength: 1, maxLength: 5 },
  )

  test('is the same as if it had been computed anew, in all columns and around their corners', () => {
    fc.assert(
      fc.property(steps, (rounds) => {
        const world = flatWorld()
        for (const { edits, roofs } of rounds) {
          for (const { kind: name, ...position } of [...roofs.flatMap(roofOf), ...edits]) {
            world.setBlock(position, name)
          }
          // Light that has been asked for must be brought up to date by the next changes.
          world.lightAt({ x: -1, y: GROUND, z: -1 })
          world.takeLightChanges()
        }
        expect(Buffer.compare(lightOf(world), reference(world))).toBe(0)
      }),
      { numRuns: 8 },
    )
  })
})

test('a lamp shines around the corner of two columns', () => {
  const world = flatWorld()
  world.lightAt({ x: 16, y: GROUND, z: 16 })
  world.setBlock({ x: 15, y: GROUND, z: 15 }, 'torch')
  expect(world.lightAt({ x: 16, y: GROUND, z: 16 }).block).toBe(12)
  world.setBlock({ x: 15, y: GROUND, z: 15 }, 'air')
  expect(world.lightAt({ x: 16, y: GROUND, z: 16 }).block).toBe(0)
})

test('a hole in the roof lights the cave below at once, and a block in it shades the cave again', () => {
  const world = flatWorld()
  for (let x = 0; x < 32; x++) {
    for (let z = 0; z < 32; z++) world.setBlock({ x, y: GROUND + 4, z }, 'stone')
  }
  const floor = { x: 15, y: GROUND, z: 16 }
  expect(world.lightAt(floor).sky).toBe(0)
  world.setBlock({ ...floor, y: GROUND + 4 }, 'air')
  expect(world.lightAt(floor).sky).toBe(15)
  expect(world.lightAt({ ...floor, x: 16 }).sky).toBe(14)
  world.setBlock({ ...floor, y: GROUND + 4 }, 'glass')
  expect(world.lightAt(floor).sky).toBe(15)
  world.setBlock({ ...floor, y: GROUND + 4 }, 'stone')
  expect(world.lightAt(floor).sky).toBe(0)
})

test('only the sections that changed are taken, once', () => {
  const world = flatWorld()
  world.columnPayload(0, 0)
  expect(world.takeLightChanges().filter(({ complete }) => complete)).toEqual([])
  world.setBlock({ x: 8, y: GROUND + 2, z: 8 }, 'torch')
  const changed = world.takeLightChanges().find(({ x, z }) => x === 0 && z === 0)
  expect(changed?.block.changed).toBe(0b11)
  expect(changed?.sky.changed).toBe(0)
  if (changed !== undefined) changed.block.changed = 0
  expect(world.takeLightChanges()).toEqual([])
})

function roofOf({ x, y, z, size }: Position & { readonly size: number }): readonly Edit[] {
  const edits: Edit[] = []
  for (let dx = 0; dx < size; dx++) {
    for (let dz = 0; dz < size; dz++) edits.push({ x: x + dx, y, z: z + dz, kind: 'stone' })
  }
  return edits
}

/** Sky light in the upper half, block light in the lower one. */
function lightOf(world: World): Uint8Array {
  return Uint8Array.from(near, (place) => {
    const { sky, block } = world.lightAt(place)
    return sky * 16 + block
  })
}

function reference(world: World): Uint8Array {
  const sky = spread(world, (place) => (isOpen(world, place) ? 15 : 0))
  const block = spread(world, (place) => tables.emission[world.blockStateAt(place)] ?? 0)
  return Uint8Array.from(near, (place) => (sky[keyOf(place)] ?? 0) * 16 + (block[keyOf(place)] ?? 0))
}

/** Lets the brightest light spread first: slow, plain, and without columns. */
function spread(world: World, sourceAt: (place: Position) => number): Uint8Array {
  const levels = new Uint8Array(SIDE * SIDE * LAYERS)
  const byLevel: Position[][] = Array.from({ length: 16 }, () => [])
  const reach = (place: Position, level: number) => {
    if (level <= 0 || !isInside(place) || level <= (levels[keyOf(place)] ?? 0)) return
    levels[keyOf(place)] = level
    byLevel[level]?.push(place)
  }
  for (const place of all) reach(place, sourceAt(place))
  for (let level = 15; level > 0; level--) {
    for (const { x, y, z } of byLevel[level] ?? []) {
      for (const [dx, dy, dz] of AROUND) {
        const place = { x: x + dx, y: y + dy, z: z + dz }
        reach(place, level - Math.max(1, tables.opacity[world.blockStateAt(place)] ?? 15))
      }
    }
  }
  return levels
}

const AROUND = [
  [-1, 0, 0],
  [1, 0, 0],
  [0, -1, 0],
  [0, 1, 0],
  [0, 0, -1],
  [0, 0, 1],
] as const
const SIDE = 2 * (RADIUS + MARGIN) + 1
const LAYERS = HEIGHT + 4
const near = placesWithin(RADIUS)
const all = placesWithin(RADIUS + MARGIN)

function isOpen(world: World, place: Position): boolean {
  for (let y = place.y; y < GROUND + HEIGHT; y++) {
    if ((tables.opacity[world.blockStateAt({ ...place, y })] ?? 0) > 0) return false
  }
  return true
}

function isInside({ x, y, z }: Position): boolean {
  return Math.max(Math.abs(x), Math.abs(z)) <= RADIUS + MARGIN && y >= GROUND - 4 && y < GROUND + HEIGHT
}

function keyOf({ x, y, z }: Position): number {
  return ((y - GROUND + 4) * SIDE + z + RADIUS + MARGIN) * SIDE + x + RADIUS + MARGIN
}

function placesWithin(radius: number): readonly Position[] {
  const places: Position[] = []
  for (let y = GROUND - 4; y < GROUND + HEIGHT; y++) {
    for (let z = -radius; z <= radius; z++) for (let x = -radius; x <= radius; x++) places.push({ x, y, z })
  }
  return places
}
