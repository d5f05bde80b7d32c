import { expect, test } from 'vitest'
import { itemData } from '../../../../server/inventory/item-data.ts'
import { itemStack } from '../../../../server/inventory/item-stack.ts'
import { afterUses } from '../../../../server/rules/wear.ts'
import { flatGame } from '../mobs/flat-game.ts'

const game = flatGame()

test('an item wears use by use and is gone after the last; what cannot wear stays', () => {
  const pickaxe = itemStack('wooden_pickaxe')
  expect(afterUses(game, pickaxe, 2)?.damage).toBe(2)
  expect(afterUses(game, itemStack('wooden_pickaxe', 1, 57), 1)?.damage).toBe(58)
  expect(afterUses(game, itemStack('wooden_pickaxe', 1, 58), 1)).toBeNull()
  expect(afterUses(game, itemStack('stick', 4), 9)).toEqual(itemStack('stick', 4))
})

// Shares of Minecraft Wiki: Unbreaking.
test.each([
  ['netherite_pickaxe', 1, 1 / 2],
  ['netherite_pickaxe', 3, 1 / 4],
  ['netherite_boots', 1, 0.8],
  ['netherite_boots', 3, 0.7],
])('%s with unbreaking %i wears by %d of its uses', (name, level, share) => {
  let wearing = 0
  const fresh = itemStack(name, 1, 0, itemData({ enchantments: { unbreaking: level } }))
  for (let round = 0; round < 100; round++) wearing += afterUses(game, fresh, 100)?.damage ?? 0
  expect(wearing / 10_000).toBeCloseTo(share, 1)
})
