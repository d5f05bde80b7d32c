import type { Json } from './json.ts'
import type { Outcome } from './outcome.ts'
import type { Finding } from './program.ts'
import type { SkillDraft } from './skill.ts'

/** One try at a task: what was written, what became of it, and what was made of that. */
export interface Attempt {
  /** Counts from 1 within the task's step. */
  readonly number: number
  readonly draft: SkillDraft
  readonly arguments: readonly Json[]
  /** Set when the code is a library skill that was used as it is. */
  readonly reused: { readonly name: string; readonly version: number } | null
  /** What the static check found; the code did not run unless this is empty. */
  readonly findings: readonly Finding[]
  /** Null when it did not run. */
  readonly outcome: Outcome | null
  readonly verdict: Verdict
  /** Keys of the claims that the code relies on. */
  readonly dependsOn: readonly string[]
}

/** Whether an attempt reached its task's goal, and why one thinks so. */
export interface Verdict {
  readonly success: boolean
  /** What is missing or went wrong, for the next attempt. */
  readonly critique: string
  readonly by: 'goal' | 'brain' | 'check'
}
