import { equalStacks, type ItemStack } from '../inventory/item-stack.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'

/** Sends the whole window; afterwards the client believes what is true of its slots. */
export function sendWindow(game: Game, player: Player): void {
  const { window, cursor } = player
  const contents = window.layout.slots.map((slot) => slot.read())
  for (const [index, stack] of contents.entries()) window.believe(index, stack)
  window.remoteCursor = cursor.stack
  player.connection.send({
    name: 'window_items',
    params: {
      windowId: window.id,
      stateId: window.nextStateId(),
      items: contents.map((stack) => game.protocol.item(stack)),
      carriedItem: game.protocol.item(cursor.stack),
    },
  })
}

/** Sends what differs from the client's belief; the whole window when the client is wrong about the pointer's stack. */
export function syncWindow(game: Game, player: Player): void {
  const { window, cursor } = player
  if (!equalStacks(cursor.stack, window.remoteCursor)) {
    sendWindow(game, player)
    return
  }
  const { slots } = window.layout
  const revision = window.layout.revision?.() ?? null
  if (revision !== null && revision === window.provenRevision) return
  // Counted: entries of some fifty slots of every player in each tick would be thousands of arrays a second.
  for (let index = 0; index < slots.length; index++) {
    const stack = slots[index]?.read() ?? null
    if (!equalStacks(stack, window.remote(index))) sendSlot(game, player, index, stack)
  }
  window.provenRevision = revision
}

/** Sends one slot whatever the client believes: clients wait for the result of crafting after every click. */
export function sendSlot(game: Game, player: Player, index: number, stack: ItemStack | null): void {
  const { window } = player
  window.believe(index, stack)
  player.connection.send({
    name: 'set_slot',
    params: {
      windowId: window.id,
      stateId: window.nextStateId(),
      slot: index,
      item: game.protocol.item(stack),
    },
  })
}

/**
 * Sends the properties of the window, such as the progress of a furnace, that differ from the client's belief. Only the end of
 * a tick does: clients such as Mineflayer look out for properties no sooner than they have the window.
 */
export function syncProperties(player: Player): void {
  const { window } = player
  for (const [property, value] of window.layout.properties().entries()) {
    if (window.remoteProperties[property] === value) continue
    window.remoteProperties[property] = value
    player.connection.send({ name: 'craft_progress_bar', params: { windowId: window.id, property, value } })
  }
}
