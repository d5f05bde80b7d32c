import { chooseKind } from './choose-kind.ts'
import type { CostTable } from './cost-table.ts'
import { type Kind, kindKey, kindOf } from './kind.ts'
import type { Slot } from './method.ts'

/** The first of the cheapest: tools are listed from the simplest to the best. */
export function cheapest(items: readonly string[], costs: CostTable): string {
  const [best] = [...items].sort((a, b) => costs.cost(a) - costs.cost(b))
  if (best === undefined) throw new Error('There is no cheapest of no items.')
  return best
}

/**
 * Slots in the order in which to fill them: what is made from another slot's items comes before those, so that filling
 * it does not use them up. (Sticks before planks.)
 */
export function orderedSlots(slots: readonly Slot[], costs: CostTable): readonly Slot[] {
  const depth = (slot: Slot) => depthOf(chooseKind(slot.items, costs), costs, new Set())
  return [...slots].sort((a, b) => depth(b) - depth(a))
}

/** Number of methods on the longest way down from the kind. */
function depthOf(kind: Kind, costs: CostTable, path: ReadonlySet<string>): number {
  const key = kindKey(kind)
  const [item] = kind.items
  const method = item === undefined || path.has(key) ? null : costs.method(item)
  if (method === null) return 0
  const inner = new Set(path).add(key)
  const down = (items: readonly string[]) => depthOf(chooseKind(items, costs), costs, inner)
  switch (method.type) {
    case 'mine':
      return 1 + (method.tools?.length ? depthOf(kindOf(cheapest(method.tools, costs)), costs, inner) : 0)
    case 'craft':
      return 1 + Math.max(0, ...method.slots.map((slot) => down(slot.items)))
    case 'smelt':
      return 1 + down(method.from)
    case 'hunt':
      return 1
  }
}
