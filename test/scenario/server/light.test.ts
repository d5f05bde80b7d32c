import type { Bot } from 'mineflayer'
import type { Block } from 'prismarine-block'
import { Vec3 } from 'vec3'
import { afterEach, describe, expect, test } from 'vitest'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'
import { VERSIONS } from '../../unit/server-world/registries.ts'

let harness: ServerHarness | null = null

afterEach(async () => {
  await harness?.close()
  harness = null
})

/** Mineflayer mirrors pairs of places within each row of a column when it reads light, on any server. */
function lightAt(bot: Bot, x: number, y: number, z: number): Block | null {
  return bot.blockAt(new Vec3((x & ~15) | ((x & 15) ^ 14), y, z))
}

const blockLight = (...place: Parameters<typeof lightAt>) => lightAt(...place)?.light
const skyLight = (...place: Parameters<typeof lightAt>) => lightAt(...place)?.skyLight

describe.each(VERSIONS)('light and biomes in %s', (version) => {
  test('a bot sees the light of a torch come and go, also across the border of columns', async () => {
    harness = await startHarness({ version })
    const bot = await harness.join('Ada')
    expect(blockLight(bot, 15, -60, 8)).toBe(0)
    harness.server.command('/setblock 15 -60 8 torch')
    await harness.run(bot.waitForTicks(3))
    expect([15, 13, 16, 20].map((x) => blockLight(bot, x, -60, 8))).toEqual([14, 12, 13, 9])
    harness.server.command('/setblock 15 -60 8 air')
    await harness.run(bot.waitForTicks(3))
    expect([15, 16].map((x) => blockLight(bot, x, -60, 8))).toEqual([0, 0])
  })

  test('a bot sees daylight fall through a hole in the roof, and go when the hole is closed', async () => {
    harness = await startHarness({ version })
    const bot = await harness.join('Ada')
    const sky = async (command: string) => {
      harness?.server.command(command)
      await harness?.run(bot.waitForTicks(3))
      return [15, 16, 18].map((x) => skyLight(bot, x, -60, 8))
    }
    expect(await sky('/fill -4 -56 -12 36 -56 28 stone')).toEqual([0, 0, 0])
    expect(await sky('/setblock 15 -56 8 air')).toEqual([15, 14, 12])
    expect(await sky('/setblock 15 -56 8 dirt')).toEqual([0, 0, 0])
  })

  test('a bot on the continents stands on grass and knows the biome of what it sees', async () => {
    harness = await startHarness({ version, world: 'continents', seed: 3 })
    const bot = await harness.join('Ada')
    const below = bot.blockAt(bot.entity.position.offset(0, -1, 0))
    expect(below?.name).toBe('grass_block')
    const biome = bot.registry.biomes[below?.biome.id ?? -1]?.name
    expect(biome).toMatch(/^(plains|forest|birch_forest)$/)
    expect(bot.health).toBe(20)
  })
})
