import * as z from 'zod'
import type { Episode } from './episode.ts'
import { itemCountsSchema } from './item-counts.ts'
import type { Outcome } from './outcome.ts'
import { positionSchema } from './position.ts'

type Obtained = Episode['attempts'][number]['obtained'][number]

/** What primitives that bring items answer, as far as it is told here. */
const broughtSchema = z.object({ gained: itemCountsSchema, at: positionSchema.nullable().default(null) })

const BRINGING: ReadonlySet<string> = new Set(['mineBlock', 'killMob', 'smeltItem', 'craftItem'])

/**
 * What the acts of an attempt brought, by act and by what it was about. Of each the time counts from the end of whatever
 * was brought before: what lies in between was done for it.
 */
export function obtained({ outcome }: { readonly outcome: Outcome | null }): readonly Obtained[] {
  const found = new Map<string, Obtained>()
  let since = outcome?.startTick ?? 0
  for (const entry of outcome?.trace ?? []) {
    if (entry.type !== 'act' || !entry.result.ok || !BRINGING.has(entry.name)) continue
    const [name] = entry.arguments
    const brought = broughtSchema.safeParse(entry.result.value)
    if (typeof name !== 'string' || !brought.success) continue
    const { gained, at } = brought.data
    const key = `${entry.name} ${name}`
    const before = found.get(key)
    found.set(key, {
      act: entry.name,
      name,
      items: sumOf(before?.items ?? {}, gained),
      position: at ?? before?.position ?? null,
      ticks: (before?.ticks ?? 0) + Math.max(0, entry.tick - since),
    })
    since = entry.tick
  }
  return [...found.values()].slice(-MOST_OBTAINED)
}

/** Of an attempt's many things the last ones are remembered: they are what it was about. */
const MOST_OBTAINED = 12

function sumOf(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return Object.fromEntries(names.map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]))
}
