import type { Click, ClickContext } from './click.ts'
import { type ItemStack, sameItem, withCount } from './item-stack.ts'
import type { Slot } from './slot.ts'
import { roomIn, takeResult } from './slot-moves.ts'
import type { Window } from './window.ts'

export const OUTSIDE = -999

/** Left button: pick up, put down, merge or swap. Right button: half of it, or one. Outside: drop. */
export function pickUpClick(window: Window, click: Click, context: ClickContext): void {
  if (click.button !== 0 && click.button !== 1) return
  const whole = click.button === 0
  if (click.slot === OUTSIDE) {
    dropFromCursor(whole, context)
    return
  }
  const slot = window.slot(click.slot)
  if (slot === null) return
  if (slot.consume !== null) {
    takeResultToCursor(slot, context)
    return
  }
  const { stack: held } = context.cursor
  const there = slot.read()
  if (held === null) {
    if (there !== null) pickUp(slot, there, whole ? there.count : Math.ceil(there.count / 2), context)
  } else if (there === null || (sameItem(there, held) && slot.accepts(held))) {
    putDown(slot, held, whole ? held.count : 1, context)
  } else if (sameItem(there, held)) {
    fillCursor(slot, there, held, context)
  } else if (slot.accepts(held) && held.count <= Math.min(slot.limit, context.stackSize(held.name))) {
    slot.write(held)
    context.cursor.stack = there
  }
}

function dropFromCursor(whole: boolean, context: ClickContext): void {
  const held = context.cursor.stack
  if (held === null) return
  const dropped = withCount(held, whole ? held.count : 1)
  context.cursor.stack = whole ? null : withCount(held, held.count - 1)
  if (dropped !== null) context.drop(dropped)
}

function takeResultToCursor(slot: Slot, context: ClickContext): void {
  const result = slot.read()
  const held = context.cursor.stack
  if (result === null) return
  if (held !== null && !sameItem(held, result)) return
  const count = (held?.count ?? 0) + result.count
  if (count > context.stackSize(result.name)) return
  takeResult(slot, context)
  context.cursor.stack = { ...result, count }
}

function pickUp(slot: Slot, there: ItemStack, count: number, context: ClickContext): void {
  context.cursor.stack = withCount(there, count)
  slot.write(withCount(there, there.count - count))
}

function putDown(slot: Slot, held: ItemStack, wanted: number, context: ClickContext): void {
  const count = Math.min(wanted, roomIn(slot, held, context))
  if (count <= 0) return
  slot.write({ ...held, count: (slot.read()?.count ?? 0) + count })
  context.cursor.stack = withCount(held, held.count - count)
}

function fillCursor(slot: Slot, there: ItemStack, held: ItemStack, context: ClickContext): void {
  if (held.count + there.count > context.stackSize(held.name)) return
  context.cursor.stack = { ...held, count: held.count + there.count }
  slot.write(null)
}
