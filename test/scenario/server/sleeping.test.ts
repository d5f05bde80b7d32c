import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import type { Position } from '../../../src/core/position.ts'
import {
  beside,
  blockAt,
  give,
  hold,
  playerOf,
  rejection,
  ticks,
  vector,
} from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

describe.each(['1.21.4', '1.20.1'] as const)('sleeping on %s', (version) => {
  async function start(): Promise<Bot> {
    harness = await startHarness({ version })
    return harness.join('Ada')
  }

  /** The bot looks south and lays a bed before its feet: the foot one block away, the head two. */
  async function layBed(bot: Bot): Promise<Position> {
    await give(harness, bot, { red_bed: 1 })
    await harness.run(hold(bot, 'red_bed'))
    await harness.run(bot.lookAt(vector({ ...bot.entity.position, z: bot.entity.position.z + 1 }), true))
    await harness.run(bot.placeBlock(blockAt(bot, beside(bot, 0, -1, 1)), vector({ x: 0, y: 1, z: 0 })))
    await ticks(harness, 2)
    return beside(bot, 0, 0, 1)
  }

  test('a bed is laid in the direction of the look, foot first', async () => {
    const bot = await start()
    const foot = await layBed(bot)
    const parts = [foot, { ...foot, z: foot.z + 1 }].map((place) => blockAt(bot, place).getProperties())
    expect(parts.map(({ part, facing }) => [part, facing])).toEqual([
      ['foot', 'south'],
      ['head', 'south'],
    ])
  })

  test('a bot sleeps through the night, wakes in the morning beside the bed', async () => {
    const bot = await start()
    const foot = await layBed(bot)
    harness.server.command('/time set 13000')
    await ticks(harness, 25)
    let wakes = 0
    bot.on('wake', () => {
      wakes++
    })
    await harness.run(bot.sleep(blockAt(bot, foot)))
    expect(bot.isSleeping).toBe(true)
    await ticks(harness, 90)
    expect(bot.isSleeping).toBe(true)
    expect(blockAt(bot, { ...foot, z: foot.z + 1 }).getProperties().occupied).toBe(true)
    expect(playerOf(harness, bot).position.z).toBeCloseTo(foot.z + 1.5)
    await ticks(harness, 25)
    expect(bot.isSleeping).toBe(false)
    expect(wakes).toBe(1)
    expect(harness.server.game.time % 24_000).toBeLessThan(100)
    expect(blockAt(bot, { ...foot, z: foot.z + 1 }).getProperties().occupied).toBe(false)
    await ticks(harness, 20)
    expect(bot.entity.position.y).toBe(-60)
    expect(playerOf(harness, bot).position.y).toBe(-60)
  })

  test('a bot is refused by day, and the bed is its spawn from then on', async () => {
    const bot = await start()
    const foot = await layBed(bot)
    const bars: string[] = []
    const lines: string[] = []
    bot.on('actionBar', (text) => {
      bars.push(text.toString())
    })
    bot.on('messagestr', (text) => {
      lines.push(text)
    })
    await harness.run(bot.activateBlock(blockAt(bot, foot)))
    await ticks(harness, 2)
    expect(bars).toEqual(['You can sleep only at night or during thunderstorms'])
    expect(lines).toContain('Respawn point set')
    expect(await rejection(harness.run(bot.sleep(blockAt(bot, foot))))).toMatch(/not night/)
    harness.server.command('/tp Ada 20.5 -60 20.5')
    await ticks(harness, 10)
    harness.server.command('/kill Ada')
    await ticks(harness, 40)
    expect(Math.hypot(bot.entity.position.x - foot.x, bot.entity.position.z - foot.z)).toBeLessThan(4)
  })

  test('a bot whose bed is gone comes back at the spawn of the world', async () => {
    const bot = await start()
    let resets = 0
    bot.on('spawnReset', () => {
      resets++
    })
    const foot = await layBed(bot)
    await harness.run(bot.activateBlock(blockAt(bot, foot)))
    await ticks(harness, 2)
    harness.server.command(`/setblock ${foot.x} ${foot.y} ${foot.z} air`)
    harness.server.command('/kill Ada')
    await ticks(harness, 40)
    expect(resets).toBe(1)
    expect(playerOf(harness, bot).position).toMatchObject({ x: 0.5, z: 0.5 })
  })

  test('the night goes on until all sleep; a bot can get up by itself', async () => {
    const bot = await start()
    const other = await harness.join('Bob')
    harness.server.command('/tp Bob 8.5 -60 8.5')
    const foot = await layBed(bot)
    harness.server.command('/time set 14000')
    await ticks(harness, 25)
    await harness.run(bot.sleep(blockAt(bot, foot)))
    let seen = 0
    other.on('entityWake', (entity) => {
      if (entity.username === 'Ada') seen++
    })
    await ticks(harness, 200)
    expect(bot.isSleeping).toBe(true)
    await harness.run(bot.wake())
    await ticks(harness, 5)
    expect(bot.isSleeping).toBe(false)
    expect(seen).toBe(1)
    expect(harness.server.game.time % 24_000).toBeGreaterThan(14_200)
    expect(await rejection(bot.wake())).toMatch(/already awake/)
  })
})
