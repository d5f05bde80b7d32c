import { describe, expect, test } from 'vitest'
import type { MinecraftVersion } from '../../../../server/data/minecraft-version.ts'
import { mayRise, type Profession, professionAt, professions } from '../../../../server/data/profession.ts'
import { professionTrades } from '../../../../server/data/trades/profession-trades.ts'
import type { Trade, TradeContext } from '../../../../server/data/trades/trade.ts'
import { itemStack } from '../../../../server/inventory/item-stack.ts'
import { Counter } from '../../../../server/inventory/merchant-window.ts'
import { createRandom } from '../../../../src/core/random.ts'
import { registryOf } from '../../server-world/registries.ts'

function contextOf(version: MinecraftVersion): TradeContext {
  const registry = registryOf(version)
  return {
    random: createRandom(2),
    enchantments: registry.enchantments,
    enchant: (stack) => stack,
    hasItem: (name) => registry.findItem(name) !== null,
  }
}

function tradesOf(version: MinecraftVersion, profession: Profession): readonly Trade[] {
  const context = contextOf(version)
  const made = professionTrades[profession].flat().map((listing) => listing(context))
  return made.filter((trade) => trade !== null)
}

describe.each(['1.21.4', '1.20.1'] as const)('trades of %s', (version) => {
  const working = professions.filter((name) => name !== 'none' && name !== 'nitwit')

  test.each(working)('a %s has some on five levels, all of items that the version has', (profession) => {
    const { hasItem } = contextOf(version)
    const context = contextOf(version)
    const levels = professionTrades[profession].map(
      (listings) => listings.filter((listing) => listing(context) !== null).length,
    )
    expect(levels).toHaveLength(5)
    expect(Math.min(...levels)).toBeGreaterThan(0)
    for (const { cost, also, gives, maxUses } of tradesOf(version, profession)) {
      const stacks = [cost, gives, ...(also === null ? [] : [also])]
      expect(stacks.map(({ name }) => name).filter((name) => !hasItem(name))).toEqual([])
      expect(Math.min(...stacks.map(({ count }) => count))).toBeGreaterThan(0)
      expect(stacks.some(({ name }) => name === 'emerald')).toBe(true)
      expect([3, 12, 16]).toContain(maxUses)
    }
  })

  test('no listing is lost to a name that no version has', () => {
    // Scutes are listed under both of their names.
    const missing = working.flatMap((profession) => {
      const context = contextOf(version)
      const listings = professionTrades[profession].flat()
      return listings.filter((listing) => listing(context) === null).map(() => profession)
    })
    expect(missing).toEqual(['cleric', 'leatherworker'])
  })

  test('librarians sell enchanted books at the prices of their levels', () => {
    const context = contextOf(version)
    const sellsBook = professionTrades.librarian[0]?.[1]
    for (let index = 0; index < 500; index++) {
      const trade = sellsBook?.(context)
      const [[name, level] = ['', 0]] = Object.entries(trade?.gives.data?.storedEnchantments ?? {})
      const kind = context.enchantments.find((one) => one.name === name)
      const factor = kind?.isTreasure === true ? 2 : 1
      const price = trade?.cost.count ?? 0
      expect(level).toBeLessThanOrEqual(kind?.maxLevel ?? 0)
      expect(price).toBeGreaterThanOrEqual(Math.min(64, (2 + 3 * level) * factor))
      expect(price).toBeLessThanOrEqual(Math.min(64, (6 + 13 * level) * factor))
    }
  })
})

test('mayRise() at 10, 70, 150 and 250 points, and never above the fifth level', () => {
  const levels = [1, 2, 3, 4, 5]
  expect(levels.map((level) => mayRise(level, 9))).toEqual([false, false, false, false, false])
  expect(levels.map((level) => mayRise(level, 70))).toEqual([true, true, false, false, false])
  expect(levels.map((level) => mayRise(level, 1000))).toEqual([true, true, true, true, false])
})

test('professionAt() knows every workplace in both versions', () => {
  for (const version of ['1.21.4', '1.20.1'] as const) {
    const found = new Set(registryOf(version).blocks.map(({ name }) => professionAt(name)))
    expect(found.size).toBe(professions.length - 1)
  }
})

describe('Counter', () => {
  const bread = { cost: itemStack('emerald'), also: null, gives: itemStack('bread', 6), maxUses: 2, uses: 0 }
  const flint = {
    cost: itemStack('gravel', 10),
    also: itemStack('emerald'),
    gives: itemStack('flint', 10),
    maxUses: 2,
    uses: 0,
  }

  test('finds the trade that is paid for, in either order, and takes the price', () => {
    const counter = new Counter(() => [bread, flint])
    expect(counter.deal).toBeNull()
    counter.given.put(0, itemStack('emerald', 3))
    expect(counter.deal).toBe(bread)
    counter.pay(bread)
    expect(counter.given.at(0)?.count).toBe(2)
    counter.given.put(1, itemStack('gravel', 12))
    expect(counter.deal).toBe(flint)
    counter.pay(flint)
    expect([counter.given.at(0)?.count, counter.given.at(1)?.count]).toEqual([1, 2])
    expect(counter.deal).toBeNull()
  })

  test('makes only the trade that was picked', () => {
    const counter = new Counter(() => [bread, flint])
    counter.picked = 1
    counter.given.put(0, itemStack('emerald', 3))
    expect(counter.deal).toBeNull()
  })
})
