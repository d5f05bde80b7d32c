import { describe, expect, test } from 'vitest'
import { createGameRegistry } from '../../../../server/data/game-registry.ts'
import { itemData } from '../../../../server/inventory/item-data.ts'
import { itemStack } from '../../../../server/inventory/item-stack.ts'
import { angleByte, velocityShort } from '../../../../server/protocol/angle.ts'
import { protocolOf } from '../../../../server/protocol/version-protocols.ts'

const stew = itemStack('suspicious_stew', 1, 0, itemData({ stewEffects: [{ effect: 'poison', ticks: 220 }] }))

describe.each(['1.21.4', '1.20.1'] as const)('the protocol of %s', (version) => {
  const protocol = protocolOf(createGameRegistry(version))

  test.each([
    [itemStack('oak_log', 64)],
    [itemStack('stone_pickaxe', 1, 17)],
    [itemStack('stone_pickaxe')],
    [stew],
  ])('reads the item that it writes: %o', (stack) => {
    expect(protocol.readItem(protocol.item(stack))).toEqual(stack)
  })

  test('reads the empty slot that it writes, and no item out of nonsense', () => {
    expect(protocol.readItem(protocol.item(null))).toBeNull()
    expect(protocol.readItem({ present: true, itemId: 99_999, itemCount: 1 })).toBeNull()
    expect(protocol.readItem({ present: true, itemId: 1, itemCount: -4 })).toBeNull()
  })
})

test('angles and speeds fit into their bytes', () => {
  expect([0, 90, 180, -90, 359.9, 720].map(angleByte)).toEqual([0, 64, -128, -64, -1, 0])
  expect([0.5, -0.04, 100, -100].map(velocityShort)).toEqual([4000, -320, 31_200, -31_200])
})
