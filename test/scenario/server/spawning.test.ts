import { afterEach, describe, expect, test } from 'vitest'
import type { MobEntity } from '../../../server/game/entity.ts'
import { ticks } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

function animals(): readonly MobEntity[] {
  return [...harness.server.game.entities.values()].filter(
    (entity): entity is MobEntity => entity.type === 'mob' && !entity.traits.hostile,
  )
}

describe.each(['1.21.4', '1.20.1'] as const)('animals on %s', (version) => {
  test('live in land that a bot sees for the first time', async () => {
    harness = await startHarness({ version, world: 'continents', seed: 3, viewDistance: 4 })
    const given = animals().length
    const bot = await harness.join('Ada')
    await ticks(harness, 40)
    const born = animals().slice(given)
    expect(born.length).toBeGreaterThan(10)
    const seen = born.filter(({ id }) => bot.entities[id] !== undefined)
    expect(seen.length).toBeGreaterThan(3)
    expect(seen.every(({ id, traits }) => bot.entities[id]?.name === traits.name)).toBe(true)
  })
})

describe('animals', () => {
  test('come back on lit grass where there are none, and stop at the cap', async () => {
    harness = await startHarness({ world: 'flat', viewDistance: 8 })
    await harness.join('Ada')
    await ticks(harness, 40)
    expect(animals()).toEqual([])
    const { game } = harness.server
    game.rules = { ...game.rules, animals: true }
    await ticks(harness, 3000)
    const born = animals()
    expect(born.length).toBeGreaterThan(3)
    expect(new Set(born.map(({ traits }) => traits.name)).size).toBeGreaterThan(1)
    // The cap is checked before a group appears: 10 and one group of up to 6 at most.
    expect(born.length).toBeLessThan(17)
  })
})
