import type { Bot } from 'mineflayer'
import { describe, expect, it } from 'vitest'
import { minecraftVersionSchema } from '../../../server/data/minecraft-version.ts'
import type { ItemData } from '../../../server/inventory/item-data.ts'
import { give, playerOf, ticks, truth } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

/** What Mineflayer's types leave out. */
interface Signing {
  signBook(slot: number, pages: readonly string[], author: string, title: string): Promise<void>
}

/** The book that the bot carries, as the server knows it. */
function bookData(harness: ServerHarness, bot: Bot): ItemData | null {
  const books = playerOf(harness, bot).inventory.storage.stacks()
  return books.find(({ name }) => name.endsWith('_book'))?.data ?? null
}

function slotOf(bot: Bot, name: string): number {
  return bot.inventory.items().find((item) => item.name === name)?.slot ?? -1
}

describe.each(minecraftVersionSchema.options)('books in %s', (version) => {
  it('are written, written over and signed, wherever they lie, and read', async () => {
    const harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    await give(harness, ada, { writable_book: 1 })
    await harness.run(ada.writeBook(slotOf(ada, 'writable_book'), ['first page', 'second "page"']))
    expect(bookData(harness, ada)?.pages).toEqual(['first page', 'second "page"'])
    await harness.run(ada.writeBook(slotOf(ada, 'writable_book'), ['only page']))
    expect(bookData(harness, ada)?.pages).toEqual(['only page'])

    await harness.run(ada.moveSlotItem(slotOf(ada, 'writable_book'), 20))
    await harness.run((ada as Bot & Signing).signBook(20, ['signed page'], 'Not Ada', 'My Title'))
    await ticks(harness, 2)
    expect(truth(harness, ada)).toEqual({ written_book: 1 })
    expect(bookData(harness, ada)).toMatchObject({
      pages: ['signed page'],
      signature: { title: 'My Title', author: 'Ada', generation: 0 },
    })
    expect(slotOf(ada, 'written_book')).toBe(20)

    await harness.run(ada.moveSlotItem(20, 36))
    ada.setQuickBarSlot(0)
    const opened = new Promise<unknown>((resolve) => ada._client.once('open_book', resolve))
    ada.activateItem()
    expect(await harness.run(opened)).toEqual({ hand: 0 })
    await harness.close()
  })

  it('cannot be made out of other items, too long, or signed twice', async () => {
    const harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    await give(harness, ada, { bread: 1, writable_book: 1 })
    const { storage } = playerOf(harness, ada).inventory
    const send = async (hand: number, pages: readonly string[], title?: string) => {
      ada._client.write('edit_book', { hand, pages, title })
      await ticks(harness, 2)
    }
    await send(0, ['bread'], 'Bread')
    await send(1, ['x'.repeat(1025)])
    await send(1, new Array(101).fill('page'))
    await send(1, ['page'], 't'.repeat(33))
    await send(7, ['nothing'])
    await send(-1, ['nothing'])
    await send(99, ['nothing'])
    expect(storage.stacks().map(({ name, data }) => ({ name, data }))).toEqual([
      { name: 'bread', data: null },
      { name: 'writable_book', data: null },
    ])
    await send(1, ['page'], 'Title')
    await send(1, ['other'], 'Other')
    const written = storage.stacks().at(-1)
    expect(written?.data?.signature?.title).toBe('Title')
    expect(written?.data?.pages).toEqual(['page'])
    await harness.close()
  })
})
