import { assertNever } from '../../src/core/assert-never.ts'
import { cloneClick } from './click-clone.ts'
import { collectClick } from './click-collect.ts'
import { dragClick } from './click-drag.ts'
import { pickUpClick } from './click-pick-up.ts'
import { shiftClick } from './click-shift.ts'
import { swapClick } from './click-swap.ts'
import { throwClick } from './click-throw.ts'
import type { ItemStack } from './item-stack.ts'
import type { Cursor, Window } from './window.ts'

export type ClickMode = 'pick-up' | 'shift' | 'swap' | 'clone' | 'throw' | 'drag' | 'collect'

/** The modes in the order of their protocol numbers. */
const modes: readonly ClickMode[] = ['pick-up', 'shift', 'swap', 'clone', 'throw', 'drag', 'collect']

/** A click as the protocol describes it. The slot -999 is outside the window. */
export interface Click {
  readonly slot: number
  readonly button: number
  readonly mode: ClickMode
}

/** What clicking needs to know of, and do to, the world outside the window. */
export interface ClickContext {
  readonly cursor: Cursor
  readonly creative: boolean
  /** Most items of the name in one slot. */
  stackSize(name: string): number
  /** Throws the stack out into the world. */
  drop(stack: ItemStack): void
  /** Puts the stack into the player's inventory, or drops what does not fit. */
  give(stack: ItemStack): void
}

/** The mode of a protocol number; null for a number that is no mode. */
export function clickModeOf(number: number): ClickMode | null {
  return modes[number] ?? null
}

/**
 * Carries out a click by the rules of the vanilla game. No item is created or lost, except that taking a crafting
 * result uses up the ingredients and that creative players clone. Clicks that make no sense change nothing.
 */
export function clickWindow(window: Window, click: Click, context: ClickContext): void {
  if (click.mode !== 'drag') window.drag = null
  if (window.slot(click.slot)?.canTake?.() === false) return
  switch (click.mode) {
    case 'pick-up':
      pickUpClick(window, click, context)
      break
    case 'shift':
      shiftClick(window, click, context)
      break
    case 'swap':
      swapClick(window, click, context)
      break
    case 'clone':
      cloneClick(window, click, context)
      break
    case 'throw':
      throwClick(window, click, context)
      break
    case 'drag':
      dragClick(window, click, context)
      break
    case 'collect':
      collectClick(window, click, context)
      break
    default:
      assertNever(click.mode)
  }
}
