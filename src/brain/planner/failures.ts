import type { Attempt } from '../../core/attempt.ts'
import type { Json } from '../../core/json.ts'
import type { FailureCode } from '../../core/primitive-result.ts'

/** An act of an earlier attempt that did not work. */
export interface FailedAct {
  readonly act: string
  /** The first name among its arguments: what was to be mined, crafted or killed. */
  readonly name: string
  readonly code: FailureCode
  readonly message: string
}

export function failedActs(attempt: Attempt): readonly FailedAct[] {
  return (attempt.outcome?.trace ?? []).flatMap((entry) => {
    if (entry.type !== 'act' || entry.result.ok) return []
    const name = entry.arguments.find((value): value is string => typeof value === 'string') ?? ''
    return [{ act: entry.name, name, code: entry.result.code, message: entry.result.message }]
  })
}

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

/** How much dearer each method counts after what failed, by the key of the claim that it rests on. */
export function penaltiesFor(attempts: readonly Attempt[]): ReadonlyMap<string, number> {
  const penalties = new Map<string, number>()
  for (const attempt of attempts) {
    if (attempt.verdict.success) continue
    const keys = new Set([...failedActs(attempt).flatMap(claimKeys), ...searchedInVain(attempt)])
    for (const key of keys) penalties.set(key, (penalties.get(key) ?? 0) + FAILURE_PENALTY)
  }
  return penalties
}

/** What a failure adds to a method's cost: enough to prefer a detour, not enough to give up for good. */
const FAILURE_PENALTY = 15

function claimKeys({ act, name }: FailedAct): readonly string[] {
  if (act === 'mineBlock') return [`drop:${name}`]
  return act === 'killMob' ? [`mob-drop:${name}`] : []
}

/** Keys of the drops that were looked for in vain: search skills name the blocks in the error that ends the attempt. */
export function searchedInVain({ outcome }: Attempt): readonly string[] {
  const names = /Looked for ([\w, ]+) (?:in all directions|underground)/.exec(
    outcome?.error?.message ?? '',
  )?.[1]
  return names?.split(', ').map((name) => `drop:${name}`) ?? []
}

export function isJsonEqual(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
