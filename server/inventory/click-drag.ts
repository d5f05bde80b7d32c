import type { Click, ClickContext } from './click.ts'
import { type ItemStack, withCount } from './item-stack.ts'
import { roomIn } from './slot-moves.ts'
import type { Window } from './window.ts'

const buttons = ['left', 'right', 'middle'] as const

/**
 * Drags the held stack over slots: left spreads it evenly, right puts one into each, middle (creative) full stacks.
 * The button number holds both the mouse button (times 4) and the phase: 0 start, 1 over a slot, 2 end.
 */
export function dragClick(window: Window, click: Click, context: ClickContext): void {
  const button = buttons[click.button >> 2]
  const phase = click.button & 3
  const held = context.cursor.stack
  if (button === undefined || held === null || (button === 'middle' && !context.creative)) {
    window.drag = null
  } else if (phase === 0) {
    window.drag = { button, slots: new Set() }
  } else if (window.drag === null || window.drag.button !== button) {
    window.drag = null
  } else if (phase === 1) {
    addSlot(window, window.drag.slots, click.slot, context)
  } else if (phase === 2) {
    distribute(window, window.drag.slots, held, context)
    window.drag = null
  }
}

function addSlot(window: Window, slots: Set<number>, index: number, context: ClickContext): void {
  const slot = window.slot(index)
  const held = context.cursor.stack
  if (slot === null || held === null || roomIn(slot, held, context) === 0) return
  const enough = window.drag?.button === 'middle' || held.count > slots.size
  if (enough) slots.add(index)
}

function distribute(window: Window, indices: Set<number>, held: ItemStack, context: ClickContext): void {
  const button = window.drag?.button ?? 'left'
  if (indices.size === 0) return
  const share = { left: Math.floor(held.count / indices.size), right: 1, middle: Number.POSITIVE_INFINITY }[
    button
  ]
  let left = held.count
  for (const index of indices) {
    const slot = window.slot(index)
    if (slot === null) continue
    const available = button === 'middle' ? share : Math.min(share, left)
    const count = Math.min(available, roomIn(slot, held, context))
    if (count <= 0) continue
    slot.write({ ...held, count: (slot.read()?.count ?? 0) + count })
    if (button !== 'middle') left -= count
  }
  context.cursor.stack = withCount(held, left)
}
