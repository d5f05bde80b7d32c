import { describe, expect, test } from 'vitest'
import { createWorld } from '../../../server/world/create-world.ts'
import { checkWorldDefinition } from '../../../server/world/world-definition.ts'
import { InputError } from '../../../src/core/errors.ts'
import { registryOf } from './registries.ts'

const registry = registryOf('1.21.4')

function build(definition: Readonly<Record<string, unknown>>) {
  const checked = checkWorldDefinition({ name: 'test', generator: { type: 'flat' }, ...definition }, 'test')
  return createWorld(checked, registry, 1)
}

describe('createWorld()', () => {
  test('places blocks in the world and relative to the spawn', () => {
    const world = build({
      spawn: { x: 10, y: -60, z: 20 },
      blocks: [
        { block: 'furnace', position: { x: 1, y: -60, z: 2 }, properties: { facing: 'east' } },
        { block: 'stone', position: { x: 1, y: 0, z: 2 }, relativeTo: 'spawn' },
      ],
    })
    expect(world.spawn).toEqual({ x: 10, y: -60, z: 20 })
    expect(world.blockAt({ x: 1, y: -60, z: 2 })).toMatchObject({
      name: 'furnace',
      properties: { facing: 'east' },
    })
    expect(world.blockAt({ x: 11, y: -60, z: 22 }).name).toBe('stone')
  })

  test('fills chests from their first slot', () => {
    const position = { x: 0, y: -60, z: 3 }
    const contents = [
      { item: 'bread', count: 5 },
      { item: 'stick', count: 1 },
    ]
    const world = build({ blocks: [{ block: 'chest', position, contents }] })
    expect(world.blockEntityAt(position)).toEqual({
      kind: 'chest',
      slots: [
        { slot: 0, item: 'bread', count: 5 },
        { slot: 1, item: 'stick', count: 1 },
      ],
    })
  })

  const position = { x: 0, y: 0, z: 0 }
  test.each([
    [{ blocks: [{ block: 'unobtainium', position }] }, 'blocks.0.block', 'no block "unobtainium"'],
    [
      { blocks: [{ block: 'chest', position, contents: [{ item: 'mud_pie', count: 1 }] }] },
      'blocks.0.contents',
      'no item "mud_pie"',
    ],
    [
      { blocks: [{ block: 'stone', position, contents: [{ item: 'stick', count: 1 }] }] },
      'blocks.0',
      '"stone" holds no items',
    ],
    [{ blocks: [{ block: 'stone', position: { ...position, y: 400 } }] }, 'blocks.0', 'outside the world'],
    [
      { blocks: [{ block: 'chest', position, properties: { facing: 'up' } }] },
      'blocks.0',
      'no "facing" of "up"',
    ],
    [
      { blocks: [{ block: 'chest', position, contents: [{ item: 'wooden_axe', count: 2 }] }] },
      'blocks.0.contents',
      '2 × "wooden_axe" do not fit a slot. List stacks of at most 1.',
    ],
    [{ generator: { type: 'terrain', biome: 'cloud' } }, 'generator.biome', 'no biome "cloud"'],
    [{ mobs: [{ name: 'unicorn' }] }, 'mobs.0.name', 'no mob "unicorn"'],
    [
      { generator: { type: 'flat', layers: [{ block: 'cheese', height: 1 }] } },
      'generator.layers.0.block',
      'no block "cheese"',
    ],
  ])('rejects %j', (definition, path, reason) => {
    expect(() => build(definition)).toThrow(InputError)
    expect(() => build(definition)).toThrow(`World "test", ${path}`)
    expect(() => build(definition)).toThrow(reason)
  })
})
