import type { Attempt, Verdict } from '../../core/attempt.ts'
import type { Judge, MindView } from '../../core/brain.ts'
import type { Task } from '../../core/desire.ts'
import { failedActs } from '../../core/failed-acts.ts'

/** Without a goal to check, code counts as a success when it ran to its end and its last act worked. */
export class PlannerJudge implements Judge {
  async judge(_view: MindView, task: Task, attempt: Omit<Attempt, 'verdict'>): Promise<Verdict> {
    const critique = critiqueOf(attempt)
    return critique === null
      ? { success: true, critique: `The code for "${task.text}" ran to its end.`, by: 'brain' }
      : { success: false, critique, by: 'brain' }
  }
}

function critiqueOf(attempt: Omit<Attempt, 'verdict'>): string | null {
  const { findings, outcome } = attempt
  if (findings.length > 0) return findings.map((finding) => finding.message).join(' ')
  if (outcome === null) return 'The code did not run.'
  if (outcome.status !== 'completed')
    return outcome.error?.message ?? `The code ended as "${outcome.status}".`
  const last = outcome.trace.findLast((entry) => entry.type === 'act')
  if (last === undefined) return 'The code did nothing in the world.'
  const failure = failedActs(attempt).at(-1)
  return last.result.ok ? null : (failure?.message ?? last.result.message)
}
