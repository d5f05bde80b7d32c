import { CRAFTING_STATION } from '../../../core/stations.ts'
import { cheapest } from '../fill-order.ts'
import { kindOf } from '../kind.ts'
import type { Pen } from './pen.ts'
import { searchHeight } from './search-height.ts'

/** A dig to a height that far below the feet wears out tools, and home is far away from there, in blocks. */
const FAR_DOWN = 32

/** What the way down leads through, of all worlds' blocks: its tools are those that wear out. */
const ROCK = 'stone'

/** Code that takes along what a long dig uses up, and a place to craft at what is found. */
export function provisionLines(height: number, pen: Pen): readonly string[] {
  const spare = spareTool(pen)
  const wanted = [
    ...(spare === null ? [] : [pen.obtain(kindOf(spare), '2')]),
    pen.obtain(kindOf(CRAFTING_STATION), '1'),
  ]
  return [
    `if (bot.entity.position.y > ${height + FAR_DOWN}) {`,
    ...wanted.map((statement) => `  ${statement}`),
    '}',
  ]
}

/**
 * The best tool for rock that is not much dearer than the cheapest: tools are listed from the simplest to the best. One
 * that is made of what lies deep itself does not count: getting it would need a spare tool first.
 */
function spareTool(pen: Pen): string | null {
  const { costs, situation } = pen
  const tools = situation.knowledge.toolFor(ROCK)?.tools ?? []
  const limit = 4 * Math.min(...tools.map((tool) => costs.methodCost(tool)))
  const isFit = (tool: string) => costs.methodCost(tool) <= limit && !comesFromBelow(tool, pen, new Set())
  return tools.findLast(isFit) ?? null
}

/** Also of what is made only from itself again, as ingots from blocks of them: its first source is not in sight here. */
function comesFromBelow(item: string, pen: Pen, path: ReadonlySet<string>): boolean {
  if (path.has(item)) return true
  const method = pen.costs.method(item)
  const inner = new Set(path).add(item)
  const oneOf = (items: readonly string[]) => comesFromBelow(cheapest(items, pen.costs), pen, inner)
  switch (method?.type) {
    case 'mine':
      return (
        searchHeight(
          method.blocks.map((block) => ({ block })),
          pen,
        ) !== null
      )
    case 'craft':
      return method.slots.some((slot) => oneOf(slot.items))
    case 'smelt':
      return oneOf(method.from)
    default:
      return false
  }
}
