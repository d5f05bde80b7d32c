import { describe, expect, test } from 'vitest'
import { anvilWork } from '../../../server/data/anvil-work.ts'
import { ground, repairedByCrafting } from '../../../server/data/grinding.ts'
import { type ItemData, itemData } from '../../../server/inventory/item-data.ts'
import { type ItemStack, itemStack } from '../../../server/inventory/item-stack.ts'
import { registryOf, VERSIONS } from './registries.ts'

function item(name: string, damage = 0, data: Partial<ItemData> = {}, count = 1): ItemStack {
  return itemStack(name, count, damage, itemData(data))
}

function book(storedEnchantments: ItemData['storedEnchantments']): ItemStack {
  return item('enchanted_book', 0, { storedEnchantments })
}

describe.each(VERSIONS)('anvils of %s', (version) => {
  const registry = registryOf(version)
  const work = (left: ItemStack, right: ItemStack | null, name = '', isCreative = false) =>
    anvilWork(registry, { left, right, name, isCreative })

  test('repair a quarter with each piece of material, and use no more than needed', () => {
    const worn = item('iron_pickaxe', 200)
    expect(work(worn, item('iron_ingot', 0, {}, 2))).toEqual({
      result: item('iron_pickaxe', 200 - 124, { repairCost: 1 }),
      cost: 2,
      usedRight: 2,
    })
    expect(work(worn, item('iron_ingot', 0, {}, 64))).toMatchObject({ cost: 4, usedRight: 4 })
    expect(work(item('iron_pickaxe'), item('iron_ingot'))).toBeNull()
    expect(work(worn, item('gold_ingot'))).toBeNull()
  })

  test('combine two of a kind with an eighth of durability on top, and what they are enchanted with', () => {
    const left = item('diamond_sword', 1000, { enchantments: { sharpness: 3, looting: 1 } })
    const right = item('diamond_sword', 1500, { enchantments: { sharpness: 3, unbreaking: 2 } })
    const done = work(left, right)
    // 61 uses of the right one and 12 % of 1561 are added.
    expect(done?.result.damage).toBe(1000 - 61 - 187)
    expect(done?.result.data?.enchantments).toEqual({ looting: 1, sharpness: 4, unbreaking: 2 })
    // 2 for the repair, 4 × 1 for sharpness, 2 × 2 for unbreaking.
    expect(done?.cost).toBe(10)
  })

  test('put books onto items for half, add conflicts to the price and refuse what does not suit', () => {
    expect(work(item('iron_sword'), book({ looting: 2 }))).toMatchObject({ cost: 4, usedRight: 1 })
    expect(work(item('iron_sword'), book({ efficiency: 2 }))).toBeNull()
    const sharp = item('iron_sword', 0, { enchantments: { sharpness: 1 } })
    expect(work(sharp, book({ smite: 2 }))).toBeNull()
    const mixed = work(sharp, book({ smite: 2, unbreaking: 1 }))
    expect(mixed?.result.data?.enchantments).toEqual({ sharpness: 1, unbreaking: 1 })
    expect(mixed?.cost).toBe(2)
    expect(work(item('iron_axe'), book({ sharpness: 5 }))?.result.data?.enchantments).toEqual({
      sharpness: 5,
    })
    const books = work(book({ efficiency: 2 }), book({ efficiency: 2 }))
    expect(books?.result).toEqual(
      item('enchanted_book', 0, { storedEnchantments: { efficiency: 3 }, repairCost: 1 }),
    )
  })

  test('charge for earlier work, which doubles, up to where it is too expensive', () => {
    const worked = item('iron_sword', 0, { repairCost: 7 })
    const done = work(worked, book({ looting: 1 }))
    expect([done?.cost, done?.result.data?.repairCost]).toEqual([9, 15])
    const old = item('iron_sword', 0, { repairCost: 63 })
    expect(work(old, book({ looting: 1 }))).toBeNull()
    expect(work(old, book({ looting: 1 }), '', true)?.cost).toBe(65)
    expect(work(old, null, 'Old')).toMatchObject({ cost: 39, result: { data: { repairCost: 63 } } })
  })

  test('name things for a level and take names away again', () => {
    const named = work(item('dirt', 0, {}, 32), null, 'Soil')
    expect(named).toEqual({ result: item('dirt', 0, { customName: 'Soil' }, 32), cost: 1, usedRight: 0 })
    expect(work(item('dirt'), null, '')).toBeNull()
    expect(work(item('dirt'), null, 'Dirt')).toBeNull()
    expect(work(item('dirt', 0, { customName: 'Soil' }), null, 'Soil')).toBeNull()
    expect(work(item('dirt', 0, { customName: 'Soil' }), null, ' ')?.result).toEqual(item('dirt'))
  })
})

describe('grindstones and crafting', () => {
  const registry = registryOf('1.21.4')

  test('a grindstone takes enchantments but curses', () => {
    const sword = item('iron_sword', 9, {
      customName: 'Tom',
      repairCost: 31,
      enchantments: { sharpness: 3, vanishing_curse: 1 },
    })
    expect(ground(registry, sword, null)).toEqual(
      item('iron_sword', 9, { customName: 'Tom', repairCost: 1, enchantments: { vanishing_curse: 1 } }),
    )
    expect(ground(registry, null, book({ mending: 1 }))).toEqual(item('book'))
    expect(ground(registry, item('iron_sword', 9), null)).toBeNull()
    expect(ground(registry, item('iron_sword', 200), item('iron_sword', 200))).toEqual(
      item('iron_sword', 138),
    )
  })

  test('two worn tools of a kind make one by hand, without enchantments', () => {
    const left = item('iron_pickaxe', 200, { enchantments: { efficiency: 1 } })
    expect(repairedByCrafting(registry, [left, item('iron_pickaxe', 240)])).toEqual(item('iron_pickaxe', 178))
    expect(repairedByCrafting(registry, [item('iron_pickaxe'), item('iron_axe')])).toBeNull()
    expect(repairedByCrafting(registry, [item('dirt'), item('dirt')])).toBeNull()
  })
})
