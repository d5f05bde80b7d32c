import type { ClickContext } from './click.ts'
import { type ItemStack, sameItem, withCount } from './item-stack.ts'
import type { Slot } from './slot.ts'
import type { Window } from './window.ts'

/** How many more items like the stack the slot takes. */
export function roomIn(slot: Slot, stack: ItemStack, context: Pick<ClickContext, 'stackSize'>): number {
  if (slot.consume !== null || !slot.accepts(stack)) return 0
  const there = slot.read()
  if (there !== null && !sameItem(there, stack)) return 0
  const limit = Math.min(slot.limit, context.stackSize(stack.name))
  return Math.max(0, limit - (there?.count ?? 0))
}

/** Takes what a result slot shows: uses up the ingredients; leftovers such as empty buckets go to the player. */
export function takeResult(slot: Slot, context: ClickContext): void {
  for (const leftover of slot.consume?.() ?? []) context.give(leftover)
}

/**
 * Moves as much of the stack as fits into the slots, first onto equal items and then into empty places.
 *
 * @returns what did not fit
 */
export function moveInto(
  window: Window,
  targets: readonly number[],
  stack: ItemStack,
  context: Pick<ClickContext, 'stackSize'>,
): ItemStack | null {
  const slots = targets.map((index) => window.slot(index)).filter((slot) => slot !== null)
  const afterMerge = spread(slots, stack, context, (slot) => slot.read() !== null)
  return afterMerge === null ? null : spread(slots, afterMerge, context, (slot) => slot.read() === null)
}

function spread(
  slots: readonly Slot[],
  stack: ItemStack,
  context: Pick<ClickContext, 'stackSize'>,
  eligible: (slot: Slot) => boolean,
): ItemStack | null {
  let rest: ItemStack | null = stack
  for (const slot of slots) {
    if (rest === null) return null
    if (!eligible(slot)) continue
    const count = Math.min(rest.count, roomIn(slot, rest, context))
    if (count === 0) continue
    slot.write({ ...rest, count: (slot.read()?.count ?? 0) + count })
    rest = withCount(rest, rest.count - count)
  }
  return rest
}
