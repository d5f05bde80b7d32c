import { afterEach, describe, expect, test } from 'vitest'
import { ticks } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

describe.each(['1.21.4', '1.20.1'] as const)('weather on %s', (version) => {
  test('/weather lets it rain, thunder and clear up, as bots see', async () => {
    harness = await startHarness({ version })
    const bot = await harness.join('Ada')
    let changes = 0
    bot.on('rain', () => {
      changes++
    })
    expect(bot.isRaining).toBe(false)
    expect(harness.server.command('/weather rain')).toBe('Set the weather to rain')
    await ticks(harness, 120)
    expect([bot.isRaining, bot.thunderState]).toEqual([true, 0])
    expect(harness.server.command('/weather thunder')).toBe('Set the weather to rain & thunder')
    await ticks(harness, 120)
    expect(bot.thunderState).toBe(1)
    const late = await harness.join('Bob')
    expect(late.isRaining).toBe(true)
    expect(late.thunderState).toBe(1)
    expect(harness.server.command('/weather clear')).toBe('Set the weather to clear')
    await ticks(harness, 120)
    expect([bot.isRaining, bot.thunderState]).toEqual([false, 0])
    expect(changes).toBe(2)
    expect(harness.server.command('/weather snow')).toMatch(/Incorrect argument/)
  })

  test('rain ends by itself when its time is over, and not where the rule forbids it', async () => {
    harness = await startHarness({ version })
    const bot = await harness.join('Ada')
    harness.server.command('/weather rain 150')
    await ticks(harness, 130)
    expect(bot.isRaining).toBe(true)
    await ticks(harness, 130)
    expect(bot.isRaining).toBe(false)
  })
})
