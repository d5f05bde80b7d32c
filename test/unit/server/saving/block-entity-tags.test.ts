import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGameRegistry } from '../../../../server/data/game-registry.ts'
import { minecraftVersionSchema } from '../../../../server/data/minecraft-version.ts'
import { blockEntityTag, readBlockEntity } from '../../../../server/game/block-entity-tags.ts'
import type { StoredItems } from '../../../../server/game/containers.ts'
import { Furnace } from '../../../../server/game/furnace.ts'
import { blankSign, type Sign, type SignText } from '../../../../server/game/sign.ts'
import { itemData } from '../../../../server/inventory/item-data.ts'
import { type ItemStack, itemStack } from '../../../../server/inventory/item-stack.ts'
import { ItemStorage } from '../../../../server/inventory/item-storage.ts'
import { tagText } from '../../../../server/protocol/tag-text.ts'
import { rootTag } from '../../../../server/protocol/tags.ts'
import { protocolOf } from '../../../../server/protocol/version-protocols.ts'
import { decodeTag, encodeTag } from '../../../../server/saving/binary.ts'
import type { BlockEntity } from '../../../../server/world/block-entity.ts'

const words = fc.string({ unit: 'grapheme', maxLength: 40 })

const signTexts: fc.Arbitrary<SignText> = fc.record({
  lines: fc.array(words, { minLength: 4, maxLength: 4 }),
  color: fc.constantFrom('black', 'red', 'light_blue'),
  glowing: fc.boolean(),
})

describe.each(minecraftVersionSchema.options)('block entities in %s', (version) => {
  const registry = createGameRegistry(version)
  const { saved: form } = protocolOf(registry)
  const position = { x: -3, y: -60, z: 70_000 }

  function roundTrip(block: string, entity: BlockEntity): BlockEntity | null {
    const tag = blockEntityTag(form, block, position, entity)
    if (tag === null) throw new Error(`"${block}" has no block entity.`)
    const saved = decodeTag(encodeTag(rootTag(tag.value))).plainAll()
    expect(saved).toMatchObject(position)
    return readBlockEntity(form, saved)
  }

  const stacks: fc.Arbitrary<ItemStack> = fc.oneof(
    fc
      .record({
        item: fc.constantFrom(
          ...registry.items.filter(({ name }) => name !== 'air' && name !== 'written_book'),
        ),
        count: fc.integer({ min: 1, max: 64 }),
      })
      .map(({ item, count }) => itemStack(item.name, Math.min(count, item.stackSize))),
    fc
      .record({
        damage: fc.nat(1000),
        level: fc.integer({ min: 1, max: 5 }),
        name: words,
        lore: fc.array(words, { maxLength: 3 }),
        cost: fc.nat(40),
      })
      .map(({ damage, level, name, lore, cost }) =>
        itemStack(
          'diamond_pickaxe',
          1,
          damage,
          itemData({
            enchantments: { efficiency: level, mending: 1 },
            customName: name,
            lore,
            repairCost: cost,
          }),
        ),
      ),
    fc
      .record({ pages: fc.array(words, { minLength: 1, maxLength: 5 }), title: words, author: words })
      .map(({ pages, title, author }) =>
        itemStack(
          'written_book',
          1,
          0,
          itemData({ pages, signature: { title: title.slice(0, 32), author, generation: 1 } }),
        ),
      ),
  )

  function filled(size: number, places: readonly (ItemStack | null)[]): ItemStorage {
    const storage = new ItemStorage(size)
    for (const [place, stack] of places.entries()) storage.put(place, stack)
    return storage
  }

  const contents = (size: number) =>
    fc.array(fc.option(stacks), { maxLength: size }).map((places) => filled(size, places))

  it.each([
    ['chest', 27],
    ['trapped_chest', 27],
    ['barrel', 27],
    ['hopper', 5],
    ['dispenser', 9],
  ])('%s: all items come back, each in its place', (block, size) => {
    fc.assert(
      fc.property(contents(size), (storage) => {
        const read = roundTrip(block, { kind: 'storage', storage } as StoredItems) as StoredItems
        expect(read.storage.all()).toEqual(storage.all())
      }),
      { numRuns: 40 },
    )
  })

  it('furnaces come back with what burns in them', () => {
    const times = fc.record({
      burnLeft: fc.nat(20_000),
      burnTotal: fc.nat(20_000),
      progress: fc.nat(200),
      experience: fc.double({ min: 0, max: 100, noNaN: true }),
    })
    const stations = fc.constantFrom('furnace', 'blast_furnace', 'smoker')
    fc.assert(
      fc.property(stations, times, contents(3), (station, facts, storage) => {
        const furnace = Object.assign(new Furnace(station), facts)
        for (const [place, stack] of storage.all().entries()) furnace.storage.put(place, stack)
        const read = roundTrip(station, furnace)
        expect(read).toBeInstanceOf(Furnace)
        expect(read).toMatchObject({ station, ...facts })
        expect((read as Furnace).storage.all()).toEqual(storage.all())
      }),
      { numRuns: 40 },
    )
  })

  it.each(['oak_sign', 'oak_wall_sign', 'oak_hanging_sign'])('%s: words come back', (block) => {
    fc.assert(
      fc.property(signTexts, signTexts, fc.boolean(), (front, back, waxed) => {
        const sign: Sign = { ...blankSign, front, back, waxed }
        expect(roundTrip(block, { ...sign, editor: 'somebody' } as Sign)).toEqual(sign)
      }),
      { numRuns: 60 },
    )
  })

  it('every block with a block entity has a number in packets', () => {
    const kinds = registry.blocks.map(({ name }) => blockEntityTag(form, name, position, null))
    const ids = kinds.flatMap((tag) => (tag === null ? [] : [String(tag.value.id?.value)]))
    expect(ids.length).toBeGreaterThan(100)
    expect(ids.filter((id) => !form.blockEntityTypes.includes(id.replace('minecraft:', '')))).toEqual([])
  })

  it('read as text in the notation of commands', () => {
    const sign: Sign = { ...blankSign, front: { ...blankSign.front, lines: ['it\'s "so"', '', '', ''] } }
    const tag = blockEntityTag(form, 'oak_sign', { x: 1, y: 2, z: 3 }, sign)
    expect(tag === null ? '' : tagText(tag)).toMatch(
      /^\{id: "minecraft:sign", x: 1, y: 2, z: 3, keepPacked: 0b, front_text: \{messages: \["/,
    )
  })
})
