import type { CostTable } from './cost-table.ts'
import { type Kind, kindOf, lastWord } from './kind.ts'
import type { Method, Slot } from './method.ts'

/**
 * Which of a slot's items to go for. Items of one family (their names end alike) that are got in the same way for about
 * the same price stay together, so that code for them works where another member of the family is at hand; among
 * families the cheapest wins.
 */
export function chooseKind(items: readonly string[], costs: CostTable): Kind {
  const byCost = (a: string, b: string) =>
    costs.cost(a) - costs.cost(b) || wordCount(a) - wordCount(b) || (a < b ? -1 : 1)
  const sorted = [...items].sort(byCost)
  const [best] = sorted
  if (best === undefined) throw new Error('A kind needs at least one item.')
  if (costs.isFetched(best, 1)) return kindOf(best)
  const method = costs.method(best)
  if (method !== null && !canShareCode(method)) return kindOf(best)
  const shape = shapeOf(method)
  const limit = costs.methodCost(best) * 3 + 8
  const alike = sorted.filter(
    (item) =>
      lastWord(item) === lastWord(best) &&
      shapeOf(costs.method(item)) === shape &&
      costs.methodCost(item) <= limit,
  )
  return alike.length === 0 ? kindOf(best) : kindOf(...alike)
}

/** Mining and crafting from one ingredient are written for whole families. */
function canShareCode(method: Method): boolean {
  return method.type === 'mine' || (method.type === 'craft' && method.slots.length === 1)
}

/** Of things that cost the same the one with the plainer name is taken: it is the commoner one as a rule. */
function wordCount(name: string): number {
  return name.split('_').length
}

/** Equal for methods that the same code can carry out. */
function shapeOf(method: Method | null): string {
  if (method === null) return 'none'
  switch (method.type) {
    case 'mine':
      return `mine:${method.tools?.join() ?? 'unknown'}`
    case 'craft':
      return `craft:${method.makes}:${method.table}:${method.slots.map(slotShape).join()}`
    case 'smelt':
      return 'smelt'
    case 'hunt':
      return 'hunt'
  }
}

function slotShape({ items, count }: Slot): string {
  return `${count}x${[...new Set(items.map(lastWord))].join('|')}`
}

/** What any member of the kind can be made from, for a kind that is crafted from one ingredient. */
export function ingredientsOf(kind: Kind, costs: CostTable): readonly string[] {
  return [
    ...new Set(
      kind.items.flatMap((item) => {
        const method = costs.method(item)
        return method?.type === 'craft' && method.slots.length === 1
          ? (method.slots[0]?.items ?? []).slice(0, 1)
          : []
      }),
    ),
  ]
}
