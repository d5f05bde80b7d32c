import { describe, expect, test } from 'vitest'
import { type Catch, fishingLoot } from '../../../../server/data/loot/fishing-loot.ts'
import { withData } from '../../../../server/inventory/item-data.ts'
import { isOpenWater } from '../../../../server/rules/open-water.ts'
import { createRandom } from '../../../../src/core/random.ts'
import { above, quietGame } from '../../../support/quiet-game.ts'

const fish = new Set(['cod', 'salmon', 'tropical_fish', 'pufferfish'])
const treasure = new Set(['name_tag', 'saddle', 'bow', 'book', 'nautilus_shell'])

function shares(luck: number, openWater: boolean) {
  const facts: Catch = {
    luck,
    openWater,
    random: createRandom(5),
    enchant: (stack, power) => withData(stack, { repairCost: power }),
    durabilityOf: () => 100,
  }
  const caught = Array.from({ length: 20_000 }, () => fishingLoot(facts))
  const share = (names: ReadonlySet<string>) =>
    caught.filter(({ name }) => names.has(name)).length / caught.length
  return { fish: share(fish), treasure: share(treasure), caught }
}

describe('fishingLoot()', () => {
  // Minecraft Wiki: Fishing. A rod found as treasure is counted with the others by its enchantment.
  test('is fish in 85 of 100 cases, treasure in 5, and junk', () => {
    const { fish: caught, treasure: found } = shares(0, true)
    expect(caught).toBeCloseTo(0.85, 1)
    expect(found).toBeCloseTo((0.05 * 5) / 6, 2)
  })

  test('holds more treasure and less junk with luck', () => {
    const { fish: caught, treasure: found } = shares(3, true)
    expect(caught).toBeCloseTo(82 / 97, 1)
    expect(found).toBeCloseTo(((11 / 97) * 5) / 6, 2)
  })

  test('holds no treasure where the water is not open', () => {
    expect(shares(3, false).treasure).toBe(0)
  })

  test('is worn, enchanted or filled as the wiki says', () => {
    const { caught } = shares(0, true)
    const damages = caught.filter(({ name }) => name === 'leather_boots').map(({ damage }) => damage)
    expect(Math.max(...damages)).toBeLessThan(90)
    expect(Math.max(...damages)).toBeGreaterThan(80)
    expect(caught.filter(({ name }) => name === 'bow').every(({ data }) => data?.repairCost === 30)).toBe(
      true,
    )
    expect(caught.find(({ name }) => name === 'potion')?.data?.potion).toBe('water')
    expect(caught.find(({ name }) => name === 'ink_sac')?.count).toBe(10)
  })
})

test('isOpenWater() wants five by five blocks of water under air', () => {
  const game = quietGame()
  for (let x = -2; x <= 2; x++) {
    for (let z = -2; z <= 2; z++) {
      for (const y of [-2, -1]) game.world.setBlock(above(y, x, z), 'water')
    }
  }
  expect(isOpenWater(game, above(-0.5, 0.5, 0.5))).toBe(true)
  expect(isOpenWater(game, above(-0.5, 1.5, 0.5))).toBe(false)
  game.world.setBlock(above(0, 2, 2), 'lily_pad')
  expect(isOpenWater(game, above(-0.5, 0.5, 0.5))).toBe(true)
  game.world.setBlock(above(1, 2, 2), 'stone')
  expect(isOpenWater(game, above(-0.5, 0.5, 0.5))).toBe(false)
})
