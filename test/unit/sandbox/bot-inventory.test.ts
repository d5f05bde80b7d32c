import { afterAll, describe, expect, test } from 'vitest'
import type { Json } from '../../../src/core/json.ts'
import { ProcessSandbox } from '../../../src/sandbox/process-sandbox.ts'
import { exampleItem, ScriptedHost } from '../../support/scripted-host.ts'
import { resultOf } from './result-of.ts'

const sandbox = new ProcessSandbox()
afterAll(() => sandbox.close())

describe('bot.inventory', () => {
  const slots: Json[] = Array.from({ length: 46 }, () => null)
  slots[5] = exampleItem('iron_helmet', 1, 5)
  slots[10] = exampleItem('oak_log', 5, 10)
  slots[36] = exampleItem('oak_log', 64, 36)
  slots[40] = exampleItem('stick', 2, 40)
  const window = {
    id: 0,
    type: 'minecraft:inventory',
    title: '',
    slots,
    inventoryStart: 9,
    inventoryEnd: 45,
    hotbarStart: 36,
  }
  const host = () => new ScriptedHost({ reads: { inventory: () => window } })

  test('counts by id and by name, without what is worn', async () => {
    const body =
      'return [bot.inventory.count("oak_log"), bot.inventory.count(5), bot.inventory.count("iron_helmet"), bot.inventory.count(999)]'
    expect(await resultOf(sandbox, body, host())).toEqual([69, 2, 0, 0])
  })

  test('lists stacks and free slots', async () => {
    const body =
      'return [bot.inventory.items().map((i) => [i.name, i.slot]), bot.inventory.emptySlotCount(), bot.inventory.firstEmptyInventorySlot(), bot.inventoryUsed()]'
    expect(await resultOf(sandbox, body, host())).toEqual([
      [
        ['oak_log', 10],
        ['oak_log', 36],
        ['stick', 40],
      ],
      33,
      9,
      3,
    ])
  })

  test('finds a stack, null when there is none', async () => {
    const body =
      'return [bot.inventory.findInventoryItem("stick").count, bot.inventory.findInventoryItem(999), bot.inventory.slots[5].name]'
    expect(await resultOf(sandbox, body, host())).toEqual([2, null, 'iron_helmet'])
  })
})
