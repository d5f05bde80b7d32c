import * as z from 'zod'
import { type ItemCounts, itemCountsSchema } from '../../core/item-counts.ts'
import type { Act } from './seen.ts'

/**
 * The ingredients that crafting put down: those of what was made, or those of "Putting 2 stick and 1 coal on the crafting_table
 * made nothing.", as a player would have seen. Null where the act does not say.
 */
export function laidOut({ result }: Act): ItemCounts | null {
  if (result.ok) return craftedSchema.safeParse(result.value).data?.ingredients ?? null
  const list = /^Putting (.+) (?:on the|in the) .+ made nothing/.exec(result.message)?.[1] ?? ''
  const parts = [...list.matchAll(/(\d+) ([a-z0-9_]+)/g)]
  return parts.length === 0 ? null : Object.fromEntries(parts.map(([, count, item]) => [item, Number(count)]))
}

const craftedSchema = z.object({ ingredients: itemCountsSchema })
