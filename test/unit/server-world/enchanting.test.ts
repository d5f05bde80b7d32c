import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCompatible, isSuitable } from '../../../server/data/enchantability.ts'
import {
  chosenEnchantments,
  enchantingOffers,
  possibleEnchantments,
} from '../../../server/data/enchanting.ts'
import { registryOf, VERSIONS } from './registries.ts'

describe.each(VERSIONS)('enchanting tables of %s', (version) => {
  const registry = registryOf(version)
  const sweeping = registry.enchantment('sweeping_edge').name

  function costs(name: string, bookshelves: number) {
    const item = registry.item(name)
    return Array.from({ length: 300 }, (_, seed) =>
      enchantingOffers(registry, { item, seed, bookshelves }).map((offer) => offer?.cost ?? 0),
    )
  }

  // Ranges of Minecraft Wiki: Enchanting mechanics, base levels.
  test.each([
    [0, [1, 2], [0, 6], [0, 8]],
    [15, [2, 10], [6, 21], [30, 30]],
    [99, [2, 10], [6, 21], [30, 30]],
  ])('with %i bookshelves cost what vanilla asks', (bookshelves, ...ranges) => {
    const all = costs('diamond_pickaxe', bookshelves)
    for (const [button, [least = 0, most = 0]] of ranges.entries()) {
      const drawn = all.map((row) => row[button] ?? 0)
      expect(Math.min(...drawn)).toBeGreaterThanOrEqual(least)
      expect(Math.max(...drawn)).toBe(most)
    }
  })

  test('offer nothing for what cannot be enchanted, and the same for the same seed', () => {
    expect(costs('dirt', 15)[0]).toEqual([0, 0, 0])
    expect(costs('shears', 15)[0]).toEqual([0, 0, 0])
    const situation = { item: registry.item('diamond_sword'), seed: 7, bookshelves: 15 }
    expect(enchantingOffers(registry, situation)).toEqual(enchantingOffers(registry, situation))
  })

  test('give levels for whose power they have enough, swords to swords and thorns to chestplates', () => {
    const names = (item: string, power: number) =>
      possibleEnchantments(registry, registry.item(item), power).map(
        ({ kind, level }) => `${kind.name} ${level}`,
      )
    expect(names('diamond_sword', 1)).toEqual(['sharpness 1'])
    expect(names('diamond_sword', 20)).toContain('smite 2')
    expect(names('diamond_sword', 20)).toContain(`${sweeping} 2`)
    expect(names('diamond_axe', 20).join()).not.toMatch(/sharpness|smite/)
    expect(names('iron_boots', 30).join()).not.toMatch(/thorns|frost_walker/)
    expect(names('iron_chestplate', 30).join()).toMatch(/thorns/)
    expect(names('book', 30).length).toBeGreaterThan(20)
  })

  test('give each item only what suits it and goes together, what the clue says among it', () => {
    const items = 'diamond_sword iron_pickaxe golden_helmet leather_boots bow fishing_rod trident book'.split(
      ' ',
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...items),
        fc.integer(),
        fc.integer({ min: 0, max: 15 }),
        (name, seed, bookshelves) => {
          const item = registry.item(name)
          const situation = { item, seed, bookshelves }
          for (const [button, offer] of enchantingOffers(registry, situation).entries()) {
            if (offer === null) continue
            const chosen = chosenEnchantments(registry, situation, { button, cost: offer.cost })
            if (offer.clue === null) expect(chosen).toEqual([])
            else expect(chosen).toContainEqual(offer.clue)
            for (const [index, one] of chosen.entries()) {
              if (name !== 'book') expect(isSuitable(item, one.kind)).toBe(true)
              for (const other of chosen.slice(index + 1))
                expect(isCompatible(one.kind, other.kind)).toBe(true)
            }
          }
        },
      ),
    )
  })
})
