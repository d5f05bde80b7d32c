import { describe, expect, it } from 'vitest'
import { nearestBlocks, sectionsNear } from '../../../src/body/reads/block-search.ts'
import type { BlockKinds } from '../../../src/body/sight/block-kinds.ts'
import type { LoadedWorld } from '../../../src/body/sight/loaded-world.ts'
import { exposedBlocks } from '../../../src/body/sight/section-survey.ts'

const [AIR, STONE, ORE] = [0, 1, 2]

/** Stone below height 0 in the columns from -1 to 0, with the other blocks in it. */
function worldWith(blocks: Readonly<Record<string, number>>): LoadedWorld {
  return {
    minY: -16,
    height: 32,
    column: (columnX, columnZ) =>
      Math.abs(columnX + 0.5) > 1 || Math.abs(columnZ + 0.5) > 1
        ? null
        : {
            sections: [{ palette: [STONE, ORE, AIR] }, { palette: [AIR] }],
            getBlockStateId: ({ x, y, z }) =>
              blocks[`${columnX * 16 + x},${y},${columnZ * 16 + z}`] ?? (y < 0 ? STONE : AIR),
          },
  }
}

const kinds = {
  nameOf: (id: number) => ['air', 'stone', 'ore'][id] ?? 'unknown',
  isAir: (id: number) => id === AIR,
  isSeeThrough: (id: number) => id === AIR,
} as BlockKinds

describe('exposedBlocks()', () => {
  const underground = { x: 0, y: -1, z: 0 }

  it('finds blocks with a face to the open and no others', () => {
    const found = exposedBlocks(worldWith({ '3,-1,3': ORE, '5,-8,5': ORE }), kinds, underground)
    expect(found.get('ore')).toEqual([{ x: 3, y: -1, z: 3 }])
    expect(found.get('stone')).toHaveLength(255)
  })

  it('sees the walls of a cave, also where the cave lies across the edge of the section', () => {
    const found = exposedBlocks(worldWith({ '-1,-8,4': AIR, '0,-8,4': ORE }), kinds, underground)
    expect(found.get('ore')).toEqual([{ x: 0, y: -8, z: 4 }])
  })

  it('takes what is not loaded for closed, and an unloaded section for empty', () => {
    const found = exposedBlocks(worldWith({ '15,-8,4': ORE }), kinds, underground)
    expect(found.get('ore')).toBeUndefined()
    expect(exposedBlocks(worldWith({}), kinds, { x: 5, y: 0, z: 5 }).size).toBe(0)
  })
})

describe('nearestBlocks()', () => {
  const ores = { '3,-1,3': ORE, '-9,-2,-9': ORE, '0,-16,0': ORE, '15,-1,15': ORE }

  it('gives the nearest first, across sections, within the distance', () => {
    const search = { point: { x: 0.5, y: 0, z: 0.5 }, maxDistance: 17, stateIds: new Set([ORE]) }
    expect([...nearestBlocks(worldWith(ores), search)]).toEqual([
      { x: 3, y: -1, z: 3 },
      { x: -9, y: -2, z: -9 },
      { x: 0, y: -16, z: 0 },
    ])
  })

  it('looks through no section that is farther away than what was asked for', () => {
    const looks = new Set<number>()
    const world = worldWith(ores)
    const counting: LoadedWorld = {
      ...world,
      column: (x, z) => {
        const column = world.column(x, z)
        return (
          column && {
            ...column,
            getBlockStateId: (place) => {
              looks.add(x)
              return column.getBlockStateId(place)
            },
          }
        )
      },
    }
    const search = { point: { x: 3, y: 0, z: 3 }, maxDistance: 30, stateIds: new Set([ORE]) }
    expect(nearestBlocks(counting, search).next().value).toEqual({ x: 3, y: -1, z: 3 })
    expect([...looks]).toEqual([0])
  })

  it('sectionsNear() leaves out what is not loaded', () => {
    expect(sectionsNear(worldWith({}), { x: 0, y: 0, z: 0 }, 60)).toHaveLength(8)
  })
})
