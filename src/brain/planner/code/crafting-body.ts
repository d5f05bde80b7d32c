import { CRAFTING_STATION } from '../../../core/stations.ts'
import { chooseKind, ingredientsOf } from '../choose-kind.ts'
import { orderedSlots } from '../fill-order.ts'
import type { Kind } from '../kind.ts'
import type { Method, Slot } from '../method.ts'
import type { Loop } from './obtain-body.ts'
import { type Pen, quoted } from './pen.ts'
import { NO_STATION, stationLines } from './station-lines.ts'

type Craft = Extract<Method, { type: 'craft' }>

/** Several rounds, since getting one ingredient can use up another. */
const ROUNDS = 5

/** Gets the ingredients, then crafts. */
export function craftingBody(kind: Kind, method: Craft, pen: Pen): Loop {
  const [item = ''] = kind.items
  pen.relyOn(kind.items.flatMap((name) => pen.costs.method(name)?.relies ?? []))
  return kind.items.length === 1 ? craftOne(item, method, pen) : craftAny(kind, method, pen)
}

function craftOne(item: string, method: Craft, pen: Pen): Loop {
  const station = method.table ? stationLines(CRAFTING_STATION, pen) : NO_STATION
  const ingredients = orderedSlots(method.slots, pen.costs).map((slot) =>
    pen.obtain(chooseKind(slot.items, pen.costs), times(slot.count, 'repeats')),
  )
  return {
    setup: station.setup,
    rounds: ROUNDS,
    round: [
      `const repeats = ${repeatsFor('(count - most())', method.makes)}`,
      ...station.before,
      ...ingredients,
      ...station.after,
      ...craftLines(quoted(item)),
      ...station.tried,
    ],
  }
}

/** Crafts the member of the kind for which most is there already: any planks from any logs. */
function craftAny(kind: Kind, method: Craft, pen: Pen): Loop {
  const station = method.table ? stationLines(CRAFTING_STATION, pen) : NO_STATION
  const [slot] = method.slots
  const source: Slot = { items: ingredientsOf(kind, pen.costs), count: slot?.count ?? 1 }
  const from = kind.items.map((item) => `${item}: ${quoted(ingredientFor(item, pen))}`)
  return {
    setup: [
      `const madeFrom = { ${from.join(', ')} }`,
      `const repeatsFor = (kind) => ${repeatsFor('(count - held(kind))', method.makes)}`,
      `const lacking = (kind) => ${times(source.count, 'repeatsFor(kind)')} - held(madeFrom[kind])`,
      'const easiest = () => kinds.reduce((best, kind) => (lacking(kind) < lacking(best) ? kind : best))',
      ...station.setup,
    ],
    rounds: 2 * ROUNDS,
    round: [
      ...station.before,
      'if (lacking(easiest()) > 0) {',
      `  ${pen.obtain(chooseKind(source.items, pen.costs), times(source.count, 'repeatsFor(easiest())'))}`,
      '  continue',
      '}',
      ...station.after,
      'const repeats = repeatsFor(easiest())',
      ...craftLines('easiest()'),
      ...station.tried,
    ],
  }
}

function ingredientFor(item: string, { costs }: Pen): string {
  const method = costs.method(item)
  return (method?.type === 'craft' ? method.slots[0]?.items[0] : undefined) ?? item
}

function craftLines(item: string): readonly string[] {
  return [
    `const result = await craftItem(bot, ${item}, repeats)`,
    "if (result.code === 'unknown-recipe') throw new Error(result.message)",
    'if (!result.ok) problem = result.message',
  ]
}

function repeatsFor(missing: string, makes: number): string {
  return makes === 1 ? missing.slice(1, -1) : `Math.ceil(${missing} / ${makes})`
}

function times(count: number, repeats: string): string {
  return count === 1 ? repeats : `${count} * ${repeats}`
}
