import type { Player } from '../../../../server/game/player.ts'
import { countItems } from '../../../support/server-actions.ts'

type Counts = Readonly<Record<string, number>>
/** Says what is wrong with a change of all items; empty when the rules explain it. */
type Explanation = (before: Counts, after: Counts) => string

/** What the acts of a test can change by the rules, from how things stand before. */
export function explains(
  player: Player | undefined,
  act: { readonly kind: string; readonly slot?: number },
): Explanation {
  if (act.kind === 'wait') return smelting
  if (act.kind === 'press') return enchanting
  if (player === undefined) return nothing
  const result = player.window.slot(act.slot ?? -1)
  const made = result?.consume == null ? null : result.read()
  if (made === null) return nothing
  const { kind, gridSlots } = player.window.layout
  if (kind === 'anvil' || kind === 'grindstone') return working(made.name, made.count)
  if (kind === 'merchant') return trading(made.name, made.count)
  const ingredients = gridSlots
    .slice(gridSlots[0] === 0 ? 1 : 0)
    .flatMap((index) => player.window.slot(index)?.read() ?? [])
  const used = countItems(ingredients.map((stack) => ({ ...stack, count: 1 })))
  const left = used.honey_bottle ?? 0
  const once: Record<string, number> = { [made.name]: made.count }
  for (const [name, count] of Object.entries(used)) once[name] = (once[name] ?? 0) - count
  if (left > 0) once.glass_bottle = (once.glass_bottle ?? 0) + left
  return (before, after) => multipleOf(once, before, after)
}

function difference(before: Counts, after: Counts): Counts {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  const changed = [...names].map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)] as const)
  return Object.fromEntries(changed.filter(([, count]) => count !== 0))
}

const nothing: Explanation = (before, after) => told(difference(before, after), 'nothing may change')

/** Furnaces turn cobblestone to stone, logs to charcoal, one for one, and burn fuel. */
const smelting: Explanation = (before, after) => {
  const {
    stone = 0,
    charcoal = 0,
    cobblestone = 0,
    oak_log = 0,
    oak_planks = 0,
    stick = 0,
    coal = 0,
    ...rest
  } = difference(before, after)
  const isRight = stone + cobblestone === 0 && charcoal + oak_log <= 0
  const onlyBurns = oak_planks <= 0 && stick <= 0 && coal <= 0
  return isRight && onlyBurns
    ? told(rest, 'furnaces change other things')
    : told(difference(before, after), 'bad furnace')
}

const enchanting: Explanation = (before, after) => {
  const { lapis_lazuli = 0, ...rest } = difference(before, after)
  return lapis_lazuli > 0 || lapis_lazuli < -3 ? 'lapis' : told(rest, 'enchanting costs lapis only')
}

function working(name: string, count: number): Explanation {
  return (before, after) => {
    const changed = difference(before, after)
    const gained = Object.entries(changed).filter(([, by]) => by > 0)
    const isRight = gained.every(([item, by]) => item === name && by <= count)
    const sum = Object.values(changed).reduce((total, by) => total + by, 0)
    return isRight && sum <= 0 ? '' : told(changed, 'bad work')
  }
}

/** A trade gives its goods, some times over, and takes something for them. */
function trading(name: string, count: number): Explanation {
  return (before, after) => {
    const changed = difference(before, after)
    const { [name]: gained = 0, ...paid } = changed
    const isPaid = gained === 0 ? Object.keys(paid).length === 0 : Object.keys(paid).length > 0
    const isRight = gained >= 0 && gained % count === 0 && Object.values(paid).every((by) => by < 0)
    return isRight && isPaid ? '' : told(changed, 'bad trade')
  }
}

function multipleOf(once: Counts, before: Counts, after: Counts): string {
  const changed = difference(before, after)
  const [name] = Object.keys(changed)
  if (name === undefined) return ''
  const times = (changed[name] ?? 0) / (once[name] ?? Number.NaN)
  const expected = Object.fromEntries(
    Object.entries(once)
      .filter(([, by]) => by !== 0)
      .map(([item, by]) => [item, by * times]),
  )
  const isSame =
    JSON.stringify(Object.entries(expected).sort()) === JSON.stringify(Object.entries(changed).sort())
  return isSame && Number.isInteger(times) && times > 0
    ? ''
    : `${told(changed, 'bad crafting of')} ${JSON.stringify(once)}`
}

function told(changed: Counts, what: string): string {
  return Object.keys(changed).length === 0 ? '' : `${what}: ${JSON.stringify(changed)}`
}
