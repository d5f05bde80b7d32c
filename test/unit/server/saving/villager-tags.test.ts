import { describe, expect, test } from 'vitest'
import { spawnMob } from '../../../../server/mobs/spawn-mob.ts'
import { employ, promote } from '../../../../server/mobs/villagers/careers.ts'
import { plainValue } from '../../../../server/protocol/tags.ts'
import { entityTag, restoreEntity, type Saved } from '../../../../server/saving/entity-tags.ts'
import { above, quietGame } from '../../../support/quiet-game.ts'

describe.each(['1.21.4', '1.20.1'] as const)('a saved villager of %s', (version) => {
  test.each(['librarian', 'fletcher', 'farmer', 'shepherd'] as const)('comes back as the same %s', (name) => {
    const game = quietGame(version)
    const mob = spawnMob(game, 'villager', above(0))
    if (mob === null || mob.trader === null) throw new Error('Villagers trade.')
    const { trader } = mob
    employ(game, mob, trader, name)
    for (let level = 2; level <= 5; level++) promote(game, mob, trader)
    trader.experience = 300
    trader.workplace = { x: 1, y: -60, z: -7 }
    for (const [index, offer] of trader.offers.entries()) offer.uses = index
    const saved = plainValue(entityTag(game, mob)) as Saved
    game.entities.clear()
    restoreEntity(game, saved)
    const [back] = game.entities.values()
    const rounded = trader.offers.map((offer) => ({
      ...offer,
      priceMultiplier: expect.closeTo(offer.priceMultiplier, 5),
    }))
    expect(back?.type === 'mob' && back.trader).toEqual({ ...trader, offers: rounded })
  })
})
