import { describe, expect, test } from 'vitest'
import { SMELTING_TICKS } from '../../../server/data/smelting.ts'
import { burnTicks } from '../../../src/core/fuel-table.ts'
import { registryOf, VERSIONS } from '../server-world/registries.ts'

describe('burnTicks()', () => {
  test.each([
    ['lava_bucket', 100],
    ['coal_block', 80],
    ['blaze_rod', 12],
    ['coal', 8],
    ['charcoal', 8],
    ['oak_boat', 6],
    ['oak_log', 1.5],
    ['stripped_birch_wood', 1.5],
    ['oak_planks', 1.5],
    ['bamboo_planks', 1.5],
    ['crafting_table', 1.5],
    ['wooden_pickaxe', 1],
    ['oak_door', 1],
    ['oak_slab', 0.75],
    ['stick', 0.5],
    ['oak_sapling', 0.5],
    ['white_wool', 0.5],
    ['bamboo', 0.25],
  ])('one %s smelts %s items', (item, smelts) => {
    expect(burnTicks(item)).toBe(smelts * SMELTING_TICKS)
  })

  test.each(['crimson_planks', 'warped_stem', 'stone', 'iron_ingot', 'stone_slab', 'moss_carpet', 'beef'])(
    '%s is no fuel',
    (item) => {
      expect(burnTicks(item)).toBeNull()
    },
  )

  test.each(VERSIONS)(
    'every plank, log and wooden tool of %s burns, and about 190 items in all',
    (version) => {
      const { items } = registryOf(version)
      const fuels = items.filter((item) => burnTicks(item.name) !== null).map((item) => item.name)
      const wooden = items
        .filter((item) => /_(planks|log)$|^wooden_/.test(item.name))
        .map((item) => item.name)
      expect(fuels).toEqual(expect.arrayContaining(wooden.filter((name) => !/crimson|warped/.test(name))))
      expect(fuels.length).toBeGreaterThan(150)
      expect(fuels.length).toBeLessThan(300)
    },
  )
})
