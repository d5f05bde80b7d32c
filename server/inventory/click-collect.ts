import type { Click, ClickContext } from './click.ts'
import { sameItem, withCount } from './item-stack.ts'
import type { Window } from './window.ts'

/** Double click: gathers equal items from all over the window onto the pointer, part-filled slots first. */
export function collectClick(window: Window, click: Click, context: ClickContext): void {
  const clicked = window.slot(click.slot)
  if (clicked === null || clicked.read() !== null || context.cursor.stack === null) return
  gather(window, context, false)
  gather(window, context, true)
}

function gather(window: Window, context: ClickContext, fromFullStacks: boolean): void {
  for (const slot of window.layout.slots) {
    const held = context.cursor.stack
    const there = slot.read()
    if (held === null || there === null || slot.consume !== null || !sameItem(held, there)) continue
    const limit = context.stackSize(held.name)
    if (!fromFullStacks && there.count >= limit) continue
    const count = Math.min(there.count, limit - held.count)
    if (count <= 0) return
    context.cursor.stack = { ...held, count: held.count + count }
    slot.write(withCount(there, there.count - count))
  }
}
