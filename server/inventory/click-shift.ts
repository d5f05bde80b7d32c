import type { Click, ClickContext } from './click.ts'
import type { ItemStack } from './item-stack.ts'
import type { Slot } from './slot.ts'
import { moveInto, roomIn, takeResult } from './slot-moves.ts'
import type { Window } from './window.ts'

/** Moves a whole stack to the other part of the window; on a crafting result, crafts as often as possible. */
export function shiftClick(window: Window, click: Click, context: ClickContext): void {
  const slot = window.slot(click.slot)
  const stack = slot?.read() ?? null
  if (slot === null || stack === null || click.button > 1) return
  if (slot.consume !== null) {
    craftAll(window, click.slot, slot, context)
    return
  }
  slot.write(moveTo(window, click.slot, stack, context))
}

function craftAll(window: Window, index: number, slot: Slot, context: ClickContext): void {
  const first = slot.read()
  for (let crafted = 0; crafted < 64; crafted++) {
    const result = slot.read()
    if (result === null || result.name !== first?.name) return
    if (!fits(window, index, result, context)) return
    // First the result, for which there is room: leftovers such as bottles may take the rest.
    moveTo(window, index, result, context)
    takeResult(slot, context)
  }
}

function fits(window: Window, index: number, stack: ItemStack, context: ClickContext): boolean {
  const targets = new Set(window.layout.shiftTargets(index, stack).flat())
  let room = 0
  for (const target of targets) {
    const slot = window.slot(target)
    if (slot !== null) room += roomIn(slot, stack, context)
  }
  return room >= stack.count
}

function moveTo(window: Window, index: number, stack: ItemStack, context: ClickContext): ItemStack | null {
  let rest: ItemStack | null = stack
  for (const targets of window.layout.shiftTargets(index, stack)) {
    if (rest === null) return null
    rest = moveInto(
      window,
      targets.filter((target) => target !== index),
      rest,
      context,
    )
  }
  return rest
}
