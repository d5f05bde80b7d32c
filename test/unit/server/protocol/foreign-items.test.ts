import { createRequire } from 'node:module'
import fc from 'fast-check'
import { createSerializer, states } from 'minecraft-protocol'
import type { Item as ItemType } from 'prismarine-item'
import { describe, expect, test } from 'vitest'
import { createGameRegistry } from '../../../../server/data/game-registry.ts'
import { potionNames } from '../../../../server/data/potion-names.ts'
import { type ItemData, itemData } from '../../../../server/inventory/item-data.ts'
import { itemStack } from '../../../../server/inventory/item-stack.ts'
import { protocolOf } from '../../../../server/protocol/version-protocols.ts'

const loadItem = createRequire(import.meta.url)('prismarine-item') as (version: string) => {
  fromNotch(item: unknown): ItemType | null
}

describe.each(['1.21.4', '1.20.1'] as const)('item data of %s', (version) => {
  const registry = createGameRegistry(version)
  const protocol = protocolOf(registry)
  const overTheWire = (item: unknown) => {
    const serializer = createSerializer({ state: states.PLAY, isServer: true, version, customPackets: {} })
    const params = { windowId: 0, stateId: 0, slot: 1, item }
    const bytes = serializer.createPacketBuffer({ name: 'set_slot', params })
    const parsed = serializer.proto.parsePacketBuffer('packet', bytes) as { data: { params: typeof params } }
    return parsed.data.params.item
  }

  test('every item is read as it was written', () => {
    const names = registry.enchantments.map((kind) => kind.name)
    const levels = fc.dictionary(fc.constantFrom(...names), fc.integer({ min: 1, max: 255 }), { maxKeys: 5 })
    const words = fc.string({ maxLength: 30, unit: 'grapheme' })
    const data = fc.record<Partial<ItemData>>({
      enchantments: levels,
      storedEnchantments: levels,
      customName: fc.option(words),
      lore: fc.array(words, { maxLength: 4 }),
      repairCost: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
      potion: fc.option(fc.constantFrom(...potionNames)),
    })
    fc.assert(
      fc.property(data, fc.integer({ min: 0, max: 250 }), (parts, damage) => {
        const stack = itemStack('iron_sword', 1, damage, itemData(parts))
        expect(protocol.readItem(overTheWire(protocol.item(stack)))).toEqual(stack)
      }),
      { numRuns: 100 },
    )
  })

  test('books keep their pages and their authors', () => {
    const pages = ['one "two"', '', 'three\nfour']
    const draft = itemStack('writable_book', 1, 0, itemData({ pages }))
    const signature = { title: 'Log', author: 'Ada', generation: 2 }
    const signed = itemStack('written_book', 3, 0, itemData({ pages, signature }))
    for (const book of [draft, signed]) {
      expect(protocol.readItem(overTheWire(protocol.item(book)))).toEqual(book)
    }
  })

  test('Mineflayer reads the wear, the name, the lore, the cost and the enchantments', () => {
    const Item = loadItem(version)
    const data = itemData({
      enchantments: { efficiency: 3, sweeping_edge: 1 },
      customName: 'Tom',
      lore: ['old'],
      repairCost: 3,
    })
    const item = Item.fromNotch(overTheWire(protocol.item(itemStack('iron_sword', 1, 7, data))))
    expect([item?.durabilityUsed, item?.repairCost]).toEqual([7, 3])
    expect(JSON.stringify([item?.customName, item?.customLore])).toMatch(/Tom.*old/)
    const { efficiency, sweeping_edge: sweeping } = Object.fromEntries(
      registry.enchantments.map((kind) => [kind.name, kind]),
    )
    if (version === '1.20.1') {
      expect(item?.enchants).toEqual([
        { name: 'efficiency', lvl: 3 },
        { name: 'sweeping', lvl: 1 },
      ])
    } else {
      const enchantments = [
        { id: efficiency?.id, level: 3 },
        { id: sweeping?.id, level: 1 },
      ]
      expect(item?.enchants).toEqual({ enchantments, showTooltip: true })
    }
  })

  test('what a client makes up is cut to what can be', () => {
    const tags = {
      Damage: { type: 'int', value: 1e9 },
      Enchantments: {
        type: 'list',
        value: {
          type: 'compound',
          value: [
            { id: { type: 'string', value: 'minecraft:sharpness' }, lvl: { type: 'short', value: 30_000 } },
            { id: { type: 'string', value: 'nonsense' }, lvl: { type: 'short', value: 1 } },
            null,
          ],
        },
      },
      display: { type: 'compound', value: { Name: { type: 'string', value: '{' }, Lore: 7 } },
    }
    const components = [
      { type: 'damage', data: 1e9 },
      {
        type: 'enchantments',
        data: { enchantments: [{ id: 32, level: 30_000 }, { id: 9_999, level: 1 }, null] },
      },
      { type: 'lore', data: 7 },
      { type: 'potion_contents', data: { potionId: -4 } },
      null,
    ]
    const item = {
      present: true,
      itemId: registry.item('iron_sword').id,
      itemCount: 1,
      nbtData: { type: 'compound', value: tags },
      components,
    }
    const expected = itemStack('iron_sword', 1, 250, itemData({ enchantments: { sharpness: 255 } }))
    expect(protocol.readItem(item)).toEqual(expected)
  })

  test('no nonsense makes the reader throw', () => {
    const { id } = registry.item('written_book')
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (nbtData, components) => {
        const item = { present: true, itemId: id, itemCount: 1, nbtData, components }
        expect(protocol.readItem(item)).toMatchObject({ name: 'written_book', count: 1 })
      }),
    )
  })
})
