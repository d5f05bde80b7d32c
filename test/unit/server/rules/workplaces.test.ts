import { describe, expect, test } from 'vitest'
import type { Profession } from '../../../../server/data/profession.ts'
import type { Game } from '../../../../server/game/game.ts'
import type { Trader } from '../../../../server/mobs/villagers/trader.ts'
import { spawnWorldMobs } from '../../../../server/rules/world-mobs.ts'
import { above, quietGame } from '../../../support/quiet-game.ts'

function settle(game: Game, profession: Profession, x: number): Trader {
  const villager = { name: 'villager', count: 1, position: above(0, x), radius: 0, profession }
  spawnWorldMobs(game, [villager])
  const traders = [...game.entities.values()].map((entity) => (entity.type === 'mob' ? entity.trader : null))
  const trader = traders.at(-1)
  if (trader === null || trader === undefined) throw new Error('The villager does not trade.')
  return trader
}

describe('villagers', () => {
  test('have the profession and two trades that a world gives them, the same for the same seed', () => {
    const offers = [1, 1, 2].map((seed) => settle(quietGame('1.21.4', seed), 'shepherd', 0).offers)
    expect(offers[0]).toHaveLength(2)
    expect(offers[0]).toEqual(offers[1])
    expect(offers[0]).not.toEqual(offers[2])
  })

  test('hear of a workplace within 48 blocks, the nearest without work first', () => {
    const game = quietGame()
    const near = settle(game, 'none', 5)
    const nearer = settle(game, 'none', 2)
    const busy = settle(game, 'butcher', 1)
    const far = settle(game, 'none', 60)
    game.world.setBlock(above(0), 'composter')
    game.world.setBlock(above(1), 'loom')
    game.world.setBlock(above(2), 'barrel')
    expect([near, nearer, busy, far].map(({ profession }) => profession)).toEqual([
      'shepherd',
      'farmer',
      'butcher',
      'none',
    ])
  })

  test('sell enchanted tools, the dearer the stronger', () => {
    const game = quietGame()
    const sold = Array.from({ length: 20 }, () => settle(game, 'weaponsmith', 0).offers).flat()
    const swords = sold.filter(({ gives }) => gives.name === 'iron_sword')
    expect(swords.length).toBeGreaterThan(5)
    for (const { gives, cost } of swords) {
      expect(Object.keys(gives.data?.enchantments ?? {}).length).toBeGreaterThan(0)
      expect(cost.count).toBeGreaterThanOrEqual(7)
      expect(cost.count).toBeLessThanOrEqual(21)
    }
  })

  test('who have traded keep their profession when their workplace goes', () => {
    const game = quietGame()
    const trader = settle(game, 'none', 2)
    game.world.setBlock(above(0), 'stonecutter')
    trader.experience = 1
    game.world.setBlock(above(0), 'air')
    expect([trader.profession, trader.workplace]).toEqual(['mason', null])
  })
})
