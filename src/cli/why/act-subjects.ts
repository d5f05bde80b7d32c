import * as z from 'zod'
import { ingredientKey } from '../../core/claim.ts'
import { itemCountsSchema } from '../../core/item-counts.ts'
import type { TraceEntry } from '../../core/outcome.ts'
import { positionSchema } from '../../core/position.ts'

/** An act that ended, as the trace of an attempt holds it. */
export type Act = Extract<TraceEntry, { type: 'act' }>

/** What an act relies on: keys of claims, or with a `:` at the end the beginning of such keys. */
export function subjectsOf(act: Act): readonly string[] {
  const [first, second] = act.arguments
  switch (act.name) {
    case 'mineBlock':
      return [`drop:${first}`, `tool:${first}`]
    case 'craftItem':
      return [`recipe:${first}:${laidOut(act) ?? ''}`]
    case 'smeltItem':
      return [`smelting:${first}`, `fuel:${second}`]
    case 'killMob':
      return [`mob-drop:${first}`]
    case 'getItemFromChest':
    case 'depositItemIntoChest':
    case 'checkItemInsideChest':
      return placeOf(first)
    default:
      return []
  }
}

function placeOf(argument: unknown): readonly string[] {
  const place = positionSchema.safeParse(argument)
  if (!place.success) return []
  const { x, y, z: depth } = place.data
  const block = [x, y, depth].map(Math.floor).join()
  return [`place:${block}`, `contains:${block}:`]
}

/** The ingredients that were put down, where the act says so. */
function laidOut({ result }: Act): string | null {
  if (result.ok) {
    const value = z.object({ ingredients: itemCountsSchema }).safeParse(result.value)
    return value.success ? ingredientKey(value.data.ingredients) : null
  }
  const list = /^Putting (.+) (?:on the|in the) .+ made nothing/.exec(result.message)?.[1] ?? ''
  const parts = [...list.matchAll(/(\d+) ([a-z0-9_]+)/g)]
  return parts.length === 0
    ? null
    : ingredientKey(Object.fromEntries(parts.map(([, count, item]) => [item, Number(count)])))
}
