import type { Bot } from 'mineflayer'
import { afterAll, describe, expect, it } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'

const clock = installVirtualClock()
const { createBodyWorld } = await import('../../support/body-world.ts')

afterAll(() => clock.uninstall())

describe('searches for blocks', () => {
  it('blockCandidates finds what bot.findBlocks finds, nearest first, in batches', async () => {
    const world = await createBodyWorld({ clock, world: { generator: { type: 'terrain' } }, seed: 3 })
    await clock.until(world.body.join('Ada'))
    const bot = world.body.viewable('Ada') as unknown as Bot
    for (const name of ['oak_log', 'grass_block', 'stone', 'coal_ore', 'water']) {
      const block = bot.registry.blocksByName[name]
      if (!block) throw new Error(`no ${name}`)
      const stateIds: number[] = []
      for (let id = block.minStateId ?? 0; id <= (block.maxStateId ?? 0); id++) stateIds.push(id)
      const options = { matching: block.id, maxDistance: 14, count: 20_000 }
      const expected = bot.findBlocks(options).map((place) => [place.x, place.y, place.z].join())
      const found: string[] = []
      const distances: number[] = []
      await world.attempt('Ada', async (host) => {
        for (let skip = 0; ; skip += 100) {
          const search = { maxDistance: 14, stateIds, count: 100, skip }
          const batch = host.read('blockCandidates', [search]) as {
            positions: { x: number; y: number; z: number }[]
            end: boolean
          }
          for (const { x, y, z } of batch.positions) {
            found.push([x, y, z].join())
            const center = bot.entity.position.floored()
            distances.push(Math.hypot(x - center.x, y - center.y, z - center.z))
          }
          if (batch.end || found.length >= 20_000) return null
        }
      })
      expect(found.toSorted()).toEqual(allWithin(bot, block.id, 14).toSorted())
      expect(expected.filter((place) => !found.includes(place))).toEqual([])
      expect(distances).toEqual(distances.toSorted((a, b) => a - b))
    }
    await world.close()
  })
})

/** Every block of the kind, looked up one by one. (Mineflayer's own search misses some in the corners.) */
function allWithin(bot: Bot, type: number, distance: number): string[] {
  const center = bot.entity.position.floored()
  const found: string[] = []
  for (let x = -distance; x <= distance; x++) {
    for (let y = -distance; y <= distance; y++) {
      for (let z = -distance; z <= distance; z++) {
        const place = center.offset(x, y, z)
        if (Math.hypot(x, y, z) > distance || bot.blockAt(place, false)?.type !== type) continue
        found.push([place.x, place.y, place.z].join())
      }
    }
  }
  return found
}
