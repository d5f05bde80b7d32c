import type { Click, ClickContext } from './click.ts'
import type { ItemStack } from './item-stack.ts'
import type { Slot } from './slot.ts'
import { takeResult } from './slot-moves.ts'
import type { Window } from './window.ts'

const OFF_HAND_BUTTON = 40

/** Number key: swaps the slot under the pointer with a hotbar place or the off-hand. */
export function swapClick(window: Window, click: Click, context: ClickContext): void {
  const slot = window.slot(click.slot)
  const other = swapPartner(window, click.button)
  if (slot === null || other === null || slot === other || other.consume !== null) return
  if (slot.consume !== null) {
    takeResultTo(slot, other, context)
    return
  }
  const mine = slot.read()
  const theirs = other.read()
  if (!mayHold(slot, theirs, context) || !mayHold(other, mine, context)) return
  slot.write(theirs)
  other.write(mine)
}

function swapPartner(window: Window, button: number): Slot | null {
  const { hotbarStart, offHandSlot } = window.layout
  if (button === OFF_HAND_BUTTON) return offHandSlot === null ? null : window.slot(offHandSlot)
  return button >= 0 && button <= 8 ? window.slot(hotbarStart + button) : null
}

function takeResultTo(slot: Slot, other: Slot, context: ClickContext): void {
  const result = slot.read()
  if (result === null || other.read() !== null || !mayHold(other, result, context)) return
  takeResult(slot, context)
  // Leftovers such as empty buckets may have taken the place in the meantime.
  if (other.read() === null) other.write(result)
  else context.give(result)
}

function mayHold(slot: Slot, stack: ItemStack | null, context: ClickContext): boolean {
  if (stack === null) return true
  return slot.accepts(stack) && stack.count <= Math.min(slot.limit, context.stackSize(stack.name))
}
