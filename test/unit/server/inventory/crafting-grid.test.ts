import { expect, test } from 'vitest'
import { CraftingGrid } from '../../../../server/inventory/crafting-grid.ts'
import { itemStack } from '../../../../server/inventory/item-stack.ts'
import { createRecipeBook } from '../../../../server/inventory/recipe-book.ts'

const cake = createRecipeBook([
  { kind: 'shapeless', ingredients: ['milk_bucket', 'wheat'], result: { item: 'cake', count: 1 } },
])

test('an ingredient in a bucket leaves the bucket in its place', () => {
  const grid = new CraftingGrid(2, cake)
  grid.ingredients.put(0, itemStack('milk_bucket'))
  grid.ingredients.put(3, itemStack('wheat', 2))
  expect(grid.result.read()).toEqual(itemStack('cake'))
  expect(grid.result.consume?.()).toEqual([])
  expect(grid.ingredients.stacks()).toEqual([itemStack('bucket'), itemStack('wheat')])
  expect(grid.result.read()).toBeNull()
})

test('leftovers of stacked ingredients go to the player', () => {
  const grid = new CraftingGrid(
    2,
    createRecipeBook([
      {
        kind: 'shapeless',
        ingredients: ['honey_bottle', 'honey_bottle'],
        result: { item: 'sugar', count: 6 },
      },
    ]),
  )
  grid.ingredients.put(0, itemStack('honey_bottle', 3))
  grid.ingredients.put(1, itemStack('honey_bottle', 2))
  expect(grid.result.consume?.()).toEqual([itemStack('glass_bottle', 2)])
  expect(grid.ingredients.stacks()).toEqual([itemStack('honey_bottle', 2), itemStack('honey_bottle')])
})

test('nobody writes into the result', () => {
  expect(() => new CraftingGrid(2, cake).result.write(itemStack('cake'))).toThrow(
    'Cannot put an item into the result',
  )
})
