import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import {
  blockAt,
  give,
  hold,
  playerOf,
  serverBlock,
  setBlock,
  ticks,
  truth,
  UP,
  vector,
} from '../../support/server-actions.ts'
import { type HarnessOptions, type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

const at = (x: number, y: number, z: number) => ({ x, y: -60 + y, z })

async function start(options: HarnessOptions): Promise<Bot> {
  harness = await startHarness(options)
  return harness.join('Ada')
}

async function light(bot: Bot, ground: { x: number; y: number; z: number }): Promise<void> {
  await harness.run(bot.activateBlock(blockAt(bot, ground), vector(UP)))
  await ticks(harness, 2)
}

/** How many blocks of the name stand in the box. */
function count(name: string): number {
  let found = 0
  for (let x = -8; x <= 8; x++) {
    for (let y = 0; y <= 8; y++) {
      for (let z = -8; z <= 8; z++) if (serverBlock(harness, at(x, y, z)) === name) found += 1
    }
  }
  return found
}

describe.each(['1.21.4', '1.20.1'] as const)('fire on %s', (version) => {
  test('flint and steel and fire charges light fire, which burns wool away, dies on stone and stays on netherrack', async () => {
    const bot = await start({ version })
    await give(harness, bot, { flint_and_steel: 1, fire_charge: 2 })
    for (let y = 0; y < 3; y++) for (const z of [4, 5]) await setBlock(harness, at(5, y, z), 'white_wool')
    await setBlock(harness, at(3, -1, 0), 'netherrack')
    await setBlock(harness, at(0, -1, 3), 'stone')
    await setBlock(harness, at(4, -1, 4), 'stone')
    await harness.run(hold(bot, 'flint_and_steel'))
    await light(bot, at(3, -1, 0))
    expect(blockAt(bot, at(3, 0, 0)).name).toBe('fire')
    expect(playerOf(harness, bot).held?.damage).toBe(1)
    await harness.run(hold(bot, 'fire_charge'))
    await light(bot, at(0, -1, 3))
    expect(serverBlock(harness, at(0, 0, 3))).toBe('fire')
    expect(truth(harness, bot).fire_charge).toBe(1)
    await harness.run(hold(bot, 'flint_and_steel'))
    await setBlock(harness, at(4, 0, 4), 'fire')
    await ticks(harness, 1600)
    expect(serverBlock(harness, at(3, 0, 0))).toBe('fire')
    expect(serverBlock(harness, at(0, 0, 3))).toBe('air')
    expect(count('white_wool')).toBeLessThan(6)
    expect(bot.health).toBe(20)
    await harness.run(bot.dig(blockAt(bot, at(3, 0, 0))))
    await ticks(harness, 2)
    expect(serverBlock(harness, at(3, 0, 0))).toBe('air')
  })

  test('rain and water put fire out, it needs ground, and the rule stops it', async () => {
    await start({ version, rules: { weatherCycle: false } })
    harness.server.command('/gamerule doFireTick false')
    await setBlock(harness, at(4, -1, 4), 'hay_block')
    await setBlock(harness, at(4, 0, 4), 'fire')
    await setBlock(harness, at(-4, 0, 4), 'stone')
    await setBlock(harness, at(-4, 1, 4), 'fire')
    await ticks(harness, 600)
    expect([serverBlock(harness, at(4, 0, 4)), serverBlock(harness, at(-4, 1, 4))]).toEqual(['fire', 'fire'])
    await setBlock(harness, at(-4, 0, 4), 'air')
    expect(serverBlock(harness, at(-4, 1, 4))).toBe('air')
    await setBlock(harness, at(3, 0, 4), 'water')
    await ticks(harness, 10)
    expect(serverBlock(harness, at(4, 0, 4))).toBe('water')
    harness.server.command('/gamerule doFireTick true')
    await setBlock(harness, at(-4, -1, -4), 'hay_block')
    harness.server.command('/weather rain')
    await ticks(harness, 60)
    await setBlock(harness, at(-4, 0, -4), 'fire')
    await ticks(harness, 500)
    expect(count('fire')).toBe(0)
    expect(serverBlock(harness, at(-4, -1, -4))).toBe('hay_block')
  })
})

test('lava sets a wooden hut on fire, and fire sets off TNT', async () => {
  await start({ viewDistance: 3 })
  const { world } = harness.server.game
  for (let x = 3; x <= 6; x++) {
    for (let z = 3; z <= 6; z++) world.setBlock(at(x, 2, z), 'oak_planks')
  }
  for (const [x, z] of [
    [4, 4],
    [5, 5],
    [4, 5],
    [5, 4],
  ] as const)
    world.setBlock(at(x, -1, z), 'lava')
  await ticks(harness, 3000)
  expect(count('oak_planks')).toBeLessThan(16)
  await setBlock(harness, at(-5, 0, -5), 'tnt')
  await setBlock(harness, at(-6, 0, -5), 'netherrack')
  await setBlock(harness, at(-6, 1, -5), 'fire')
  await setBlock(harness, at(-5, 1, -5), 'fire')
  for (let time = 0; time < 40 && count('tnt') > 0; time++) await ticks(harness, 50)
  expect(count('tnt')).toBe(0)
})
