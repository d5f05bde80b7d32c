import { createRequire } from 'node:module'
import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import type { Position } from '../../../src/core/position.ts'
import {
  blockAt,
  craft,
  expectAgreement,
  hold,
  ticks,
  truth,
  UP,
  vector,
} from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

type Pathfinder = typeof import('mineflayer-pathfinder')

/** Walks until the bot is near enough to dig the block. */
async function approach(bot: Bot, { goals }: Pathfinder, place: Position, distance: number): Promise<void> {
  await harness.run(bot.pathfinder.goto(new goals.GoalNear(place.x, place.y, place.z, distance)))
}

/** Digs the nearest blocks of the kind and walks over what they drop, until it carries enough of the item. */
async function gather(
  bot: Bot,
  library: Pathfinder,
  want: { block: RegExp; item: string; count: number },
): Promise<void> {
  for (let turn = 0; turn < 30 && (truth(harness, bot)[want.item] ?? 0) < want.count; turn++) {
    const [place] = bot.findBlocks({
      matching: (block) => want.block.test(block.name),
      maxDistance: 48,
      count: 1,
    })
    if (place === undefined) throw new Error(`No ${want.block} in sight.`)
    await approach(bot, library, place, 2)
    await harness.run(bot.dig(blockAt(bot, place), true))
    await ticks(harness, 15)
    const drop = bot.nearestEntity((entity) => entity.name === 'item')
    if (drop !== null) await approach(bot, library, drop.position.floored(), 0).catch(() => {})
    await ticks(harness, 5)
  }
}

async function placeTable(bot: Bot): Promise<Position> {
  await harness.run(hold(bot, 'crafting_table'))
  for (const [x, z] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
    [1, 1],
    [-1, -1],
  ] as const) {
    for (const y of [-1, 0]) {
      const ground = bot.entity.position.floored().offset(x, y, z)
      const free = bot.blockAt(ground.offset(0, 1, 0))?.name === 'air'
      if (bot.blockAt(ground)?.boundingBox !== 'block' || !free) continue
      await harness.run(bot.placeBlock(blockAt(bot, ground), vector(UP)))
      return ground.offset(0, 1, 0)
    }
  }
  throw new Error('No place for the table.')
}

describe.each(['1.21.4', '1.20.1'] as const)('on %s', (version) => {
  test('a bot goes from empty hands to a stone pickaxe in generated terrain', async () => {
    harness = await startHarness({ version, world: 'plains', seed: 2, viewDistance: 4 })
    const library = createRequire(import.meta.url)('mineflayer-pathfinder') as Pathfinder
    const bot = await harness.join('Ada')
    bot.loadPlugin(library.pathfinder)
    bot.pathfinder.setMovements(new library.Movements(bot))
    await gather(bot, library, { block: /^oak_log$/, item: 'oak_log', count: 4 })
    await harness.run(craft(bot, 'oak_planks', 4))
    await harness.run(craft(bot, 'stick', 2))
    await harness.run(craft(bot, 'crafting_table', 1))
    const table = await placeTable(bot)
    await harness.run(craft(bot, 'wooden_pickaxe', 1, blockAt(bot, table)))
    await harness.run(hold(bot, 'wooden_pickaxe'))
    await gather(bot, library, { block: /^stone$/, item: 'cobblestone', count: 3 })
    await approach(bot, library, table, 2)
    await harness.run(craft(bot, 'stone_pickaxe', 1, blockAt(bot, table)))
    await ticks(harness, 2)
    expect(truth(harness, bot).stone_pickaxe).toBe(1)
    expectAgreement(harness, bot)
    expect(harness.problems).toEqual([])
  })
})
