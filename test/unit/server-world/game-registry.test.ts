import { describe, expect, test } from 'vitest'
import { registryOf, VERSIONS } from './registries.ts'

describe.each(VERSIONS)('game registry of %s', (version) => {
  const registry = registryOf(version)

  test('state() and propertiesOfState() undo each other for every state', () => {
    for (const kind of registry.blocks) {
      for (let state = kind.minState; state <= kind.maxState; state++) {
        expect(registry.state(kind.name, registry.propertiesOfState(state))).toBe(state)
        expect(registry.blockOfState(state)).toBe(kind)
      }
    }
  })

  test('state() keeps the default state for properties that are not given', () => {
    const state = registry.state('chest', { facing: 'east' })
    expect(registry.propertiesOfState(state)).toEqual({
      facing: 'east',
      type: 'single',
      waterlogged: 'false',
    })
  })

  test('state() names the values that a property can have', () => {
    expect(() => registry.state('chest', { facing: 'up' })).toThrow(
      'Block "chest" has no "facing" of "up": use one of north, south, west, east.',
    )
    expect(() => registry.state('stone', { facing: 'up' })).toThrow(
      'Block "stone" has no property "facing": it has none.',
    )
  })

  test('findBlock(), findItem() and findEntity() give null for unknown names, their sisters throw', () => {
    expect(registry.findBlock('unobtainium')).toBeNull()
    expect(registry.findItem('unobtainium')).toBeNull()
    expect(registry.findEntity('unobtainium')).toBeNull()
    expect(() => registry.block('unobtainium')).toThrow('There is no block "unobtainium"')
    expect(() => registry.item('unobtainium')).toThrow('There is no item "unobtainium"')
    expect(() => registry.entity('unobtainium')).toThrow('There is no entity "unobtainium"')
  })

  test('recipesFor() gives shapes with names', () => {
    const recipes = registry.recipesFor('wooden_pickaxe')
    expect(recipes).toContainEqual({
      kind: 'shaped',
      rows: [
        ['oak_planks', 'oak_planks', 'oak_planks'],
        [null, 'stick', null],
        [null, 'stick', null],
      ],
      result: { item: 'wooden_pickaxe', count: 1 },
    })
    expect(registry.recipesFor('bedrock')).toEqual([])
  })

  test('recipes hold no empty result', () => {
    for (const recipe of registry.recipes) {
      expect(recipe.result.count, recipe.result.item).toBeGreaterThan(0)
      expect(recipe.result.item).not.toBe('air')
    }
  })

  test('item() knows stack sizes, durability and food', () => {
    expect(registry.item('iron_pickaxe')).toMatchObject({ stackSize: 1, maxDurability: 250, food: null })
    expect(registry.item('bread')).toMatchObject({
      stackSize: 64,
      maxDurability: null,
      food: { foodPoints: 5, saturation: 6 },
    })
  })

  test('collisionBoxes() tells a slab from a full block and from a flower', () => {
    expect(registry.collisionBoxes(registry.state('stone'))).toEqual([[0, 0, 0, 1, 1, 1]])
    expect(registry.collisionBoxes(registry.state('oak_slab', { type: 'bottom' }))).toEqual([
      [0, 0, 0, 1, 0.5, 1],
    ])
    expect(registry.collisionBoxes(registry.state('poppy'))).toEqual([])
  })

  test('bedrock has no hardness', () => {
    expect(registry.block('bedrock').hardness).toBeNull()
  })
})
