import type { Skill } from '../core/skill.ts'
import type { Worker } from './step.ts'
import type { StepDraft } from './step-draft.ts'
import type { Verification } from './verification.ts'

/** Brings the results of trials that have ended into the step: a skill that held from another start is verified. */
export function takeVerifications({ mind, verifications }: Worker, draft: StepDraft): void {
  for (const verification of verifications.take()) {
    const { skill, result } = verification
    const { name, version } = skill
    mind.record({ type: 'skill-tried', name, version, held: result.held, reason: result.reason })
    const known = draft.skills.find(name, version)
    if (known === null) continue
    const judged = afterTrial(known, verification)
    draft.setSkill(judged)
    if (judged.status === known.status) continue
    mind.record({
      type: 'skill-admitted',
      name,
      version,
      status: judged.status,
      description: judged.description,
    })
  }
}

/** A trial counts as a run. A skill that failed it stays provisional: the next success or trial decides. */
function afterTrial(skill: Skill, { result }: Verification): Skill {
  const { runs, successes, lastTick } = skill.statistics
  const statistics = { runs: runs + 1, successes: successes + (result.held ? 1 : 0), lastTick }
  const status = result.held && skill.status === 'provisional' ? 'verified' : skill.status
  return { ...skill, status, statistics }
}
