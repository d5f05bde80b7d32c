import type { Click, ClickContext } from './click.ts'
import { withCount } from './item-stack.ts'
import { takeResult } from './slot-moves.ts'
import type { Window } from './window.ts'

/** Drop key: throws one item of the slot, or all of them with button 1. Only with nothing on the pointer. */
export function throwClick(window: Window, click: Click, context: ClickContext): void {
  const slot = window.slot(click.slot)
  const stack = slot?.read() ?? null
  if (slot === null || stack === null || context.cursor.stack !== null) return
  if (click.button !== 0 && click.button !== 1) return
  const count = click.button === 0 ? 1 : stack.count
  if (slot.consume !== null) {
    if (count < stack.count) return
    takeResult(slot, context)
    context.drop(stack)
    return
  }
  slot.write(withCount(stack, stack.count - count))
  context.drop({ ...stack, count })
}
