import type { Outcome } from './outcome.ts'
import type { FailureCode } from './primitive-result.ts'

/** An act of an attempt that did not work. */
export interface FailedAct {
  readonly act: string
  /** The first name among its arguments: what was to be mined, crafted or killed. Empty where there is none. */
  readonly name: string
  readonly code: FailureCode
  readonly message: string
}

/** In the order in which they happened; none for an attempt that did not run. */
export function failedActs({ outcome }: { readonly outcome: Outcome | null }): readonly FailedAct[] {
  return (outcome?.trace ?? []).flatMap((entry) => {
    if (entry.type !== 'act' || entry.result.ok) return []
    const name = entry.arguments.find((value): value is string => typeof value === 'string') ?? ''
    return [{ act: entry.name, name, code: entry.result.code, message: entry.result.message }]
  })
}

/** Blocks that were looked for in vain: search skills name them in the error that ends the attempt. */
export function searchedInVain({ outcome }: { readonly outcome: Outcome | null }): readonly string[] {
  const names = /Looked for ([\w, ]+) (?:in all directions|underground)/.exec(
    outcome?.error?.message ?? '',
  )?.[1]
  return names?.split(', ') ?? []
}
