import { describe, expect, test } from 'vitest'
import { Column } from '../../../server/world/column.ts'
import type { Land } from '../../../server/world/continents/land-field.ts'
import { createLavaPools } from '../../../server/world/continents/lava-pools.ts'
import { MIN_Y } from '../../../server/world/world-bounds.ts'
import { registryOf } from './registries.ts'

const GROUND = 70
const registry = registryOf('1.21.4')
const [stone, lava] = [registry.state('stone'), registry.state('lava')]
/** A hash that is 0 everywhere: each column has all pools that it may have. */
const fill = createLavaPools(registry, () => 0)

/** A column of rock up to the ground, with the pools that it gets. */
function columnWithPools(options: { columnX: number; isOpen: boolean; slope?: number }): Column {
  const column = new Column()
  const lands: Land[] = []
  for (let index = 0; index < 256; index++) {
    const groundY = GROUND + (options.slope ?? 0) * (index & 15)
    lands.push({ groundY, biome: 'plains' })
    for (let y = MIN_Y; y <= groundY; y++) column.setState(index & 15, y, index >> 4, stone)
  }
  fill(column, lands, { columnX: options.columnX, columnZ: 0, mayOpen: () => options.isOpen })
  return column
}

/** Heights of lava, from the highest down. */
function lavaHeights(column: Column): readonly number[] {
  const heights = new Set<number>()
  for (let y = GROUND + 20; y >= MIN_Y; y--) {
    for (let index = 0; index < 256; index++) {
      if (column.stateAt(index & 15, y, index >> 4) === lava) heights.add(y)
    }
  }
  return [...heights]
}

describe('pools of lava', () => {
  test('lie open in even ground far from the origin, and in chambers of the rock', () => {
    expect(lavaHeights(columnWithPools({ columnX: 40, isOpen: true }))).toEqual([70, 69, -45, -46])
  })

  test.each([
    ['near the origin', { columnX: 1, isOpen: true }],
    ['where a tree or a cave is', { columnX: 40, isOpen: false }],
    ['on a slope', { columnX: 40, isOpen: true, slope: 1 }],
  ])('do not open to the sky %s', (_where, options) => {
    expect(lavaHeights(columnWithPools(options))).toEqual([-45, -46])
  })

  test('keep their lava: rock or lava lies below and beside all of it', () => {
    const column = columnWithPools({ columnX: 40, isOpen: true })
    const open: string[] = []
    for (const y of lavaHeights(column)) {
      for (let index = 0; index < 256; index++) {
        const [x, z] = [index & 15, index >> 4]
        if (column.stateAt(x, y, z) !== lava) continue
        for (const [dx, dy, dz] of SIDES) {
          if (column.stateAt(x + dx, y + dy, z + dz) === 0) open.push(`${x} ${y} ${z}`)
        }
      }
    }
    expect(open).toEqual([])
  })
})

const SIDES = [
  [1, 0, 0],
  [-1, 0, 0],
  [0, 0, 1],
  [0, 0, -1],
  [0, -1, 0],
] as const
