import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import { itemStack } from '../../../server/inventory/item-stack.ts'
import type { Position } from '../../../src/core/position.ts'
import {
  beside,
  blockAt,
  expectAgreement,
  give,
  hold,
  playerOf,
  serverBlock,
  setBlock,
  ticks,
  truth,
  vector,
} from '../../support/server-actions.ts'
import { type HarnessOptions, type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

async function start(options: HarnessOptions): Promise<Bot> {
  harness = await startHarness(options)
  return harness.join('Ada')
}

async function dig(bot: Bot, position: Position): Promise<void> {
  await harness.run(bot.dig(blockAt(bot, position), true))
  await ticks(harness, 2)
}

async function equip(bot: Bot, tool: string | null): Promise<void> {
  if (tool === null) return
  await give(harness, bot, { [tool]: 1 })
  await harness.run(hold(bot, tool))
}

function sendDig(bot: Bot, status: number, position: Position): void {
  bot._client.write('block_dig', { status, location: vector(position), face: 1, sequence: 1 })
}

describe.each(['1.21.4', '1.20.1'] as const)('digging on %s', (version) => {
  test.each([
    ['stone', null, {}],
    ['stone', 'wooden_pickaxe', { cobblestone: 1 }],
    ['oak_log', null, { oak_log: 1 }],
    ['dirt', 'wooden_shovel', { dirt: 1 }],
    ['iron_ore', 'wooden_pickaxe', {}],
    ['iron_ore', 'stone_pickaxe', { raw_iron: 1 }],
    ['coal_ore', 'wooden_pickaxe', { coal: 1 }],
  ])('%s with %s drops %o', async (block, tool, drops) => {
    const bot = await start({ version })
    await equip(bot, tool)
    const place = beside(bot, 1, 0, 0)
    await setBlock(harness, place, block)
    await dig(bot, place)
    expect(serverBlock(harness, place)).toBe('air')
    await ticks(harness, 30)
    const { [tool ?? '']: _tool, ...found } = truth(harness, bot)
    expect(found).toEqual(drops)
    expectAgreement(harness, bot)
  })

  test.each([
    ['stone', null, 150],
    ['stone', 'wooden_pickaxe', 23],
    ['oak_log', null, 60],
    ['oak_log', 'stone_axe', 15],
    ['dirt', null, 15],
    ['iron_ore', 'wooden_pickaxe', 150],
    ['iron_ore', 'stone_pickaxe', 23],
    ['obsidian', 'diamond_pickaxe', 188],
  ])(
    '%s with %s breaks after %i ticks, however early the client is through',
    async (block, tool, expected) => {
      const bot = await start({ version })
      await equip(bot, tool)
      const place = beside(bot, 1, 0, 0)
      await setBlock(harness, place, block)
      sendDig(bot, 0, place)
      await ticks(harness, Math.floor(expected * 0.6))
      sendDig(bot, 2, place)
      await ticks(harness, expected - 3 - Math.floor(expected * 0.6))
      expect(serverBlock(harness, place)).toBe(block)
      await ticks(harness, 4)
      expect(serverBlock(harness, place)).toBe('air')
    },
  )

  test('a block that is broken too fast stays, and the client learns that it does', async () => {
    const bot = await start({ version })
    const place = beside(bot, 1, 0, 0)
    await setBlock(harness, place, 'obsidian')
    sendDig(bot, 0, place)
    sendDig(bot, 2, place)
    bot.world.setBlockStateId(vector(place), 0)
    await ticks(harness, 5)
    expect(serverBlock(harness, place)).toBe('obsidian')
    expect(blockAt(bot, place).name).toBe('obsidian')
  })

  test('a block out of reach stays', async () => {
    const bot = await start({ version })
    const place = beside(bot, 7, 0, 0)
    await setBlock(harness, place, 'dirt')
    sendDig(bot, 0, place)
    await ticks(harness, 60)
    sendDig(bot, 2, place)
    await ticks(harness, 2)
    expect(serverBlock(harness, place)).toBe('dirt')
  })

  test('digging wears the tool until it breaks', async () => {
    const bot = await start({ version })
    await give(harness, bot, { wooden_shovel: 1 })
    await harness.run(hold(bot, 'wooden_shovel'))
    const player = playerOf(harness, bot)
    player.held = itemStack('wooden_shovel', 1, 57)
    const place = beside(bot, 1, 0, 0)
    for (let round = 0; round < 2; round++) {
      await setBlock(harness, place, 'dirt')
      await dig(bot, place)
      await ticks(harness, 12)
    }
    expect(player.held).toBeNull()
    expect(bot.heldItem).toBeNull()
    expect(truth(harness, bot)).toEqual({ dirt: 2 })
  })

  test('in creative mode blocks break at once and drop nothing', async () => {
    const bot = await start({ version, rules: { gameMode: 'creative' } })
    const place = beside(bot, 1, 0, 0)
    await setBlock(harness, place, 'obsidian')
    await dig(bot, place)
    expect(serverBlock(harness, place)).toBe('air')
    await ticks(harness, 20)
    expect(truth(harness, bot)).toEqual({})
  })

  test('a torch falls off when its wall is dug away', async () => {
    const bot = await start({ version })
    const wall = beside(bot, 2, 0, 0)
    await setBlock(harness, wall, 'dirt')
    harness.server.game.world.setBlock({ ...wall, y: wall.y + 1 }, 'torch')
    await dig(bot, wall)
    await ticks(harness, 5)
    expect(serverBlock(harness, { ...wall, y: wall.y + 1 })).toBe('air')
    expect(
      [...harness.server.game.entities.values()]
        .map((entity) => entity.type === 'item' && entity.stack.name)
        .sort(),
    ).toEqual(['dirt', 'torch'])
  })
})
