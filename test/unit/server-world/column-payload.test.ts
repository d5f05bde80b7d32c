import { describe, expect, test } from 'vitest'
import type { GameRegistry } from '../../../server/data/game-registry.ts'
import type { MinecraftVersion } from '../../../server/data/minecraft-version.ts'
import { createWorld } from '../../../server/world/create-world.ts'
import type { World } from '../../../server/world/world.ts'
import { MAX_Y, MIN_Y } from '../../../server/world/world-bounds.ts'
import { checkWorldDefinition, loadWorldDefinition } from '../../../server/world/world-definition.ts'
import { decodeColumn } from './decoded-column.ts'
import { registryOf, VERSIONS } from './registries.ts'

describe.each(VERSIONS)('columnPayload() in %s', (version) => {
  const registry = registryOf(version)

  test.each(['flat', 'plains', 'forest'])('a client decodes the same blocks of the world %s', (name) => {
    const world = createWorld(loadWorldDefinition(name), registry, 5)
    for (const [x, z] of [
      [0, 0],
      [-1, -2],
      [7, -3],
    ] as const)
      expectSameBlocks(version, world, x, z)
  })

  test('a client decodes sections with more states than a palette holds', () => {
    const world = emptyWorld(registry)
    for (let index = 0; index < 4096; index++) {
      world.setBlockState(
        { x: index & 15, y: index >> 8, z: (index >> 4) & 15 },
        index % registry.blocks.length,
      )
    }
    expectSameBlocks(version, world, 0, 0)
  })

  test.each([2, 16, 17, 33, 65, 129, 256, 257])('a client decodes a section of %i states', (states) => {
    const world = emptyWorld(registry)
    for (let index = 0; index < 4096; index++) {
      world.setBlockState({ x: index & 15, y: 16 + (index >> 8), z: (index >> 4) & 15 }, 1 + (index % states))
    }
    expectSameBlocks(version, world, 0, 0)
  })

  test('the surface is lit and the depths are dark', () => {
    const world = createWorld(loadWorldDefinition('plains'), registry, 5)
    const { x, y, z } = world.spawn
    const chunk = decodeColumn(version, world.columnPayload(x >> 4, z >> 4))
    expect(chunk.getSkyLight({ x: x & 15, y, z: z & 15 })).toBe(15)
    expect(chunk.getSkyLight({ x: x & 15, y: y + 16, z: z & 15 })).toBe(15)
    expect(chunk.getSkyLight({ x: x & 15, y: -40, z: z & 15 })).toBe(0)
  })

  test('heightmaps hold the number of layers below the first free one', () => {
    const world = createWorld(loadWorldDefinition('flat'), registry, 1)
    world.setBlock({ x: 3, y: -50, z: 2 }, 'stone')
    world.setBlock({ x: 4, y: -60, z: 2 }, 'poppy')
    const { MOTION_BLOCKING: motion, WORLD_SURFACE: surface } = world.columnPayload(0, 0).heightmaps.value
    expect(heightAt(motion?.value, 0, 0)).toBe(4)
    expect(heightAt(motion?.value, 3, 2)).toBe(15)
    expect(heightAt(motion?.value, 4, 2)).toBe(4)
    expect(heightAt(surface?.value, 4, 2)).toBe(5)
  })

  test('is kept until a block in the column changes', () => {
    const world = createWorld(loadWorldDefinition('flat'), registry, 1)
    const first = world.columnPayload(0, 0)
    world.setBlock({ x: 16, y: -60, z: 0 }, 'stone')
    expect(world.columnPayload(0, 0)).toBe(first)
    world.setBlock({ x: 15, y: -60, z: 0 }, 'stone')
    expect(world.columnPayload(0, 0)).not.toBe(first)
    expectSameBlocks(version, world, 0, 0)
  })
})

function emptyWorld(registry: GameRegistry): World {
  const definition = checkWorldDefinition({ name: 'empty', generator: { type: 'flat', layers: [] } }, 'test')
  return createWorld(definition, registry, 1)
}

function expectSameBlocks(version: MinecraftVersion, world: World, columnX: number, columnZ: number): void {
  const chunk = decodeColumn(version, world.columnPayload(columnX, columnZ))
  const different: string[] = []
  for (let y = MIN_Y; y <= MAX_Y; y++) {
    for (let index = 0; index < 256; index++) {
      const [x, z] = [index & 15, index >> 4]
      const ours = world.blockStateAt({ x: columnX * 16 + x, y, z: columnZ * 16 + z })
      if (chunk.getBlockStateId({ x, y, z }) !== ours) different.push(`${x} ${y} ${z}: ${ours}`)
    }
  }
  expect(different).toEqual([])
}

function heightAt(longs: readonly (readonly [number, number])[] | undefined, x: number, z: number): number {
  const index = z * 16 + x
  const [upper, lower] = longs?.[Math.floor(index / 7)] ?? [0, 0]
  const long = (BigInt.asUintN(32, BigInt(upper)) << 32n) | BigInt.asUintN(32, BigInt(lower))
  return Number((long >> BigInt((index % 7) * 9)) & 511n)
}
