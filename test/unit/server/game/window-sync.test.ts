import { expect, test } from 'vitest'
import type { Game } from '../../../../server/game/game.ts'
import type { Player } from '../../../../server/game/player.ts'
import { syncWindow } from '../../../../server/game/window-sync.ts'
import { itemStack } from '../../../../server/inventory/item-stack.ts'
import { ItemStorage } from '../../../../server/inventory/item-storage.ts'
import { storageSlot } from '../../../../server/inventory/slot.ts'
import { Window, type WindowLayout } from '../../../../server/inventory/window.ts'
import type { Packet } from '../../../../server/protocol/packet.ts'

/** A window of one storage, and what of it a client is told and how often its first slot is read. */
function openStorage() {
  const storage = new ItemStorage(3)
  let reads = 0
  const [first, ...others] = [0, 1, 2].map((index) => storageSlot(storage, index))
  const counted = {
    ...first,
    read: () => {
      reads += 1
      return storage.at(0)
    },
  }
  const layout = { slots: [counted, ...others], revision: () => storage.revision }
  const window = new Window(0, layout as unknown as WindowLayout)
  const sent: unknown[] = []
  const connection = { send: ({ params }: Packet) => sent.push((params as { readonly slot: number }).slot) }
  const player = { window, cursor: { stack: null }, connection } as unknown as Player
  const game = { protocol: { item: (stack: unknown) => stack } } as unknown as Game
  const sync = () => {
    sent.length = 0
    syncWindow(game, player)
    return [...sent]
  }
  return { storage, window, sync, reads: () => reads }
}

test('syncWindow() looks at no slot while neither they nor what the client believes of them have changed', () => {
  const { storage, sync, reads } = openStorage()
  storage.put(1, itemStack('dirt'))
  expect(sync()).toEqual([1])
  expect([sync(), sync(), reads()]).toEqual([[], [], 1])
})

test('syncWindow() tells of what has been put into a slot or taken out of all of them since', () => {
  const { storage, sync } = openStorage()
  sync()
  storage.put(2, itemStack('dirt'))
  expect(sync()).toEqual([2])
  storage.takeAll()
  expect(sync()).toEqual([2])
  expect(sync()).toEqual([])
})

test('syncWindow() corrects what a client has come to believe since', () => {
  const { window, sync } = openStorage()
  sync()
  window.believe(0, itemStack('diamond'))
  expect(sync()).toEqual([0])
  expect(sync()).toEqual([])
})
