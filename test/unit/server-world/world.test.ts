import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWorld } from '../../../server/world/create-world.ts'
import type { BlockChange, World } from '../../../server/world/world.ts'
import { MAX_Y, MIN_Y } from '../../../server/world/world-bounds.ts'
import { loadWorldDefinition } from '../../../server/world/world-definition.ts'
import { registryOf } from './registries.ts'

const registry = registryOf('1.21.4')
const flatWorld = (): World => createWorld(loadWorldDefinition('flat'), registry, 1)

describe('World', () => {
  test('blockAt() names the layers of a flat world', () => {
    const world = flatWorld()
    const names = [-65, -64, -63, -62, -61, -60, 320].map((y) => world.blockAt({ x: -5, y, z: 9 }).name)
    expect(names).toEqual(['air', 'bedrock', 'dirt', 'dirt', 'grass_block', 'air', 'air'])
  })

  test('setBlock() is read back with its properties', () => {
    const world = flatWorld()
    const position = { x: -1, y: 0, z: -17 }
    expect(world.setBlock(position, 'chest', { facing: 'west' })).toBe(true)
    expect(world.blockAt(position)).toMatchObject({
      name: 'chest',
      properties: { facing: 'west', type: 'single' },
    })
  })

  test('any writes are read back, and nothing else changes', () => {
    const coordinate = fc.integer({ min: -40, max: 40 })
    const position = fc.record({ x: coordinate, y: fc.integer({ min: MIN_Y, max: MAX_Y }), z: coordinate })
    const write = fc.record({ position, state: fc.integer({ min: 0, max: 27_000 }) })
    fc.assert(
      fc.property(fc.array(write), position, (writes, other) => {
        const world = flatWorld()
        const expected = new Map<string, number>()
        for (const { position, state } of writes) {
          world.setBlockState(position, state)
          expected.set(JSON.stringify(position), state)
        }
        for (const [key, state] of expected) expect(world.blockStateAt(JSON.parse(key))).toBe(state)
        if (!expected.has(JSON.stringify(other))) {
          expect(world.blockStateAt(other)).toBe(flatWorld().blockStateAt(other))
        }
      }),
    )
  })

  test('setBlockState() does nothing outside the height of the world', () => {
    const world = flatWorld()
    expect(world.setBlockState({ x: 0, y: MAX_Y + 1, z: 0 }, 1)).toBe(false)
    expect(world.setBlockState({ x: 0, y: MIN_Y - 1, z: 0 }, 1)).toBe(false)
    expect(world.blockStateAt({ x: 0, y: MAX_Y + 1, z: 0 })).toBe(0)
  })

  test('onChange() tells each change once, until it is ended', () => {
    const world = flatWorld()
    const changes: BlockChange[] = []
    const end = world.onChange((change) => changes.push(change))
    const position = { x: 1, y: -60, z: 1 }
    world.setBlock(position, 'stone')
    world.setBlock(position, 'stone')
    end()
    world.setBlock(position, 'dirt')
    expect(changes).toEqual([{ position, before: 0, after: registry.state('stone'), removedEntity: null }])
  })

  test('a block entity outlives a new state of its block and leaves with its block', () => {
    const world = flatWorld()
    const position = { x: 1, y: -60, z: 1 }
    const changes: BlockChange[] = []
    world.onChange((change) => changes.push(change))
    world.setBlock(position, 'chest')
    world.setBlockEntity(position, { kind: 'chest' })
    world.setBlock(position, 'chest', { facing: 'south' })
    expect(world.blockEntityAt(position)).toEqual({ kind: 'chest' })
    world.setBlock(position, 'air')
    expect(world.blockEntityAt(position)).toBeNull()
    expect([...world.blockEntities()]).toEqual([])
    expect(changes.map((change) => change.removedEntity)).toEqual([null, null, { kind: 'chest' }])
  })

  test('surfaceY() sees plants, groundY() what one can stand on', () => {
    const world = flatWorld()
    world.setBlock({ x: 3, y: -60, z: 3 }, 'poppy')
    expect(world.surfaceY(3, 3)).toBe(-60)
    expect(world.groundY(3, 3)).toBe(-61)
    world.setBlock({ x: 3, y: 100, z: 3 }, 'stone')
    expect(world.groundY(3, 3)).toBe(100)
    world.setBlock({ x: 3, y: 101, z: 3 }, 'oak_log')
    world.setBlock({ x: 3, y: 102, z: 3 }, 'oak_leaves')
    expect(world.groundY(3, 3)).toBe(100)
  })

  test('hash() depends on blocks and on which columns were made, not on the order of making or writing', () => {
    const build = (order: 1 | -1) => {
      const world = flatWorld()
      for (let step = 0; step < 8; step++) {
        const x = order === 1 ? step : 7 - step
        world.setBlock({ x: x * 20, y: 0, z: 0 }, 'stone')
      }
      return world
    }
    expect(build(1).hash()).toBe(build(-1).hash())
    const changed = build(1)
    changed.setBlock({ x: 0, y: 0, z: 0 }, 'dirt')
    expect(changed.hash()).not.toBe(build(1).hash())
    changed.setBlock({ x: 0, y: 0, z: 0 }, 'stone')
    expect(changed.hash()).toBe(build(1).hash())
  })

  test('worlds of one definition share no blocks', () => {
    const [first, second] = [flatWorld(), flatWorld()]
    first.setBlock({ x: 0, y: -61, z: 0 }, 'stone')
    expect(second.blockAt({ x: 0, y: -61, z: 0 }).name).toBe('grass_block')
  })
})
