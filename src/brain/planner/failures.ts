import type { Attempt } from '../../core/attempt.ts'
import { claimKey } from '../../core/claim.ts'
import { type FailedAct, failedActs, searchedInVain } from '../../core/failed-acts.ts'
import { itemCountsSchema } from '../../core/item-counts.ts'
import type { Json } from '../../core/json.ts'
import { positionSchema } from '../../core/position.ts'

/** Library skills that threw in an attempt that failed. */
export function failedSkills(attempts: readonly Attempt[]): ReadonlySet<string> {
  const failed = attempts.filter((attempt) => !attempt.verdict.success)
  return new Set(
    failed.flatMap((attempt) => [
      ...(attempt.reused === null ? [] : [attempt.reused.name]),
      ...(attempt.outcome?.trace ?? []).flatMap((entry) =>
        entry.type === 'skill' && entry.phase === 'threw' ? [entry.name] : [],
      ),
    ]),
  )
}

/**
 * How much dearer each method counts after what failed, by the key of the claim that it rests on.
 *
 * @param remembered keys of methods that failed before, each as often as it did
 */
export function penaltiesFor(
  attempts: readonly Attempt[],
  remembered: readonly string[] = [],
): ReadonlyMap<string, number> {
  const failed = attempts.filter((attempt) => !attempt.verdict.success)
  const keys = failed.flatMap((attempt) => {
    const searched = searchedInVain(attempt).map((block) => `drop:${block}`)
    return [...new Set([...failedActs(attempt).flatMap(methodKey), ...searched, ...closedChests(attempt)])]
  })
  const penalties = new Map<string, number>()
  for (const key of [...keys, ...remembered]) {
    penalties.set(key, (penalties.get(key) ?? 0) + FAILURE_PENALTY)
  }
  return penalties
}

/** Keys of what was to be taken out of chests that could not be got at. What they lack is learned as such. */
function closedChests({ outcome }: Attempt): readonly string[] {
  return (outcome?.trace ?? []).flatMap((entry) => {
    if (entry.type !== 'act' || entry.name !== 'getItemFromChest' || entry.result.ok) return []
    const [place, items] = entry.arguments
    const position = positionSchema.safeParse(place)
    const counts = itemCountsSchema.safeParse(items)
    if (entry.result.code === 'not-found' || !position.success || !counts.success) return []
    return Object.entries(counts.data).map(([item, count]) =>
      claimKey({ type: 'contains', position: position.data, item, count }),
    )
  })
}

/** What a failure adds to a method's cost: enough to prefer a detour, not enough to give up for good. */
const FAILURE_PENALTY = 15

/** Key of the claim that a way to get something rests on; none for acts that get nothing. */
export function methodKey({ act, name }: Pick<FailedAct, 'act' | 'name'>): readonly string[] {
  if (act === 'mineBlock') return [`drop:${name}`]
  return act === 'killMob' ? [`mob-drop:${name}`] : []
}

export function isJsonEqual(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
