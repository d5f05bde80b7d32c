import type { Belief } from '../core/belief.ts'
import type { ItemCounts } from '../core/item-counts.ts'

/** What the partner is believed to have: of each item the newest of what it has and what it spares counts. */
export function believedStock(beliefs: readonly Belief[], partner: string): ItemCounts {
  const known = new Map<string, { readonly count: number; readonly tick: number }>()
  for (const { status, claim, tick } of beliefs) {
    if (status !== 'held' || (claim?.type !== 'holds' && claim?.type !== 'spares')) continue
    const before = known.get(claim.item)
    if (claim.agent === partner && tick >= (before?.tick ?? 0))
      known.set(claim.item, { count: claim.count, tick })
  }
  return Object.fromEntries([...known].map(([item, { count }]) => [item, count]))
}
