import { gain } from '../game/gain.ts'
import type { Game } from '../game/game.ts'
import { tossItem } from '../game/item-entities.ts'
import type { Player } from '../game/player.ts'
import { sendSlot, sendWindow, syncWindow } from '../game/window-sync.ts'
import { type Click, type ClickContext, clickModeOf, clickWindow } from '../inventory/click.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import { MAIN_START } from '../inventory/player-inventory.ts'
import { Window, type WindowHost, type WindowLayout } from '../inventory/window.ts'
import { mayConjure } from './flooding.ts'

/** Slots of the player's belongings that every window shows. */
const SHARED_SLOTS = 36

export interface ClickPacket {
  readonly windowId: number
  readonly stateId: number
  readonly slot: number
  readonly mouseButton: number
  readonly mode: number
  readonly changedSlots: readonly { readonly location: number; readonly item: unknown }[]
  readonly cursorItem: unknown
}

/** Opens a window of the block or entity for the player. */
export function openWindow(game: Game, player: Player, layout: WindowLayout, host: WindowHost): void {
  closeWindow(game, player)
  player.host = host
  player.lastWindowId = (player.lastWindowId % 100) + 1
  player.window = new Window(player.lastWindowId, layout)
  player.connection.send({
    name: 'open_window',
    params: {
      windowId: player.window.id,
      inventoryType: game.protocol.windowType(layout.kind),
      windowTitle: game.protocol.text({ text: layout.title }),
    },
  })
  sendWindow(game, player)
}

/** Closes what the player has open: the pointer's stack and the grid's ingredients go back into the inventory. */
export function closeWindow(game: Game, player: Player): void {
  const closed = player.window
  const inventoryWindow = player.inventory.window
  player.host?.closed?.()
  player.window = inventoryWindow
  player.host = null
  closed.drag = null
  if (closed !== inventoryWindow) carryBelief(closed, inventoryWindow)
  const held = player.cursor.stack
  player.cursor.stack = null
  closed.remoteCursor = null
  inventoryWindow.remoteCursor = null
  const stacks = held === null ? closed.layout.release() : [held, ...closed.layout.release()]
  for (const stack of stacks) gain(game, player, stack)
  syncWindow(game, player)
}

/** Closes windows whose container is gone or out of reach. */
export function tickWindows(game: Game): void {
  for (const player of game.players.values()) closeUnusable(game, player)
}

/** Closes the player's window if its container is gone or out of reach. Says whether one is left that it can use. */
function closeUnusable(game: Game, player: Player): boolean {
  const { host, window } = player
  if (host === null || host.isUsable()) return true
  player.connection.send({ name: 'close_window', params: { windowId: window.id } })
  closeWindow(game, player)
  return false
}

/** Whether the player may act in its window: what it put into a container that has just gone would be lost. */
function mayAct(game: Game, player: Player): boolean {
  return !player.isDead && player.gameMode !== 'spectator' && closeUnusable(game, player)
}

/** The client clicked into its window. Where it foresaw another outcome than ours, it is corrected. */
export function handleClick(game: Game, player: Player, packet: ClickPacket): void {
  const { window } = player
  const mode = clickModeOf(packet.mode)
  if (player.isDead || packet.windowId !== window.id || !closeUnusable(game, player)) return
  noteBelief(game, player, packet)
  if (mode !== null && player.gameMode !== 'spectator') {
    const click: Click = { slot: packet.slot, button: packet.mouseButton, mode }
    clickWindow(window, click, clickContext(game, player))
  }
  // A state that we never sent is the client's way to ask for the whole window.
  if (packet.stateId < 0) {
    sendWindow(game, player)
    return
  }
  // Clients wait for the result of crafting after every click into the grid, changed or not, and for one answer only.
  if (window.layout.gridSlots.includes(packet.slot)) sendSlot(game, player, 0, window.slot(0)?.read() ?? null)
  syncWindow(game, player)
}

/** The player presses a button of its window. */
export function pressButton(game: Game, player: Player, button: number): void {
  if (!mayAct(game, player)) return
  player.window.layout.press?.(button)
  syncWindow(game, player)
}

/** The player types a name for the item in its window. */
export function renameItem(game: Game, player: Player, name: string): void {
  if (!mayAct(game, player)) return
  player.window.layout.rename?.(name)
  syncWindow(game, player)
}

/** The player picks one of a merchant's trades. */
export function selectTrade(game: Game, player: Player, index: number): void {
  if (mayAct(game, player)) player.host?.pickTrade?.(index)
}

/** Creative players make items out of nothing, in any slot of their inventory; slot -1 throws them. */
export function setCreativeSlot(game: Game, player: Player, index: number, stack: ItemStack | null): void {
  if (player.gameMode !== 'creative') {
    syncWindow(game, player)
    return
  }
  const limited =
    stack === null ? null : { ...stack, count: Math.min(stack.count, game.stackSize(stack.name)) }
  if (index === -1 && limited !== null) {
    if (mayConjure(game, player)) tossItem(game, player, limited)
    return
  }
  const slot = player.inventory.window.slot(index)
  if (slot === null || slot.consume !== null) return
  slot.write(limited)
  // Clients of 1.20.1 wait for the answer.
  if (player.window === player.inventory.window) sendSlot(game, player, index, limited)
  else syncWindow(game, player)
}

function clickContext(game: Game, player: Player): ClickContext {
  return {
    cursor: player.cursor,
    creative: player.gameMode === 'creative',
    stackSize: game.stackSize,
    drop: (stack) => tossItem(game, player, stack),
    give: (stack) => gain(game, player, stack),
  }
}

function noteBelief(game: Game, player: Player, packet: ClickPacket): void {
  const { window } = player
  for (const { location, item } of packet.changedSlots) {
    if (window.slot(location) !== null) window.believe(location, game.protocol.readItem(item))
  }
  window.remoteCursor = game.protocol.readItem(packet.cursorItem)
}

/** What the client believes about its belongings stays true when it goes on to another window. */
function carryBelief(from: Window, to: Window): void {
  const start = from.layout.slots.length - SHARED_SLOTS
  for (let index = 0; index < SHARED_SLOTS; index++) {
    to.believe(MAIN_START + index, from.remote(start + index))
  }
}
