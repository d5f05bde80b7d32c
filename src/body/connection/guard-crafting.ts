import type { EventEmitter } from 'node:events'
import { realTimers } from '../../core/real-timers.ts'
import type { Bot, Window } from '../mineflayer-library.ts'

/** What Mineflayer's crafting calls, and what tells it of windows. */
export type CraftingBot = Pick<Bot, 'craft' | 'clickWindow' | 'putAway' | 'closeWindow'> & {
  putSelectedItemRange(start: number, end: number, window: Window, slot: number | null): Promise<void>
  on(event: 'windowOpen' | 'windowClose', listener: (window: Window | null) => void): unknown
}

/**
 * Ends crafting whose window closes, or has another one open in its place, at once and with an error. Mineflayer's crafting
 * does not notice: it goes on in whatever window is open then, and clicks there for ever, in no time at all, since nothing
 * of that changes what it takes to be in hand.
 */
export function guardCrafting(bot: CraftingBot): void {
  const guard = new CraftingGuard((window) => bot.closeWindow(window))
  const craft = bot.craft.bind(bot)
  bot.craft = (...order) => guard.during(() => craft(...order))
  bot.on('windowOpen', (window) => guard.open(window))
  bot.on('windowClose', (window) => guard.close(window))
  bot.clickWindow = guard.unlessOver(bot.clickWindow)
  bot.putAway = guard.unlessOver(bot.putAway)
  bot.putSelectedItemRange = guard.unlessOver(bot.putSelectedItemRange)
}

class CraftingGuard {
  readonly #closeWindow: (window: Window) => void
  /** The crafting under way, with its window once that is open. */
  #crafting: { window: Window | null } | null = null
  #refuses = false
  /** The window that opened in the place of the one that was crafted in. */
  #other: Window | null = null

  constructor(closeWindow: (window: Window) => void) {
    this.#closeWindow = closeWindow
  }

  async during(craft: () => Promise<void>): Promise<void> {
    const crafting = { window: null }
    this.#crafting = crafting
    try {
      await craft()
    } finally {
      this.#refuses = false
      if (this.#crafting === crafting) this.#crafting = null
      if (this.#other !== null) this.#closeWindow(this.#other)
      this.#other = null
    }
  }

  open(window: Window | null): void {
    if (this.#crafting === null) return
    if (this.#crafting.window === null) this.#crafting.window = window
    else if (this.#crafting.window !== window) {
      this.#other = window
      this.#end(this.#crafting.window)
    }
  }

  close(window: Window | null): void {
    if (window !== null && this.#crafting?.window === window) this.#end(window)
  }

  unlessOver<Parameters extends unknown[]>(
    click: (...parameters: Parameters) => Promise<void>,
  ): (...parameters: Parameters) => Promise<void> {
    return async (...parameters) => {
      if (this.#refuses) throw new Error('its window closed before it was done')
      await click(...parameters)
    }
  }

  /** Who waits for the outcome of a click goes on at once, with nothing in hand, and meets a refusal. */
  #end(window: Window): void {
    this.#crafting = null
    this.#refuses = true
    realTimers.setImmediate(() => {
      this.#refuses = false
    })
    window.selectedItem = null
    const waited = window as unknown as EventEmitter
    waited.emit('updateSlot:0', null, null)
  }
}
