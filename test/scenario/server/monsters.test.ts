import { afterEach, describe, expect, test } from 'vitest'
import type { MobEntity } from '../../../server/game/entity.ts'
import { ticks } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

async function start(rules: { monsters?: boolean; difficulty?: 'normal' | 'peaceful' }): Promise<void> {
  harness = await startHarness({ rules: { monsters: true, difficulty: 'normal', ...rules } })
  await harness.join('Ada')
  harness.server.command('/gamemode creative Ada')
}

function monsters(): readonly MobEntity[] {
  return [...harness.server.game.entities.values()].filter(
    (entity): entity is MobEntity => entity.type === 'mob' && entity.traits.hostile,
  )
}

describe('monsters', () => {
  test('appear at night, on the ground, of several kinds, away from players, and never too many', async () => {
    await start({})
    harness.server.command('/time set midnight')
    const born: { name: string; distance: number; y: number }[] = []
    const known = new Set<number>()
    for (let tick = 0; tick < 1000; tick++) {
      await ticks(harness, 1)
      for (const mob of monsters()) {
        if (known.has(mob.id)) continue
        known.add(mob.id)
        const { x, y, z } = mob.position
        born.push({ name: mob.traits.name, distance: Math.hypot(x - 0.5, z - 0.5), y })
      }
    }
    expect(new Set(born.map(({ name }) => name)).size).toBeGreaterThanOrEqual(4)
    expect(Math.min(...born.map(({ distance }) => distance))).toBeGreaterThan(23)
    expect(born.every(({ y }) => y === -60)).toBe(true)
    expect(monsters().length).toBeGreaterThan(20)
    expect(monsters().length).toBeLessThan(75)
  })

  test('do not appear by day under the sky', async () => {
    await start({})
    await ticks(harness, 600)
    expect(monsters()).toEqual([])
  })

  test.each([{ monsters: false }, { difficulty: 'peaceful' as const }])(
    'do not appear in a world with %o',
    async (rules) => {
      await start(rules)
      harness.server.command('/time set midnight')
      await ticks(harness, 600)
      expect(monsters()).toEqual([])
    },
  )

  test('vanish far from all players', async () => {
    await start({ monsters: false })
    harness.server.command('/summon creeper 20.5 -60 0.5')
    harness.server.command('/summon creeper 200.5 -60 0.5')
    await ticks(harness, 25)
    expect(monsters().map((mob) => Math.round(mob.position.x / 10))).toEqual([2])
  })
})
