import { describe, expect, test } from 'vitest'
import { enchantmentLevel, itemData, withData } from '../../../../server/inventory/item-data.ts'
import { itemStack, sameItem } from '../../../../server/inventory/item-stack.ts'

describe('itemData()', () => {
  test('is null for parts that say nothing, so that ordinary items stack', () => {
    expect(itemData({ enchantments: { sharpness: 0 }, lore: [], customName: null })).toBeNull()
    const renamed = withData(itemStack('dirt'), { customName: 'Soil' })
    expect(sameItem(itemStack('dirt'), renamed)).toBe(false)
    expect(withData(renamed, { customName: null })).toEqual(itemStack('dirt'))
  })

  test('does not depend on the order of the enchantments', () => {
    const one = itemData({ enchantments: { smite: 1, fortune: 2 } })
    const other = itemData({ enchantments: { fortune: 2, smite: 1 } })
    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
    expect(sameItem(itemStack('book', 1, 0, one), itemStack('book', 1, 0, other))).toBe(true)
    const weaker = itemData({ enchantments: { fortune: 1, smite: 1 } })
    expect(sameItem(itemStack('book', 1, 0, one), itemStack('book', 1, 0, weaker))).toBe(false)
  })
})

test('enchantmentLevel() counts what acts, not what a book stores', () => {
  const sword = withData(itemStack('iron_sword'), { enchantments: { looting: 3 } })
  const book = withData(itemStack('enchanted_book'), { storedEnchantments: { looting: 3 } })
  expect([sword, book, itemStack('dirt'), null].map((stack) => enchantmentLevel(stack, 'looting'))).toEqual([
    3, 0, 0, 0,
  ])
})
