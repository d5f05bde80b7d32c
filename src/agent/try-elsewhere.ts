import type { DueTrial } from '../core/due-trial.ts'
import type { Goal } from '../core/goal.ts'
import type { Json } from '../core/json.ts'
import type { Skill } from '../core/skill.ts'
import { assembleProgram } from '../learn/assemble-program.ts'
import { attemptRequest } from './attempt-request.ts'
import { isGift } from './collaboration/commitments.ts'
import type { Worker } from './step.ts'
import type { StepDraft } from './step-draft.ts'

/** Starts the trial that turns a provisional skill into a verified one, and writes down that it is due. */
export function tryElsewhere(
  worker: Worker,
  draft: StepDraft,
  skill: Skill,
  { values, goal }: { readonly values: readonly Json[]; readonly goal: Goal | null },
): void {
  const { mind, verifications } = worker
  // In a world of its own there is nobody to give anything to.
  if (mind.trials === null || goal === null || isGift({ goal })) return
  const { name, version } = skill
  const due = { name, version, arguments: [...values], goal, ticks: verifications.longestTrial() }
  mind.record({ type: 'trial-due', ...due })
  start(worker, draft, skill, due)
}

/** Starts the trials that were due when the run was last stopped. */
export function takeUpTrials(worker: Worker, draft: StepDraft): void {
  for (const due of worker.mind.untried ?? []) {
    const skill = draft.skills.find(due.name, due.version)
    if (skill?.status === 'provisional') start(worker, draft, skill, due)
  }
}

function start({ mind, verifications }: Worker, draft: StepDraft, skill: Skill, due: DueTrial): void {
  const { program } = assembleProgram(skill, skill.calls, due.arguments, draft.skills)
  const attempt = attemptRequest(mind, draft, program, `trial-${skill.name}-${skill.version}`)
  const limits = { ...attempt.limits, ticks: Math.min(attempt.limits.ticks, due.ticks) }
  verifications.start(skill, { attempt: { ...attempt, limits }, goal: due.goal })
}
