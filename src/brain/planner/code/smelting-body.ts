import { SMELTING_STATION } from '../../../core/stations.ts'
import { chooseKind } from '../choose-kind.ts'
import type { Method } from '../method.ts'
import { chooseFuel } from '../plan.ts'
import type { Loop } from './obtain-body.ts'
import { type Pen, quotedList } from './pen.ts'
import { stationLines } from './station-lines.ts'

type Smelt = Extract<Method, { type: 'smelt' }>

/** Gets what is smelted and something to burn, then smelts. */
export function smeltingBody(method: Smelt, pen: Pen): Loop {
  pen.relyOn(method.relies)
  const station = stationLines(SMELTING_STATION, pen)
  const source = chooseKind(method.from, pen.costs)
  const fuel = chooseFuel(pen.costs, pen.situation, source.items)
  if (fuel === null) return { setup: [], rounds: 0, round: [] }
  const burning = chooseKind(fuel.items, pen.costs)
  pen.relyOn(burning.items.map((item) => `fuel:${item}`))
  return {
    setup: [
      ...station.setup,
      `const sources = ${quotedList(source.items)}`,
      `const fuels = ${quotedList(burning.items)}`,
      'const plenty = (names) => names.reduce((best, name) => (held(name) > held(best) ? name : best))',
    ],
    rounds: 5,
    round: [
      'const missing = Math.min(count - most(), 64)',
      ...station.before,
      pen.obtain(source, 'missing'),
      pen.obtain(burning, fuel.smelts === 1 ? 'missing' : `Math.ceil(missing / ${fuel.smelts})`),
      ...station.after,
      'const result = await smeltItem(bot, plenty(sources), plenty(fuels), missing)',
      "if (result.code === 'unknown-recipe') throw new Error(result.message)",
      'if (!result.ok) problem = result.message',
      ...station.tried,
    ],
  }
}
