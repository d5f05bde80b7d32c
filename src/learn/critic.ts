import type { Attempt, Verdict } from '../core/attempt.ts'
import type { Judge, MindView } from '../core/brain.ts'
import type { Task } from '../core/desire.ts'
import { checkGoal, type GoalEvidence } from '../core/goal-holds.ts'
import type { Outcome } from '../core/outcome.ts'
import { outcomeEnding } from '../core/outcome-ending.ts'

/**
 * Judges one attempt: the task's goal against the world where there is one, else the brain's verdict. Code that did not
 * run to its end has still succeeded when the goal holds.
 *
 * @param view the mind after the attempt, with a fresh percept
 */
export async function judgeAttempt(
  judge: Judge,
  view: MindView,
  task: Task,
  attempt: Omit<Attempt, 'verdict'>,
  evidence: GoalEvidence,
): Promise<Verdict> {
  if (attempt.findings.length > 0) return { success: false, critique: describeFindings(attempt), by: 'check' }
  if (task.goal === null) return judge.judge(view, task, attempt)
  const check = await checkGoal(task.goal, evidence)
  if (!check.holds)
    return { success: false, critique: describeFailure(attempt.outcome, check.missing), by: 'goal' }
  if (!actedItself(attempt.outcome)) {
    return {
      success: false,
      critique: 'The goal came true, but not by anything that the code did.',
      by: 'goal',
    }
  }
  return { success: true, critique: 'The goal holds.', by: 'goal' }
}

/** Whether the code did anything in the world that worked. */
export function actedItself(outcome: Outcome | null): boolean {
  return outcome?.trace.some((entry) => entry.type === 'act' && entry.result.ok) ?? false
}

function describeFindings(attempt: Omit<Attempt, 'verdict'>): string {
  return attempt.findings.map((finding) => `Line ${finding.line}: ${finding.message}`).join(' ')
}

function describeFailure(outcome: Outcome | null, missing: string): string {
  const ending = outcome === null ? 'ran to its end' : outcomeEnding(outcome.status)
  const reason = outcome?.error ? `: ${outcome.error.message}` : '.'
  return `The code ${ending}${reason} Still missing: ${missing}.`
}
