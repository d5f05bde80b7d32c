import type { Click, ClickContext } from './click.ts'
import type { Window } from './window.ts'

/** Middle button: gives a creative player a full stack of the item; nothing happens for others. */
export function cloneClick(window: Window, click: Click, context: ClickContext): void {
  const stack = window.slot(click.slot)?.read() ?? null
  if (!context.creative || stack === null || context.cursor.stack !== null) return
  context.cursor.stack = { ...stack, count: context.stackSize(stack.name) }
}
