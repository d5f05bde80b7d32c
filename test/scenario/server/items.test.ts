import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import type { ItemEntity } from '../../../server/game/entity.ts'
import { spawnItem } from '../../../server/game/item-entities.ts'
import { itemStack } from '../../../server/inventory/item-stack.ts'
import { give, setBlock, ticks, truth } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

const still = { x: 0, y: 0, z: 0 }

function drop(name: string, count: number, x: number, y = -59, pickUpDelay = 10): ItemEntity {
  return spawnItem(harness.server.game, itemStack(name, count), {
    position: { x, y, z: 0.5 },
    velocity: still,
    pickUpDelay,
  })
}

function itemsSeen(bot: Bot): readonly string[] {
  return Object.values(bot.entities)
    .filter((entity) => entity.name === 'item')
    .map((entity) => `${entity.getDroppedItem()?.count} ${entity.getDroppedItem()?.name}`)
}

describe.each(['1.21.4', '1.20.1'] as const)('items on the ground on %s', (version) => {
  test('are seen with their name, fall, and are picked up after the delay', async () => {
    harness = await startHarness({ version })
    const bot = await harness.join('Ada')
    let collected = 0
    bot.on('playerCollect', () => {
      collected++
    })
    const item = drop('coal', 3, 1.2)
    await ticks(harness, 5)
    expect(itemsSeen(bot)).toEqual(['3 coal'])
    expect(truth(harness, bot)).toEqual({})
    await ticks(harness, 10)
    expect(truth(harness, bot)).toEqual({ coal: 3 })
    expect(item.position.y).toBeCloseTo(-60, 1)
    expect(collected).toBe(1)
    expect(itemsSeen(bot)).toEqual([])
  })

  test('merge when they are equal and close', async () => {
    harness = await startHarness({ version })
    const bot = await harness.join('Ada')
    for (const [name, count, x] of [
      ['coal', 30, 6.5],
      ['coal', 20, 6.8],
      ['coal', 20, 7],
      ['dirt', 1, 6.6],
    ] as const)
      drop(name, count, x)
    await ticks(harness, 45)
    expect([...itemsSeen(bot)].sort()).toEqual(['1 dirt', '20 coal', '50 coal'])
  })

  test('vanish after five minutes', async () => {
    harness = await startHarness({ version })
    const bot = await harness.join('Ada')
    drop('coal', 1, 8.5)
    await ticks(harness, 5980)
    expect(itemsSeen(bot)).toEqual(['1 coal'])
    await ticks(harness, 30)
    expect(itemsSeen(bot)).toEqual([])
  })

  test('stay in part when the inventory is nearly full', async () => {
    harness = await startHarness({ version })
    const bot = await harness.join('Ada')
    await give(harness, bot, { dirt: 64 * 35, coal: 60 })
    drop('coal', 10, 1.2)
    await ticks(harness, 30)
    expect(truth(harness, bot)).toEqual({ dirt: 64 * 35, coal: 64 })
    expect(itemsSeen(bot)).toEqual(['6 coal'])
  })

  test('fall on when the block below goes away, and rest on slabs', async () => {
    harness = await startHarness({ version })
    await harness.join('Ada')
    await setBlock(harness, { x: 6, y: -60, z: 0 }, 'oak_slab')
    const item = drop('coal', 1, 6.5, -58)
    await ticks(harness, 40)
    expect(item.position.y).toBeCloseTo(-59.5, 3)
    expect(item.resting).toBe(true)
    await setBlock(harness, { x: 6, y: -60, z: 0 }, 'air')
    await ticks(harness, 40)
    expect(item.position.y).toBeCloseTo(-60, 3)
  })
})
