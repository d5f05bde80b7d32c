import { describe, expect, test } from 'vitest'
import { createGameRegistry } from '../../../../server/data/game-registry.ts'
import { createRecipeBook } from '../../../../server/inventory/recipe-book.ts'

describe.each(['1.21.4', '1.20.1'] as const)('the recipe book of %s', (version) => {
  const registry = createGameRegistry(version)
  const book = createRecipeBook(registry.recipes)
  const P = 'oak_planks'
  const S = 'stick'

  test.each([
    [
      'planks anywhere in the grid',
      [
        [null, null],
        [null, 'oak_log'],
      ],
      { item: 'oak_planks', count: 4 },
    ],
    [
      'sticks',
      [
        [null, P, null],
        [null, P, null],
      ],
      { item: 'stick', count: 4 },
    ],
    [
      'a pickaxe',
      [
        [P, P, P],
        [null, S, null],
        [null, S, null],
      ],
      { item: 'wooden_pickaxe', count: 1 },
    ],
    [
      'an axe',
      [
        [P, P, null],
        [P, S, null],
        [null, S, null],
      ],
      { item: 'wooden_axe', count: 1 },
    ],
    [
      'a mirrored axe',
      [
        [null, P, P],
        [null, S, P],
        [null, S, null],
      ],
      { item: 'wooden_axe', count: 1 },
    ],
    [
      'a furnace',
      [
        ['cobblestone', 'cobblestone', 'cobblestone'],
        ['cobblestone', null, 'cobblestone'],
        ['cobblestone', 'cobblestone', 'cobblestone'],
      ],
      { item: 'furnace', count: 1 },
    ],
    [
      'flint and steel in any order',
      [
        ['flint', null],
        [null, 'iron_ingot'],
      ],
      { item: 'flint_and_steel', count: 1 },
    ],
  ])('makes %s', (_what, rows, result) => {
    expect(book.match(rows)).toEqual(result)
  })

  test.each([
    [
      'nothing',
      [
        [null, null],
        [null, null],
      ],
    ],
    [
      'a pickaxe with a hole',
      [
        [P, null, P],
        [null, S, null],
        [null, S, null],
      ],
    ],
    [
      'a pickaxe upside down',
      [
        [null, S, null],
        [null, S, null],
        [P, P, P],
      ],
    ],
    ['too much', [['oak_log', 'oak_log']]],
  ])('makes nothing of %s', (_what, rows) => {
    expect(book.match(rows)).toBeNull()
  })

  test('knows every recipe of the version by its own pattern', () => {
    for (const recipe of registry.recipes) {
      const rows = recipe.kind === 'shaped' ? recipe.rows : [recipe.ingredients]
      expect(book.match(rows), recipe.result.item).not.toBeNull()
    }
  })
})
